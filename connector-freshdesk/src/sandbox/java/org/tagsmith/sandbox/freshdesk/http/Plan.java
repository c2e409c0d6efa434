package org.tagsmith.sandbox.freshdesk.http;

/**
 * What an account may call in a minute, as a whole and of some endpoints. Source:
 * https://developers.freshdesk.com/api/#ratelimit
 */
public enum Plan {
  /** Not told apart by endpoint. */
  TRIAL(50, 50, 50, 50),
  /** The cheapest. */
  GROWTH(200, 80, 20, 20),
  /** The one in the middle. */
  PRO(400, 160, 100, 100),
  /** The largest that is sold without extras. */
  ENTERPRISE(700, 280, 200, 200);

  static final String CREATE_TICKET = "create";
  static final String UPDATE_TICKET = "update";
  static final String LIST_TICKETS = "list tickets";
  static final String LIST_CONTACTS = "list contacts";

  private final int total;
  private final int writes;
  private final int ticketLists;
  private final int contactLists;

  Plan(int total, int writes, int ticketLists, int contactLists) {
    this.total = total;
    this.writes = writes;
    this.ticketLists = ticketLists;
    this.contactLists = contactLists;
  }

  /** All credits of a minute. */
  public int total() {
    return total;
  }

  int limit(String part) {
    return switch (part) {
      case LIST_TICKETS -> ticketLists;
      case LIST_CONTACTS -> contactLists;
      default -> writes;
    };
  }
}
