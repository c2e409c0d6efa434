package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/** The labels of a ticket as the tags endpoints answer them, in no order. */
public record TagsJson(List<String> tags) {}
