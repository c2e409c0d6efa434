package org.tagsmith.sandbox.freshdesk.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A sorted list of tickets' numbers at one moment. Immutable. */
public final class TicketList {
  private final long[] entries;
  private final int first;

  TicketList(long[] entries, int first) {
    this.entries = entries;
    this.first = first;
  }

  /** How many there are. */
  public int size() {
    return entries.length - first;
  }

  /** The number at a place of the ascending order. */
  public long id(int place) {
    return TicketIndex.id(entries[first + place]);
  }

  /**
   * A stretch of the list.
   *
   * @param descending counts from the end of the ascending order
   * @param tiesTurned within equal values by descending number instead, as a database without a
   *     second sorting column may answer
   */
  public List<Long> slice(int from, int until, boolean descending, boolean tiesTurned) {
    List<Long> ids = new ArrayList<>(Math.max(0, until - from));
    for (int place = Math.max(0, from); place < Math.min(size(), until); place++) {
      int at = descending ? size() - 1 - place : place;
      ids.add(id(tiesTurned ? mirrored(at) : at));
    }
    return Collections.unmodifiableList(ids);
  }

  private int mirrored(int at) {
    long key = TicketIndex.key(entries[first + at]);
    int low = TicketIndex.firstFrom(entries, key) - first;
    int high = TicketIndex.firstFrom(entries, key + 1) - first - 1;
    return Math.max(0, low) + high - at;
  }
}
