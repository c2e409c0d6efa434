package org.tagsmith.connector.zendesk.wire;

/** The body of {@code PUT /api/v2/tickets/update_many.json?ids=}. */
public record BatchChangeJson(BatchTicketJson ticket) {}
