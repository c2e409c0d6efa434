package org.tagsmith.domain.ticket;

import java.time.Instant;
import java.util.Objects;

/**
 * A rating that a helpdesk tells apart from its ticket.
 *
 * @param ticketId the helpdesk's number of the ticket, which we may not know yet
 * @param rating never null
 * @param ratedAt when, never null; of two ratings the later one counts
 */
public record TicketRating(long ticketId, Rating rating, Instant ratedAt) {
  public TicketRating {
    Objects.requireNonNull(rating, "rating");
    Objects.requireNonNull(ratedAt, "ratedAt");
  }
}
