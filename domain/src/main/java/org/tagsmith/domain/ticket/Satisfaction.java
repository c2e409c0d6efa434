package org.tagsmith.domain.ticket;

/** What a customer thought of the service, in words both helpdesks share. The code is stored. */
public enum Satisfaction {
  BAD(-1),
  NEUTRAL(0),
  GOOD(1);

  private final int code;

  Satisfaction(int code) {
    this.code = code;
  }

  /** The number the database stores; never changes for a constant. */
  public int code() {
    return code;
  }

  /** The satisfaction stored as {@code code}: its sign decides. */
  public static Satisfaction ofCode(int code) {
    return code < 0 ? BAD : code > 0 ? GOOD : NEUTRAL;
  }
}
