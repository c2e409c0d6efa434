package org.tagsmith.domain.report;

import java.util.Arrays;

/** One account's contacts of one day by set of labels, none of them zero. Immutable. */
final class DaySlice {
  static final DaySlice NONE = new DaySlice(new int[0], new int[0]);

  private final int[] sets;
  private final int[] contacts;

  private DaySlice(int[] sets, int[] contacts) {
    this.sets = sets;
    this.contacts = contacts;
  }

  int size() {
    return sets.length;
  }

  /** The number of the set in this place; ascending. */
  int set(int place) {
    return sets[place];
  }

  int contacts(int place) {
    return contacts[place];
  }

  /** Counts of one day that changed; for one thread. */
  static final class Changes {
    private static final long CONTACTS = 0xFFFF_FFFFL;

    private long[] packed = new long[8];
    private int size;

    void add(int set, int contactsThen) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size * 2);
      }
      packed[size++] = (long) set << 32 | contactsThen;
    }

    DaySlice applyTo(DaySlice former) {
      Arrays.sort(packed, 0, size);
      int[] sets = new int[former.size() + size];
      int[] contacts = new int[former.size() + size];
      int filled = 0;
      int old = 0;
      for (int i = 0; i < size; i++) {
        int set = (int) (packed[i] >> 32);
        while (old < former.size() && former.sets[old] < set) {
          sets[filled] = former.sets[old];
          contacts[filled++] = former.contacts[old++];
        }
        if (old < former.size() && former.sets[old] == set) {
          old++;
        }
        int count = (int) (packed[i] & CONTACTS);
        if (count > 0) {
          sets[filled] = set;
          contacts[filled++] = count;
        }
      }
      while (old < former.size()) {
        sets[filled] = former.sets[old];
        contacts[filled++] = former.contacts[old++];
      }
      return new DaySlice(Arrays.copyOf(sets, filled), Arrays.copyOf(contacts, filled));
    }
  }
}
