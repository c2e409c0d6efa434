package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/**
 * A delta of labels for the tags endpoints: PUT adds, DELETE removes, both only while the ticket is
 * as it was at {@code updatedStamp}.
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/#safe-update
 */
public record TagsChangeJson(List<String> tags, String updatedStamp, String safeUpdate) {}
