package org.tagsmith.domain.access;

/** A change of staff that is not allowed; nothing was changed. */
public final class StaffRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public StaffRefused(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * A stable word: {@code unknown-person}, {@code name-taken}, {@code bad-name}, {@code
   * weak-password} or {@code last-admin}.
   */
  public String reason() {
    return reason;
  }
}
