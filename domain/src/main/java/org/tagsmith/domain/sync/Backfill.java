package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.Objects;

/**
 * The reading of what was there before live reading began. Born with an account's first turn, or
 * when an admin asks for it; ends when what it reads is live reading's business; may be started
 * again.
 *
 * @param state its bookkeeping; {@code ticketsStored} is what it has read since it was started,
 *     {@code caughtUpAt} when it ended
 * @param from from when on it reads
 * @param until where live reading began
 * @param paused whether an admin paused it; the account may be paused besides
 */
public record Backfill(SyncState state, Instant from, Instant until, boolean paused) {
  public Backfill {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /** Whether it has read all that it shall. */
  public boolean isFinished() {
    return state.caughtUpAt() != null;
  }
}
