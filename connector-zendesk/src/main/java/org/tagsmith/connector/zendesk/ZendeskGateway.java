package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * The policy around the wire: a broken answer is asked for again, twice, after a short pause; a
 * request to wait is never waited for here but handed up, since the caller knows what else there is
 * to do. What is refused is not asked for again. Thread-safe.
 */
@ApplicationScoped
class ZendeskGateway {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

  private final ZendeskApi api;
  private final Pause pause;

  /** For the container's proxy only. */
  protected ZendeskGateway() {
    api = null;
    pause = null;
  }

  @Inject
  ZendeskGateway(ZendeskApi api, Pause pause) {
    this.api = api;
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
      return patiently(request);
    } catch (AnswerTooHeavy e) {
      throw e.asFailure();
    }
  }

  /**
   * Asks for a page of the export.
   *
   * @throws ConnectorFailure as {@link #call}
   * @throws ZendeskRefusal if Zendesk understood and said no
   * @throws AnswerTooHeavy if a smaller page may help
   */
  TicketPageJson exportPage(ZendeskRequest<TicketPageJson> request) {
    return patiently(request);
  }

  private <T> T patiently(ZendeskRequest<T> request) {
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
