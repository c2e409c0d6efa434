package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/** A delta of labels for the batch route, the only one that still reaches closed tickets. */
public record BatchTicketJson(List<String> additionalTags, List<String> removeTags) {}
