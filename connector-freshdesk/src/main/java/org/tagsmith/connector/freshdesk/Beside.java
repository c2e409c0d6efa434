package org.tagsmith.connector.freshdesk;

/** What a list of tickets shall tell beside each of them; each part has its price. */
enum Beside {
  NOTHING("", 0),
  MEASURES("&include=stats", 1),
  ALL("&include=requester,stats", 2);

  /** What one part adds to the price of a list. */
  private static final int CREDITS_OF_A_PART = 2;

  private final String query;
  private final int parts;

  Beside(String query, int parts) {
    this.query = query;
    this.parts = parts;
  }

  /** What to add to the query of a list. */
  String query() {
    return query;
  }

  /** What a page of the list takes from the account's limit of calls. */
  int credits() {
    return 1 + parts * CREDITS_OF_A_PART;
  }
}
