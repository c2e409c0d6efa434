package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.tagsmith.domain.sync.DeliveryRepository;
import org.tagsmith.domain.sync.DeliveryRepository.Count;

/** Adds what this server has counted of deliveries to what all servers have. Thread-safe. */
@ApplicationScoped
public class KeepDeliveryCounts {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

  private final DeliveryTally tally;
  private final DeliveryRepository deliveries;
  private final Clock clock;
  private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

  @Inject
  KeepDeliveryCounts(DeliveryTally tally, DeliveryRepository deliveries, Clock clock) {
    this.tally = tally;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected KeepDeliveryCounts() {
    this.tally = null;
    this.deliveries = null;
    this.clock = null;
  }

  /**
   * Keeps the counts, and forgets old ones at most once a minute. Where there is nothing to do, the
   * database is not asked.
   *
   * @throws IllegalStateException if the database fails; the counts are kept next time
   */
  @Transactional
  public void keep() {
    List<Count> counts = tally.take();
    try {
      deliveries.add(counts);
      Instant now = clock.instant();
      Instant before = cleaned.get();
      if (now.isAfter(before.plus(BETWEEN_CLEANINGS)) && cleaned.compareAndSet(before, now)) {
        deliveries.forgetOld(now);
      }
    } catch (RuntimeException e) {
      tally.giveBack(counts);
      throw e;
    }
  }
}
