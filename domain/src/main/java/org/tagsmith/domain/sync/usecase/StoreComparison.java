package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.tagsmith.domain.sync.Comparison;
import org.tagsmith.domain.sync.Reconcile;
import org.tagsmith.domain.sync.ReconcileRepository;

/**
 * A comparison's progress and what it found change together or not at all. A bean of its own,
 * because a call within one bean would pass the transaction by.
 */
@ApplicationScoped
class StoreComparison {
  private final ReconcileRepository reconciles;

  @Inject
  StoreComparison(ReconcileRepository reconciles) {
    this.reconciles = reconciles;
  }

  /** For the container's proxy. */
  protected StoreComparison() {
    this.reconciles = null;
  }

  /** False if another runner took over; nothing was stored. */
  @Transactional
  boolean store(
      Reconcile job, String holder, Duration lease, Reconcile.Part part, Comparison comparison) {
    if (!reconciles.compared(job, holder, lease, part, comparison)) {
      return false;
    }
    reconciles.add(job, comparison.drift());
    return true;
  }
}
