package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * About how many tickets a backfill will have read. One that reads all has the helpdesk's own
 * count. One that begins later reads fewer, and no helpdesk says how many: then the share of its
 * time that is behind it tells, once that is large enough to mean something.
 */
public final class BackfillEstimate {
  /** Before this share of its time is behind a backfill, nothing is said. */
  static final double LEAST_SHARE = 0.05;

  /** The earliest start, for all tickets; no helpdesk is older. */
  public static final Instant EVERYTHING = Instant.parse("2000-01-01T00:00:00Z");

  private BackfillEstimate() {}

  /** Never less than what was read; empty while nothing honest can be said. */
  public static OptionalLong total(Backfill backfill) {
    SyncState state = backfill.state();
    long read = state.ticketsStored();
    if (backfill.isFinished()) {
      return OptionalLong.of(read);
    }
    OptionalLong counted = state.ticketsTotal();
    if (!backfill.from().isAfter(EVERYTHING)) {
      return counted.isPresent()
          ? OptionalLong.of(Math.max(read, counted.getAsLong()))
          : OptionalLong.empty();
    }
    double behind = shareBehind(backfill);
    if (behind < LEAST_SHARE || read == 0) {
      return OptionalLong.empty();
    }
    long extended = Math.round(read / behind);
    long possible = counted.isPresent() ? Math.min(extended, counted.getAsLong()) : extended;
    return OptionalLong.of(Math.max(read, possible));
  }

  private static double shareBehind(Backfill backfill) {
    Instant upTo = backfill.state().readUpTo();
    if (upTo == null || upTo.isBefore(backfill.from())) {
      return 0;
    }
    double all = Duration.between(backfill.from(), backfill.until()).toSeconds();
    return all <= 0 ? 1 : Math.min(1, Duration.between(backfill.from(), upTo).toSeconds() / all);
  }
}
