package org.tagsmith.domain.sync;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that waits to be written to one ticket.
 *
 * @param ticketId the helpdesk's number
 * @param entries in the order in which they were decided, at least one
 */
public record WaitingChanges(long ticketId, List<Entry> entries) {
  public WaitingChanges {
    entries = List.copyOf(entries);
  }

  /**
   * One decision.
   *
   * @param id of the outbox entry
   * @param attempts failed ones so far
   */
  public record Entry(long id, Set<String> add, Set<String> remove, int attempts) {
    public Entry {
      add = Set.copyOf(add);
      remove = Set.copyOf(remove);
    }

    private boolean touches(Collection<String> labels) {
      return labels.stream().anyMatch(label -> add.contains(label) || remove.contains(label));
    }
  }

  /**
   * The one change that has the effect of all of them, one after the other: about each label the
   * last decision counts. An addition and its undo become a removal and not nothing, because the
   * label may have been there before both; where it was not, the connector finds nothing to write.
   */
  public LabelChange merged() {
    Set<String> add = new LinkedHashSet<>();
    Set<String> remove = new LinkedHashSet<>();
    for (Entry entry : entries) {
      remove.removeAll(entry.add());
      add.addAll(entry.add());
      add.removeAll(entry.remove());
      remove.addAll(entry.remove());
    }
    return new LabelChange(ticketId, add, remove);
  }

  /** The ids of all entries. */
  public List<Long> ids() {
    return entries.stream().map(Entry::id).toList();
  }

  /**
   * The entries a refusal concerns: those that touch the labels it names, or all when it names none
   * of ours. The others stay and are written without them.
   */
  public List<Long> concernedBy(Set<String> labels) {
    List<Long> concerned =
        entries.stream().filter(entry -> entry.touches(labels)).map(Entry::id).toList();
    return concerned.isEmpty() ? ids() : concerned;
  }

  /** The most failed attempts of any entry. */
  public int attempts() {
    return entries.stream().mapToInt(Entry::attempts).max().orElse(0);
  }
}
