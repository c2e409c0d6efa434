package org.tagsmith.connector.zendesk;

import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * The answer took too long or grew too big: asking for less may help. Never leaves the connector.
 */
final class AnswerTooHeavy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean tooBig;

  private AnswerTooHeavy(String message, boolean tooBig, Throwable cause) {
    super(message, cause);
    this.tooBig = tooBig;
  }

  static AnswerTooHeavy tooSlow(String message, Throwable cause) {
    return new AnswerTooHeavy(message, false, cause);
  }

  static AnswerTooHeavy tooBig(long mostBytes) {
    return new AnswerTooHeavy(
        "Zendesk's answer is larger than " + mostBytes + " bytes and was refused", true, null);
  }

  /** Refused for its size, which costs next to nothing; otherwise time ran out. */
  boolean isTooBig() {
    return tooBig;
  }

  ConnectorFailure asFailure() {
    return tooBig
        ? new ConnectorFailure.ContractBroken(getMessage(), this)
        : new ConnectorFailure.Unreachable(getMessage(), this);
  }
}
