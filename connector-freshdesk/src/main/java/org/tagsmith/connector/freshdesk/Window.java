package org.tagsmith.connector.freshdesk;

import java.util.List;
import org.tagsmith.connector.freshdesk.wire.TicketJson;

/**
 * One page as it came, and what it says about where to read on. The list is a moving one: a ticket
 * that changes leaves its place for the end, and all behind it move up by one. Who reads page after
 * page skips some of those. So each page begins a new window at the second in which the former page
 * ended; only rows that all share one second are read page after page, and then once more from the
 * last page to the first, where moving up cannot hide a row. Pure.
 *
 * @param tickets in the list's order
 * @param start how many rows lie before the page
 * @param size how many rows were asked for
 * @param hasNext whether Freshdesk says that there is a next page
 */
record Window(List<TicketJson> tickets, long start, int size, boolean hasNext) {
  /** Freshdesk refuses the 301st page. */
  static final int MOST_PAGES = 300;

  /** The same page with more told of its tickets. */
  Window with(List<TicketJson> completed) {
    return new Window(completed, start, size, hasNext);
  }

  /** Whether the list may go on behind this page; a link behind no rows at all leads nowhere. */
  boolean hasMore() {
    return tickets.size() >= size || (hasNext && !tickets.isEmpty());
  }

  /** The second of the last change in the list's order; {@code otherwise} if no row tells any. */
  long last(long otherwise) {
    for (int i = tickets.size() - 1; i >= 0; i--) {
      long second = FreshdeskTranslator.secondOf(tickets.get(i).updatedAt());
      if (second >= 0) {
        return second;
      }
    }
    return otherwise;
  }

  /** Whether some row is older than the window: a page of another window, from some cache. */
  boolean holdsOlderThan(long second) {
    return tickets.stream()
        .mapToLong(ticket -> FreshdeskTranslator.secondOf(ticket.updatedAt()))
        .anyMatch(each -> each >= 0 && each < second);
  }

  /**
   * Whether the rows go from new to old. A single row out of order is none of that: the list may
   * show a ticket at its former place with its newest stamp.
   */
  boolean isBackward() {
    int down = 0;
    int up = 0;
    for (int i = 1; i < tickets.size(); i++) {
      long one = FreshdeskTranslator.secondOf(tickets.get(i - 1).updatedAt());
      long two = FreshdeskTranslator.secondOf(tickets.get(i).updatedAt());
      down += one > two ? 1 : 0;
      up += one < two ? 1 : 0;
    }
    return down > up + 1;
  }

  /**
   * Where to read on in the window that begins at {@code from}.
   *
   * @return null where the list has ended
   */
  Step after(Place place, long from) {
    long last = Math.max(from, last(from));
    if (place.way() == Place.Way.BACK) {
      return start > 0
          ? new Step(Place.back(start, place.to()), from)
          : place.to() > from ? new Step(Place.WINDOW, place.to()) : null;
    }
    if (!hasMore()) {
      return start == 0 ? null : new Step(Place.back(start, last), from);
    }
    if (last > from) {
      return start == 0 ? new Step(Place.WINDOW, last) : new Step(Place.back(start, last), from);
    }
    return new Step(Place.onward(start + size), from);
  }

  /**
   * Where to read on.
   *
   * @param place the place in the next window
   * @param from where that window begins
   */
  record Step(Place place, long from) {}
}
