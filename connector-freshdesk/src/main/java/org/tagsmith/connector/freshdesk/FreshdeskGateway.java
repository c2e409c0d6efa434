package org.tagsmith.connector.freshdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.CallLimits;
import org.tagsmith.domain.sync.http.Patience;
import org.tagsmith.domain.sync.http.Pause;

/**
 * The policy around the wire: what only reads is asked for again when it broke (see {@link
 * Patience}), what writes is not, since a later look may show that it must be another write. A read
 * that can wait leaves the last tenth of the minute's calls to others. Thread-safe.
 */
final class FreshdeskGateway {
  /** How long a read that can wait does so when calls are scarce; they come back each minute. */
  private static final Duration UNTIL_THERE_ARE_MORE = Duration.ofSeconds(20);

  private final FreshdeskApi api;
  private final Patience patience;
  private final Clock clock;
  private final CallLimits limits;
  private volatile Told told = new Told(RateLimits.NOT_TOLD, Instant.MIN);

  FreshdeskGateway(FreshdeskApi api, Pause pause, Clock clock) {
    this.api = api;
    this.patience = new Patience(pause);
    this.clock = clock;
    this.limits = new CallLimits(clock);
  }

  /** What is used of the account's limit. */
  CallLimits limits() {
    return limits;
  }

  /**
   * Makes one call that changes nothing.
   *
   * @throws ConnectorFailure if there is no usable answer after all tries
   * @throws FreshdeskRefusal if Freshdesk understood and said no
   */
  <T> T call(FreshdeskRequest<T> request) {
    return patience.insist(() -> lightly(request));
  }

  /**
   * Makes one call that changes something, once.
   *
   * @throws ConnectorFailure if there is no usable answer; it may have taken effect all the same
   * @throws FreshdeskRefusal if Freshdesk understood and said no
   */
  <T> T change(FreshdeskRequest<T> request) {
    return lightly(request);
  }

  /**
   * Asks for a page of a list.
   *
   * @param canWait whether the minute's last calls are left to others
   * @throws ConnectorFailure as {@link #call}; {@code Throttled} also if it can wait and should
   * @throws FreshdeskRefusal if Freshdesk understood and said no
   * @throws AnswerTooHeavy if a smaller page may help
   */
  <T> FreshdeskAnswer<T> page(FreshdeskRequest<T> request, boolean canWait) {
    Told last = told;
    Instant enough =
        last.at().equals(Instant.MIN) ? Instant.MIN : last.at().plus(UNTIL_THERE_ARE_MORE);
    if (canWait && last.limits().isScarce(request.credits()) && clock.instant().isBefore(enough)) {
      throw new ConnectorFailure.Throttled(
          "Few calls are left in this minute; they are left to agents", UNTIL_THERE_ARE_MORE);
    }
    return patience.insist(() -> sent(request));
  }

  private <T> T lightly(FreshdeskRequest<T> request) {
    try {
      return sent(request).body();
    } catch (AnswerTooHeavy e) {
      throw e.asFailure();
    }
  }

  private <T> FreshdeskAnswer<T> sent(FreshdeskRequest<T> request) {
    FreshdeskAnswer<T> answer = api.send(request);
    told = new Told(answer.limits(), clock.instant());
    limits.told(
        "account", answer.limits().total(), answer.limits().remaining(), CallLimits.UNTIL_NEWS);
    return answer;
  }

  private record Told(RateLimits limits, Instant at) {}
}
