package org.tagsmith.domain.sync;

import java.util.Set;

/**
 * What one ticket's labels shall become: a delta, never a whole list, so that labels others add
 * meanwhile stay.
 *
 * @param ticketId the helpdesk's ticket number, positive
 * @param add labels that shall be present, disjoint from {@code remove}
 * @param remove labels that shall be absent
 */
public record LabelChange(long ticketId, Set<String> add, Set<String> remove) {
  public LabelChange {
    add = Set.copyOf(add);
    remove = Set.copyOf(remove);
    if (add.stream().anyMatch(remove::contains)) {
      throw new IllegalArgumentException("A label cannot be added and removed at once");
    }
  }
}
