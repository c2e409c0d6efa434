package org.tagsmith.domain.ticket.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tagsmith.domain.ticket.TicketContext;
import org.tagsmith.domain.ticket.TicketContexts;
import org.tagsmith.domain.ticket.TicketId;

/** Answers the sidebar's first question: what is this ticket, and who is writing? Thread-safe. */
@ApplicationScoped
public class ReadTicketContext {
  static final int MOST_CONTACTS = 100;

  private final TicketContexts contexts;

  protected ReadTicketContext() {
    this(null);
  }

  @Inject
  public ReadTicketContext(TicketContexts contexts) {
    this.contexts = contexts;
  }

  /**
   * The ticket with its contact and that person's other tickets, as far as customers are joined
   * over all helpdesks; one trip to the database.
   *
   * @param id never null
   * @param lastContacts how many other tickets at most, 0 to 100
   * @return empty for a ticket that was not yet read from the helpdesk
   * @throws IllegalArgumentException if {@code lastContacts} is out of its range
   */
  public Optional<TicketContext> read(TicketId id, int lastContacts) {
    if (lastContacts < 0 || lastContacts > MOST_CONTACTS) {
      throw new IllegalArgumentException(
          "The number of last contacts is 0 to " + MOST_CONTACTS + ", not " + lastContacts);
    }
    return contexts.find(id, lastContacts);
  }
}
