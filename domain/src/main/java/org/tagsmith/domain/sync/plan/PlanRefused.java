package org.tagsmith.domain.sync.plan;

/** What a lead asked of a plan cannot be. */
public final class PlanRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * Refuses.
   *
   * @param reason a stable word, such as {@code write-back-off}
   * @param message the thing and the remedy
   */
  public PlanRefused(String reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** A stable word that pages translate by. */
  public String reason() {
    return reason;
  }
}
