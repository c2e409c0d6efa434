package org.tagsmith.connector.zendesk;

import org.tagsmith.connector.zendesk.wire.TicketPageJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.Patience;
import org.tagsmith.domain.sync.http.Pause;

/**
 * The policy around the wire: a broken answer is asked for again, a demand to wait is handed up
 * (see {@link Patience}). Thread-safe.
 */
final class ZendeskGateway {
  private final ZendeskApi api;
  private final Patience patience;

  ZendeskGateway(ZendeskApi api, Pause pause) {
    this.api = api;
    this.patience = new Patience(pause);
  }

  /**
   * Makes one call.
   *
   * @throws ConnectorFailure if there is no usable answer after all tries
   * @throws ZendeskRefusal if Zendesk understood and said no
   */
  <T> T call(ZendeskRequest<T> request) {
    try {
      return patience.insist(() -> api.send(request));
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
    return patience.insist(() -> api.send(request));
  }
}
