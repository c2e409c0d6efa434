package org.tagsmith.connector.zendesk.wire;

import java.util.List;

/** All ticket fields of the account. */
public record TicketFieldsJson(List<TicketFieldJson> ticketFields) {}
