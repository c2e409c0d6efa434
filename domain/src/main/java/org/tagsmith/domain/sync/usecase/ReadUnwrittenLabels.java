package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.UnwrittenLabel;
import org.tagsmith.domain.ticket.TicketId;

/** Tells an agent what of their decisions has not reached the helpdesk. */
@ApplicationScoped
public class ReadUnwrittenLabels {
  private final OutboxRepository outbox;

  @Inject
  ReadUnwrittenLabels(OutboxRepository outbox) {
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected ReadUnwrittenLabels() {
    this.outbox = null;
  }

  /**
   * The ticket's labels that are on their way, and those refused within a day and not decided anew
   * since. Asks no helpdesk.
   *
   * @return each label once; empty if the helpdesk holds all as decided
   */
  @Transactional
  public List<UnwrittenLabel> of(TicketId ticket) {
    return outbox.unwritten(ticket);
  }
}
