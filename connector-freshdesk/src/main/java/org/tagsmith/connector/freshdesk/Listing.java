package org.tagsmith.connector.freshdesk;

/**
 * The lists in which Freshdesk keeps tickets. The plain one holds neither deleted tickets nor spam:
 * who leaves it leaves no mark there, and stands in one of the others, or in the archive.
 */
enum Listing {
  TICKETS('t', ""),
  DELETED('d', "&filter=deleted"),
  SPAM('s', "&filter=spam"),
  /** No list of tickets: what customers rated. */
  RATINGS('r', "");

  private final char letter;
  private final String filter;

  Listing(char letter, String filter) {
    this.letter = letter;
    this.filter = filter;
  }

  /** As a bookmark names it; never changes. */
  char letter() {
    return letter;
  }

  /** What to add to the query of a list. */
  String filter() {
    return filter;
  }
}
