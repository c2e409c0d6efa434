package org.tagsmith.connector.zendesk.wire;

/**
 * How a ticket was handled ({@code include=metric_sets}): inside the ticket, or beside the tickets
 * and then with {@code ticketId}.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_metrics/
 */
public record MetricSetJson(
    Long ticketId,
    Integer reopens,
    String solvedAt,
    String statusUpdatedAt,
    MinutesJson replyTimeInMinutes) {}
