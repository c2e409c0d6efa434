package org.tagsmith.domain.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double with each failure up to a longest one, spread at random over their later half
 * so that servers do not come back all at once.
 *
 * @param first the pause after the first failure
 * @param longest no pause is longer
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /**
   * The pause after this many failures in a row.
   *
   * @param failures at least 1
   */
  public Duration after(int failures, RandomGenerator random) {
    int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
    long millis = Math.min(longest.toMillis(), first.toMillis() << doublings);
    return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
  }
}
