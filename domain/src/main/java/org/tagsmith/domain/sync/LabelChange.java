package org.tagsmith.domain.sync;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one ticket's labels shall become: a delta, never a whole list, so that labels others add
 * meanwhile stay.
 *
 * @param ticketId the helpdesk's ticket number, positive
 * @param add labels that shall be present, disjoint from {@code remove}
 * @param remove labels that shall be absent
 * @param unsettled those of either set that an earlier attempt wanted the other way round, while
 *     its end is not known: it may still take effect, so a ticket that is as wanted proves nothing
 *     about them, and they are sent behind it all the same
 */
public record LabelChange(
    long ticketId, Set<String> add, Set<String> remove, Set<String> unsettled) {
  public LabelChange {
    add = Set.copyOf(add);
    remove = Set.copyOf(remove);
    unsettled = Set.copyOf(unsettled);
    if (add.stream().anyMatch(remove::contains)) {
      throw new IllegalArgumentException("A label cannot be added and removed at once");
    }
  }

  /** A change after which, of earlier attempts, nothing is to be feared. */
  public LabelChange(long ticketId, Set<String> add, Set<String> remove) {
    this(ticketId, add, remove, Set.of());
  }

  /** The same change once these labels were sent behind all earlier attempts. */
  public LabelChange settled(Collection<String> labels) {
    return new LabelChange(
        ticketId,
        add,
        remove,
        unsettled.stream()
            .filter(Predicate.not(labels::contains))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
