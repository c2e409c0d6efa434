package org.tagsmith.sandbox.zendesk.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The order of the export: eight bytes for each untouched ticket, an entry for each touched one.
 * Not thread-safe; the desk guards it.
 */
final class ExportIndex {
  private static final int POSITION_BITS = 31;
  private static final long POSITION_MASK = (1L << POSITION_BITS) - 1;

  private final TicketOrigin origin;
  private final long[] untouched;
  private final BitSet touched = new BitSet();
  private final NavigableMap<ExportCursor, SandboxTicket> changed = new TreeMap<>();

  ExportIndex(TicketOrigin origin) {
    this.origin = origin;
    untouched = new long[origin.size()];
    for (int position = 0; position < untouched.length; position++) {
      untouched[position] = (origin.generatedAt(position) << POSITION_BITS) | position;
    }
    Arrays.sort(untouched);
  }

  /** Moves a ticket to its new place. */
  void moved(SandboxTicket before, SandboxTicket after) {
    if (before != null) {
      int position = origin.positionOf(before.id());
      if (position >= 0) {
        touched.set(position);
      }
      changed.remove(ExportCursor.after(before));
    }
    changed.put(ExportCursor.after(after), after);
  }

  /**
   * The next tickets after a place.
   *
   * @param until the newest second that may be given
   */
  List<Slot> next(ExportCursor from, int limit, long until) {
    List<Slot> slots = new ArrayList<>(Math.min(limit, 1024));
    int place = firstAfter(from);
    var live =
        changed
            .tailMap(from, false)
            .headMap(new ExportCursor(until, Long.MAX_VALUE), true)
            .entrySet()
            .iterator();
    var nextLive = live.hasNext() ? live.next() : null;
    while (slots.size() < limit) {
      while (place < untouched.length && touched.get(positionAt(place))) {
        place++;
      }
      boolean hasOld = place < untouched.length && secondAt(place) <= until;
      if (nextLive != null && (!hasOld || nextLive.getKey().compareTo(cursorAt(place)) < 0)) {
        slots.add(new Slot(-1, nextLive.getValue()));
        nextLive = live.hasNext() ? live.next() : null;
      } else if (hasOld) {
        slots.add(new Slot(positionAt(place++), null));
      } else {
        break;
      }
    }
    return slots;
  }

  /**
   * The place that lies some untouched tickets before another; used to give tickets twice on
   * demand.
   */
  ExportCursor before(ExportCursor from, int tickets) {
    int place = firstAfter(from) - tickets - 1;
    return place < 0 ? new ExportCursor(0, 0) : cursorAt(place);
  }

  private int firstAfter(ExportCursor from) {
    int low = 0;
    int high = untouched.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cursorAt(middle).compareTo(from) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private ExportCursor cursorAt(int place) {
    return new ExportCursor(secondAt(place), origin.idAt(positionAt(place)));
  }

  private long secondAt(int place) {
    return untouched[place] >>> POSITION_BITS;
  }

  private int positionAt(int place) {
    return (int) (untouched[place] & POSITION_MASK);
  }

  /**
   * One place in the export.
   *
   * @param position of an untouched ticket, negative for a touched one
   * @param ticket a touched ticket, otherwise null
   */
  record Slot(int position, SandboxTicket ticket) {}
}
