package org.tagsmith.sandbox.freshdesk.desk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The order of the lists. Lists are rebuilt when something was changed since they were last asked
 * for; that costs a walk over all tickets, but no ticket has to be computed. Not thread-safe; the
 * desk guards it.
 */
final class TicketIndex {
  private static final int ID_BITS = 31;
  private static final long ID_MASK = (1L << ID_BITS) - 1;

  private final TicketOrigin origin;
  private final Outline[] outlines;
  private final BitSet touched = new BitSet();
  private final Map<Long, Outline> changed = new HashMap<>();
  private final Map<Order, long[]> sorted = new EnumMap<>(Order.class);
  private final Map<View, long[]> views = new HashMap<>();

  private record View(Order order, Place place, long archivedBefore) {}

  TicketIndex(TicketOrigin origin) {
    this.origin = origin;
    outlines = new Outline[origin.size()];
    for (int position = 0; position < outlines.length; position++) {
      outlines[position] = origin.outline(position);
    }
  }

  /** Takes a ticket as it is from now on. */
  void changed(SandboxTicket ticket) {
    int position = origin.positionOf(ticket.id());
    if (position >= 0) {
      touched.set(position);
    }
    changed.put(ticket.id(), Outline.of(ticket));
    views.clear();
  }

  /**
   * The numbers of the tickets in one place, in ascending order.
   *
   * @param archivedBefore closed tickets that were last updated before this second are archived
   * @return entries to be read with {@link #key} and {@link #id}; not to be changed
   */
  long[] list(Order order, Place place, long archivedBefore) {
    View view = new View(order, place, archivedBefore);
    long[] list = views.get(view);
    if (list == null) {
      // older days are never asked for again
      views.keySet().removeIf(old -> old.archivedBefore() != archivedBefore);
      list = build(view);
      views.put(view, list);
    }
    return list;
  }

  private long[] build(View view) {
    long[] untouched = sorted.computeIfAbsent(view.order(), this::sortedOrigin);
    long[] live =
        changed.entrySet().stream()
            .filter(e -> placeOf(e.getValue(), view.archivedBefore()) == view.place())
            .mapToLong(e -> entry(e.getValue().key(view.order()), e.getKey()))
            .sorted()
            .toArray();
    long[] list = new long[untouched.length + live.length];
    int size = 0;
    int next = 0;
    for (long entry : untouched) {
      int position = origin.positionOf(id(entry));
      if (touched.get(position)
          || placeOf(outlines[position], view.archivedBefore()) != view.place()) {
        continue;
      }
      while (next < live.length && live[next] < entry) {
        list[size++] = live[next++];
      }
      list[size++] = entry;
    }
    while (next < live.length) {
      list[size++] = live[next++];
    }
    return Arrays.copyOf(list, size);
  }

  private long[] sortedOrigin(Order order) {
    long[] entries = new long[outlines.length];
    for (int position = 0; position < entries.length; position++) {
      entries[position] = entry(outlines[position].key(order), origin.idAt(position));
    }
    Arrays.sort(entries);
    return entries;
  }

  /** Where a ticket is on a day on which older ones are archived. */
  static Place placeOf(Outline outline, long archivedBefore) {
    return outline.place() == Place.LISTED
            && outline.status() == Statuses.CLOSED
            && outline.updatedAt() < archivedBefore
        ? Place.ARCHIVED
        : outline.place();
  }

  private static long entry(long key, long id) {
    return (key << ID_BITS) | id;
  }

  /** What a list was sorted by. */
  static long key(long entry) {
    return entry >>> ID_BITS;
  }

  /** The ticket's number. */
  static long id(long entry) {
    return entry & ID_MASK;
  }

  /** The first place in a list whose key is at least this. */
  static int firstFrom(long[] list, long key) {
    int found = Arrays.binarySearch(list, entry(key, 0));
    return found >= 0 ? found : -found - 1;
  }
}
