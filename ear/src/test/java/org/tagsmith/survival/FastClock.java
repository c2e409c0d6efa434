package org.tagsmith.survival;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock on which a minute passes in half a second, so that what is done once a minute or after
 * ten of them happens often. Processes that begin at the same moment of it agree. Immutable.
 */
final class FastClock extends Clock {
  static final int SPEED = 120;

  private final Instant begin;

  /** Shows the true time at {@code begin}. */
  FastClock(Instant begin) {
    this.begin = begin;
  }

  /** When this process was started: the same for all that it starts itself. */
  static Instant begin() {
    return ProcessHandle.current().info().startInstant().orElseThrow();
  }

  @Override
  public Instant instant() {
    return begin.plus(Duration.between(begin, Instant.now()).multipliedBy(SPEED));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("This clock shows UTC");
  }
}
