package org.tagsmith.connector.freshdesk;

/**
 * Where in a window of a list the next page lies.
 *
 * @param way how the window is read
 * @param offset how many rows lie before the page; {@code BACK}: before which row it ends; {@code
 *     NUMBERS}: the next ticket's number
 * @param to {@code BACK}: the second to read on from; {@code NUMBERS}: the last ticket's number
 */
record Place(Way way, long offset, long to) {
  /** The first look after all had been read. */
  static final Place RESTING = new Place(Way.RESTING, 0, 0);

  /** The first page of a window. */
  static final Place WINDOW = new Place(Way.ONWARD, 0, 0);

  /** How a window is read. */
  enum Way {
    /** Its first page; it rarely has more. */
    RESTING('r'),
    /** Page after page, while all rows share one second; else each page begins a window. */
    ONWARD('o'),
    /** The pages of a crowded second once more, last one first: rows that left moved others up. */
    BACK('b'),
    /** Ticket by ticket: more rows share one second than Freshdesk shows. */
    NUMBERS('n');

    private final char letter;

    Way(char letter) {
      this.letter = letter;
    }

    /** As a bookmark names it; never changes. */
    char letter() {
      return letter;
    }
  }

  static Place onward(long offset) {
    return new Place(Way.ONWARD, offset, 0);
  }

  static Place back(long offset, long to) {
    return new Place(Way.BACK, offset, to);
  }

  static Place numbers(long next, long last) {
    return new Place(Way.NUMBERS, next, last);
  }
}
