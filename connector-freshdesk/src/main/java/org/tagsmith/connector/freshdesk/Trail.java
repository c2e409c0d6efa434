package org.tagsmith.connector.freshdesk;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one list was read. Times are epoch seconds, as Freshdesk stamps whole seconds.
 *
 * @param from where the next window begins; that second and the one before are read again
 * @param seen the newest change seen, -1 if none yet
 * @param since when that one was first seen, by our own clock
 */
record Trail(long from, long seen, long since) {
  /** Freshdesk holds nothing back: a change may show up after one that was made later. */
  static final Duration OVERLAP = Duration.ofSeconds(60);

  /** After so long without news no late change is expected any more, whatever clock is wrong. */
  static final Duration QUIET = Duration.ofMinutes(10);

  static Trail startingAt(Instant from) {
    return new Trail(Math.max(0, from.getEpochSecond()), -1, 0);
  }

  boolean hasSeen() {
    return seen >= 0;
  }

  Trail from(long second) {
    return new Trail(second, seen, since);
  }

  /** The trail after a page whose newest change was made in this second. */
  Trail saw(long second, Instant now) {
    return second > seen || since > now.getEpochSecond()
        ? new Trail(from, Math.max(second, seen), now.getEpochSecond())
        : this;
  }

  /**
   * The trail once the list was read to its end: the last minute is read again by the next look,
   * until nothing new was seen for {@link #QUIET}. Decided now and written down, so that reading
   * the bookmark again later gives no less.
   */
  Trail atEnd(Instant now) {
    if (!hasSeen()) {
      return this;
    }
    boolean quiet = now.getEpochSecond() - since >= QUIET.toSeconds();
    // two, because the pager asks from one second before
    return from(quiet ? seen + 2 : Math.max(0, seen - OVERLAP.toSeconds()));
  }
}
