package org.tagsmith.connector.freshdesk.wire;

import java.util.List;

/** The body of {@code PUT /api/v2/tickets/{id}}: the whole array, there is no delta. */
public record TagsChangeJson(List<String> tags) {}
