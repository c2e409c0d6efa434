package org.tagsmith.connector.zendesk.wire;

/** The answer that holds one ticket. */
public record TicketAnswerJson(TicketJson ticket) {}
