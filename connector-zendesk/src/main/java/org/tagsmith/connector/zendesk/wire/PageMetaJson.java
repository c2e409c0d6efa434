package org.tagsmith.connector.zendesk.wire;

/** Whether a list goes on, and the cursor with which it does. */
public record PageMetaJson(Boolean hasMore, String afterCursor) {}
