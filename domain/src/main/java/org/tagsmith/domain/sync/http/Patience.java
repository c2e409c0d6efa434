package org.tagsmith.domain.sync.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * How often a call is made: what nobody answered, or what broke off, is asked for again, twice,
 * after a short pause. A demand to wait is never waited for here but handed up, since the caller
 * knows what else there is to do; what is refused is not asked for again. Thread-safe.
 */
public final class Patience {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

  private final Pause pause;

  public Patience(Pause pause) {
    this.pause = pause;
  }

  /**
   * Makes a call, up to three times.
   *
   * @param call must do no harm when it is made twice
   * @return its answer
   * @throws ConnectorFailure.Unreachable if the third try failed, too
   */
  public <T> T insist(Supplier<T> call) {
    for (Duration wait : PAUSES) {
      try {
        return call.get();
      } catch (ConnectorFailure.Unreachable e) {
        pause.take(wait);
      }
    }
    return call.get();
  }
}
