package org.tagsmith.survival;

import java.util.ArrayList;
import java.util.List;
import org.tagsmith.sandbox.desk.Journal;

/**
 * Counts, between one kill and the next, the pages that were given, and neither stored nor kept for
 * whoever reads next.
 */
final class PagesInVain {
  private final LivingHelpdesk helpdesk;
  private final Books books;
  private final List<Integer> inVain = new ArrayList<>();
  private int seenCalls;
  private long seenHeld;

  PagesInVain(LivingHelpdesk helpdesk, Books books) {
    this.helpdesk = helpdesk;
    this.books = books;
    books.countPages();
  }

  /** Counts what was read since the last call; nobody may be reading. */
  void count() {
    List<Journal.Call> calls = helpdesk.journal().calls();
    int given = helpdesk.pages(calls.subList(seenCalls, calls.size())).size();
    long held = books.pagesHeld();
    inVain.add((int) (given - (held - seenHeld)));
    seenCalls = calls.size();
    seenHeld = held;
  }

  /** How many pages were given in vain, and so had to be read again; one number for each count. */
  List<Integer> inVain() {
    return inVain;
  }
}
