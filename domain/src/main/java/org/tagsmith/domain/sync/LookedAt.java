package org.tagsmith.domain.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.ticket.TicketSnapshot;

/**
 * Some tickets as they are now, read by their numbers. Unlike a {@link TicketBatch} it belongs to
 * no stream and moves no bookmark.
 *
 * @param tickets those that are there
 * @param contacts the people these tickets name, as far as they are known
 * @param customers the organisations these tickets name, as far as they are known
 * @param names of agents, groups and brands, as far as they are known
 * @param gone the numbers under which the helpdesk has no ticket any more
 */
public record LookedAt(
    List<TicketSnapshot> tickets,
    List<ContactSnapshot> contacts,
    List<CustomerSnapshot> customers,
    DeskNames names,
    Set<Long> gone) {
  public LookedAt {
    tickets = List.copyOf(tickets);
    contacts = List.copyOf(contacts);
    customers = List.copyOf(customers);
    Objects.requireNonNull(names, "names");
    gone = Set.copyOf(gone);
  }

  /** The numbers that this says anything about. */
  public Set<Long> answered() {
    Set<Long> answered = new HashSet<>(gone);
    tickets.forEach(ticket -> answered.add(ticket.remoteId()));
    return answered;
  }
}
