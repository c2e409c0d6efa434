package org.tagsmith.connector.freshdesk;

import java.util.List;
import org.tagsmith.connector.freshdesk.wire.TicketJson;

/**
 * A page of a list with the bookmark that follows it.
 *
 * @param listing the list it stands in
 * @param tickets in the list's order, none null
 * @param next where to read on
 */
record FreshdeskPage(Listing listing, List<TicketJson> tickets, FreshdeskCursor next) {}
