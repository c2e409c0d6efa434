package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/**
 * One ticket of the export or of {@code GET /api/v2/tickets/{id}}. Instants stay as text: {@code
 * updatedAt} goes back to Zendesk unchanged as the stamp of a safe update.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
 */
public record TicketJson(
    Long id,
    ViaJson via,
    String subject,
    String status,
    Long requesterId,
    Long organizationId,
    Long assigneeId,
    Long groupId,
    String createdAt,
    String updatedAt,
    Long generatedTimestamp,
    List<String> tags,
    Long brandId,
    SatisfactionRatingJson satisfactionRating,
    MetricSetJson metricSet) {}
