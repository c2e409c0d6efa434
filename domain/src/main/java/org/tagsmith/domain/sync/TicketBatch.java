package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.domain.ticket.TicketSnapshot;

/**
 * One page of changes, or several together, with the bookmark that follows. Stored whole or not at
 * all.
 *
 * @param tickets in the helpdesk's export order; a ticket may appear twice, the last one counts
 * @param contacts the people these tickets name, as far as the page knows them
 * @param customers the organisations these tickets name, as far as the page knows them
 * @param names of agents, groups and brands, as far as the page knows them
 * @param ratings what customers rated, where the helpdesk tells it apart from tickets
 * @param next where to read on; never null, also at the end of the stream
 * @param readUpTo the newest change this page has seen, null for an empty page at the start
 * @param endOfStream whether the helpdesk has nothing newer to give now
 */
public record TicketBatch(
    List<TicketSnapshot> tickets,
    List<ContactSnapshot> contacts,
    List<CustomerSnapshot> customers,
    DeskNames names,
    List<TicketRating> ratings,
    SyncCursor next,
    Instant readUpTo,
    boolean endOfStream) {
  public TicketBatch {
    tickets = List.copyOf(tickets);
    contacts = List.copyOf(contacts);
    customers = List.copyOf(customers);
    Objects.requireNonNull(names, "names");
    ratings = List.copyOf(ratings);
    Objects.requireNonNull(next, "next");
  }

  /** A page without names and ratings. */
  public TicketBatch(
      List<TicketSnapshot> tickets,
      List<ContactSnapshot> contacts,
      List<CustomerSnapshot> customers,
      SyncCursor next,
      Instant readUpTo,
      boolean endOfStream) {
    this(tickets, contacts, customers, DeskNames.NONE, List.of(), next, readUpTo, endOfStream);
  }

  /** This page and those read after it, as one. */
  public TicketBatch and(TicketBatch later) {
    return new TicketBatch(
        joined(tickets, later.tickets),
        joined(contacts, later.contacts),
        joined(customers, later.customers),
        names.and(later.names),
        joined(ratings, later.ratings),
        later.next,
        readUpTo == null || (later.readUpTo != null && later.readUpTo.isAfter(readUpTo))
            ? later.readUpTo
            : readUpTo,
        later.endOfStream);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> both = new ArrayList<>(one.size() + other.size());
    both.addAll(one);
    both.addAll(other);
    return both;
  }

  /** Whether there is nothing to store but the bookmark. */
  public boolean isEmpty() {
    return tickets.isEmpty()
        && contacts.isEmpty()
        && customers.isEmpty()
        && names.equals(DeskNames.NONE)
        && ratings.isEmpty();
  }
}
