package org.tagsmith.domain.sync.http;

import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * The answer took too long or grew too big: asking for less may help. Never leaves the connector.
 */
public final class AnswerTooHeavy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean tooBig;

  private AnswerTooHeavy(String message, boolean tooBig, Throwable cause) {
    super(message, cause);
    this.tooBig = tooBig;
  }

  /**
   * Time ran out.
   *
   * @param message holds nothing of the answer
   * @param cause may be null
   */
  public static AnswerTooHeavy tooSlow(String message, Throwable cause) {
    return new AnswerTooHeavy(message, false, cause);
  }

  /**
   * It was refused for its size.
   *
   * @param helpdesk the name for the message, such as {@code Zendesk}
   */
  public static AnswerTooHeavy tooBig(String helpdesk, long mostBytes) {
    return new AnswerTooHeavy(
        helpdesk + "'s answer is larger than " + mostBytes + " bytes and was refused", true, null);
  }

  /** Refused for its size, which costs next to nothing; otherwise time ran out. */
  public boolean isTooBig() {
    return tooBig;
  }

  /** What the caller of the connector is told. */
  public ConnectorFailure asFailure() {
    return tooBig
        ? new ConnectorFailure.ContractBroken(getMessage(), this)
        : new ConnectorFailure.Unreachable(getMessage(), this);
  }
}
