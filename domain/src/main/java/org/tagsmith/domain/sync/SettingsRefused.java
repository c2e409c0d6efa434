package org.tagsmith.domain.sync;

/** Settings of an account that cannot be right, before anybody was asked. */
public final class SettingsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String field;

  /**
   * Refuses.
   *
   * @param reason a stable word, such as {@code bad-subdomain}
   * @param field which one: {@code connector}, {@code subdomain}, {@code user}, {@code key} or
   *     another of the request; empty if none is to blame
   * @param message the thing and the remedy; holds nothing that was typed as a key
   */
  public SettingsRefused(String reason, String field, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.field = field;
  }

  /** A stable word that pages translate by. */
  public String reason() {
    return reason;
  }

  /** The field to correct; empty if none is to blame. */
  public String field() {
    return field;
  }
}
