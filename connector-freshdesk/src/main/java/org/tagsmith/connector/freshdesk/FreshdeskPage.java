package org.tagsmith.connector.freshdesk;

import java.util.List;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.ticket.TicketRating;

/**
 * A page of a list with the bookmark that follows it.
 *
 * @param listing the list it stands in
 * @param tickets in the list's order, none null
 * @param ratings what customers rated, where it is the list of ratings
 * @param next where to read on
 */
record FreshdeskPage(
    Listing listing, List<TicketJson> tickets, List<TicketRating> ratings, FreshdeskCursor next) {
  FreshdeskPage(Listing listing, List<TicketJson> tickets, FreshdeskCursor next) {
    this(listing, tickets, List.of(), next);
  }
}
