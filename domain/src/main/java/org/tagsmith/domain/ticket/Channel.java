package org.tagsmith.domain.ticket;

/**
 * How the customer came in, in words both helpdesks share. The code is stored: append, never
 * reorder.
 */
public enum Channel {
  EMAIL(0),
  /** A form on a web page or in a portal. */
  WEB(1),
  PHONE(2),
  CHAT(3),
  /** Social networks and messengers. */
  SOCIAL(4),
  /** Software, or an agent in the customer's place. */
  API(5),
  OTHER(6);

  private final int code;

  Channel(int code) {
    this.code = code;
  }

  /** The number the database stores; never changes for a constant. */
  public int code() {
    return code;
  }

  /** The channel stored as {@code code}; unknown codes read as {@link #OTHER}. */
  public static Channel ofCode(int code) {
    for (Channel channel : values()) {
      if (channel.code == code) {
        return channel;
      }
    }
    return OTHER;
  }
}
