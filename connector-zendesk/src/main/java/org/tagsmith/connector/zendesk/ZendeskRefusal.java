package org.tagsmith.connector.zendesk;

import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * Zendesk understood the call and said no (400, 404, 409, 422, …). Never leaves the connector:
 * whoever made the call knows whether that is an answer or a fault.
 */
final class ZendeskRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  ZendeskRefusal(String message, int status, String code) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** Zendesk's own word, such as {@code StartTimeTooRecent}; empty if it gave none. */
  String code() {
    return code;
  }

  ConnectorFailure asFailure() {
    return new ConnectorFailure.ContractBroken(getMessage(), this);
  }
}
