package org.tagsmith.domain.ticket;

import java.util.Optional;

/** Finds what an agent sees beside a ticket. Implementations are thread-safe. */
public interface TicketContexts {
  /**
   * One trip to the database.
   *
   * @param lastContacts how many other tickets of the person at most, 0 or more
   * @return empty for a ticket that was never read from the helpdesk
   */
  Optional<TicketContext> find(TicketId id, int lastContacts);
}
