package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.tagsmith.domain.disposition.Action;
import org.tagsmith.domain.disposition.Disposition;
import org.tagsmith.domain.disposition.DispositionRecorded;
import org.tagsmith.domain.disposition.Through;
import org.tagsmith.domain.sync.OutboxRepository;

/**
 * Puts what an agent decided into the outbox, in the transaction that records it: both are kept or
 * neither.
 */
@ApplicationScoped
class QueueLabelChange {
  private final OutboxRepository outbox;

  @Inject
  QueueLabelChange(OutboxRepository outbox) {
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected QueueLabelChange() {
    this.outbox = null;
  }

  void on(@Observes DispositionRecorded event) {
    Disposition decided = event.disposition();
    if (decided.through() != Through.HELPDESK) {
      return;
    }
    Set<String> label = Set.of(decided.label());
    boolean adds = decided.action() == Action.ADD;
    outbox.enqueue(
        decided.ticket(), adds ? label : Set.of(), adds ? Set.of() : label, decided.agent());
  }
}
