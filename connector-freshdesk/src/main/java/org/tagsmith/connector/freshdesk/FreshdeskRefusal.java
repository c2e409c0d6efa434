package org.tagsmith.connector.freshdesk;

import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * Freshdesk understood the call and said no (400, 404, 405, 409, …). Never leaves the connector:
 * whoever made the call knows whether that is an answer or a fault.
 */
final class FreshdeskRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  FreshdeskRefusal(String message, int status) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  ConnectorFailure asFailure() {
    return new ConnectorFailure.ContractBroken(getMessage(), this);
  }
}
