package org.tagsmith.domain.disposition.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.disposition.DispositionRepository;
import org.tagsmith.domain.ticket.TicketId;

/** Tells where the labels of a ticket come from, as far as our agents set them. */
@ApplicationScoped
public class ReadDispositions {
  private final DispositionRepository dispositions;

  @Inject
  ReadDispositions(DispositionRepository dispositions) {
    this.dispositions = dispositions;
  }

  /** For the container's proxy. */
  protected ReadDispositions() {
    this.dispositions = null;
  }

  /**
   * The last decision about each label of a ticket, newest first, at most 200. A label whose last
   * decision is an addition may not be on the ticket yet, or not any more.
   */
  @Transactional
  public List<Disposition> of(TicketId ticket) {
    return dispositions.latestPerLabel(ticket);
  }
}
