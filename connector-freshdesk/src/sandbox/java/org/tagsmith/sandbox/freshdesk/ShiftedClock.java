package org.tagsmith.sandbox.freshdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Another clock, wrong by a time that can be changed. Thread-safe. */
final class ShiftedClock extends Clock {
  private final Clock right;
  private volatile Duration off = Duration.ZERO;

  ShiftedClock(Clock right) {
    this.right = right;
  }

  void off(Duration by) {
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
    throw new UnsupportedOperationException("The sandbox keeps UTC");
  }
}
