package org.tagsmith.domain.governance.request;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.ticket.TicketId;

/** What is known of tickets that people name. Thread-safe. */
public interface RequestTickets {
  /**
   * Those of the tickets that were read from their helpdesk and are not deleted.
   *
   * @param tickets any number
   */
  Map<TicketId, Seen> find(Collection<TicketId> tickets);

  /**
   * A ticket.
   *
   * @param began when the contact began
   * @param labels exactly as found
   */
  record Seen(Instant began, Set<String> labels) {
    public Seen {
      labels = Set.copyOf(labels);
    }
  }
}
