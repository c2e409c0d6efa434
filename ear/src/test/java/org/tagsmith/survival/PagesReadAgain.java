package org.tagsmith.survival;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tagsmith.sandbox.desk.Journal;

/** Counts, between one kill and the next, the pages that had been given before. */
final class PagesReadAgain {
  private final Journal journal;
  private final Set<String> given = new HashSet<>();
  private final List<Integer> again = new ArrayList<>();
  private int seen;

  PagesReadAgain(Journal journal) {
    this.journal = journal;
  }

  /** Counts what was read since the last call. */
  void count() {
    List<Journal.Call> calls = journal.calls();
    int repeated = 0;
    for (Journal.Call call : calls.subList(seen, calls.size())) {
      // an empty page is the end, which is asked for until something is behind it
      if (call.path().contains("/incremental/") && call.tickets() > 0 && !given.add(call.query())) {
        repeated++;
      }
    }
    seen = calls.size();
    again.add(repeated);
  }

  /** How many pages were read again, one number for each call of {@link #count}. */
  List<Integer> again() {
    return again;
  }
}
