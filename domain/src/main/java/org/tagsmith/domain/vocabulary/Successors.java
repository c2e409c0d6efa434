package org.tagsmith.domain.vocabulary;

import java.util.HashMap;
import java.util.Map;

/** Which tag counts for which: a retired tag's successor, and the successor's successor. */
final class Successors {
  private final Map<Integer, HouseTag> tags = new HashMap<>();

  Successors(Iterable<HouseTag> tags) {
    for (HouseTag tag : tags) {
      this.tags.putIfAbsent(tag.id(), tag);
    }
  }

  /**
   * The tag as it counts, null if there is no such id. A retired tag whose successors lead nowhere
   * or in a circle counts as itself.
   */
  HouseTag asItCounts(int id) {
    HouseTag first = tags.get(id);
    HouseTag here = first;
    for (int steps = 0; here != null && here.retired() && here.successorId() != null; steps++) {
      if (steps > tags.size()) {
        return first;
      }
      HouseTag next = tags.get(here.successorId());
      if (next == null) {
        return here;
      }
      here = next;
    }
    return here;
  }

  HouseTag tag(int id) {
    return tags.get(id);
  }
}
