package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * The policy around the wire: a broken answer is asked for again, twice, after a short pause; a
 * request to wait is never waited for here but handed up, since the caller knows what else there is
 * to do; a used-up export limit is respected before Zendesk has to say so. Thread-safe.
 */
@ApplicationScoped
class ZendeskGateway {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

  private final ZendeskApi api;
  private final Clock clock;
  private final Pause pause;
  private final AtomicReference<Instant> exportOpensAt = new AtomicReference<>(Instant.MIN);

  /** For the container's proxy only. */
  protected ZendeskGateway() {
    api = null;
    clock = null;
    pause = null;
  }

  @Inject
  ZendeskGateway(ZendeskApi api, Clock clock, Pause pause) {
    this.api = api;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Makes one call.
   *
   * @throws ConnectorFailure if there is no usable answer after all tries
   * @throws ZendeskRefusal if Zendesk understood and said no
   */
  <T> T call(ZendeskRequest<T> request) {
    try {
      return patiently(request).body();
    } catch (AnswerTooHeavy e) {
      throw e.asFailure();
    }
  }

  /**
   * Asks for a page of the export.
   *
   * @throws ConnectorFailure as {@link #call}; {@code Throttled} also without a call, while the
   *     export's limit is known to be used up
   * @throws ZendeskRefusal if Zendesk understood and said no
   * @throws AnswerTooHeavy if a smaller page may help
   */
  TicketPageJson exportPage(ZendeskRequest<TicketPageJson> request) {
    Duration wait = Duration.between(clock.instant(), latest(exportOpensAt.get()));
    if (wait.compareTo(Duration.ZERO) > 0) {
      throw new ConnectorFailure.Throttled(
          "Zendesk's limit on exports is used up", RetryAfter.bounded(wait));
    }
    ZendeskAnswer<TicketPageJson> answer = patiently(request);
    answer.limits().exhaustedFor().ifPresent(d -> exportOpensAt.set(clock.instant().plus(d)));
    return answer.body();
  }

  private Instant latest(Instant opensAt) {
    Instant now = clock.instant();
    return opensAt.isAfter(now) ? opensAt : now;
  }

  private <T> ZendeskAnswer<T> patiently(ZendeskRequest<T> request) {
    for (Duration wait : PAUSES) {
      try {
        return api.send(request);
      } catch (ConnectorFailure.Unreachable e) {
        pause.take(wait);
      }
    }
    return api.send(request);
  }
}
