package org.tagsmith.domain.ticket;

/**
 * Where a ticket stands, in words both helpdesks share. The order is stored (see {@link #code()}):
 * append, never reorder.
 */
public enum TicketStatus {
  NEW(0),
  OPEN(1),
  PENDING(2),
  HOLD(3),
  SOLVED(4),
  CLOSED(5),
  DELETED(6),
  OTHER(7);

  private final int code;

  TicketStatus(int code) {
    this.code = code;
  }

  /** The number the database stores; never changes for a constant. */
  public int code() {
    return code;
  }

  /** The status stored as {@code code}; unknown codes read as {@link #OTHER}. */
  public static TicketStatus ofCode(int code) {
    for (TicketStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return OTHER;
  }

  /** Whether the helpdesk still lets an agent edit the ticket. */
  public boolean isEditable() {
    return this != CLOSED && this != DELETED;
  }
}
