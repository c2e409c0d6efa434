package org.tagsmith.domain.sync.persistence;

import java.util.Arrays;

/** The ids of a set of labels, ascending and without repetition; a key. */
final class LabelIds implements Comparable<LabelIds> {
  private final int[] ids;
  private final int hash;

  private LabelIds(int[] ids) {
    this.ids = ids;
    this.hash = Arrays.hashCode(ids);
  }

  /** Takes the array over and sorts it. */
  static LabelIds of(int[] ids) {
    Arrays.sort(ids);
    int distinct = 0;
    for (int i = 0; i < ids.length; i++) {
      if (i == 0 || ids[i] != ids[i - 1]) {
        ids[distinct++] = ids[i];
      }
    }
    return new LabelIds(distinct == ids.length ? ids : Arrays.copyOf(ids, distinct));
  }

  int size() {
    return ids.length;
  }

  /** As PostgreSQL writes an {@code integer[]}. */
  String literal() {
    StringBuilder literal = new StringBuilder(2 + ids.length * 7).append('{');
    for (int i = 0; i < ids.length; i++) {
      literal.append(i == 0 ? "" : ",").append(ids[i]);
    }
    return literal.append('}').toString();
  }

  @Override
  public int compareTo(LabelIds other) {
    return Arrays.compare(ids, other.ids);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelIds that && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
