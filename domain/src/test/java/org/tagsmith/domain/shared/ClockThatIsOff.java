package org.tagsmith.domain.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that shows what another one shows, and so much more or less. Thread-safe. */
public final class ClockThatIsOff extends Clock {
  private final Clock right;
  private volatile Duration off = Duration.ZERO;

  public ClockThatIsOff(Clock right) {
    this.right = right;
  }

  /** Shows so much more from now on; a negative time lets it be slow. */
  public void ahead(Duration by) {
    off = by;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(off);
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("This clock shows another one's zone");
  }
}
