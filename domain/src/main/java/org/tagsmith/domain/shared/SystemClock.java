package org.tagsmith.domain.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that knows the real time; everybody else has it injected. */
@ApplicationScoped
public class SystemClock {
  /** UTC, thread-safe. */
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
