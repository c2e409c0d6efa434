package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Keeps how many deliveries came to what, by the hour, so that people see whether they arrive. */
public interface DeliveryRepository {
  /** Adds counts. */
  void add(Collection<Count> counts);

  /**
   * Forgets counts older than a week, and marks of deliveries that are too old to be accepted
   * again.
   *
   * @param now by the clock that made the counts
   */
  void forgetOld(Instant now);

  /**
   * One count for each account and outcome of the last week: the deliveries of the last 24 hours,
   * and when the last one of the week came.
   *
   * @param now by the clock that made the counts
   */
  List<Count> lately(Instant now);

  /**
   * Deliveries that came to the same.
   *
   * @param outcome {@code taken}, {@code repeated}, or the word of a {@link DeliveryRefusal}
   * @param lastAt when the last of them came
   */
  record Count(HelpdeskAccountId account, String outcome, long deliveries, Instant lastAt) {}
}
