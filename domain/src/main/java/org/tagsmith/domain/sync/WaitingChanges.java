package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
   * @param sentAt when it was first handed to the connector, null if never; the same for all that
   *     were first sent together
   * @param planned null if a person decided it, and not a plan
   */
  public record Entry(
      long id, Set<String> add, Set<String> remove, int attempts, Instant sentAt, Planned planned) {
    public Entry {
      add = Set.copyOf(add);
      remove = Set.copyOf(remove);
    }

    /** What a person decided. */
    public Entry(long id, Set<String> add, Set<String> remove, int attempts, Instant sentAt) {
      this(id, add, remove, attempts, sentAt, null);
    }

    /** The same entry with another change. */
    public Entry with(LabelPlan change) {
      return new Entry(id, change.missing(), change.surplus(), attempts, sentAt, planned);
    }

    /**
     * Whether this decision says otherwise than a plan wants: it speaks about a label that the plan
     * takes away, or takes away one that the plan gives. Capitals make no difference.
     */
    public boolean speaksAgainst(Entry ofPlan) {
      Set<String> away = lower(ofPlan.remove);
      Set<String> given = lower(ofPlan.add);
      return lower(add).stream().anyMatch(away::contains)
          || lower(remove).stream()
              .anyMatch(label -> away.contains(label) || given.contains(label));
    }

    private static Set<String> lower(Set<String> labels) {
      return labels.stream()
          .map(label -> label.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    }

    private boolean touches(Collection<String> labels) {
      return labels.stream().anyMatch(label -> add.contains(label) || remove.contains(label));
    }
  }

  /**
   * How an entry belongs to a plan.
   *
   * @param takesBack whether it undoes what the plan did
   * @param begun whether a write of it may have begun already
   */
  public record Planned(long plan, boolean takesBack, boolean begun) {}

  /**
   * The one change that has the effect of all of them, one after the other: about each label the
   * last decision counts. An addition and its undo become a removal and not nothing, because the
   * label may have been there before both; where it was not, the connector finds nothing to write.
   * Unsettled is what an earlier attempt wanted the other way round.
   */
  public LabelChange merged() {
    LabelChange wanted = merged(entries);
    Set<String> unsettled = new HashSet<>();
    entries.stream()
        .map(Entry::sentAt)
        .filter(Objects::nonNull)
        .distinct()
        .map(this::sentAt)
        .forEach(
            sent -> {
              sent.add().stream().filter(wanted.remove()::contains).forEach(unsettled::add);
              sent.remove().stream().filter(wanted.add()::contains).forEach(unsettled::add);
            });
    return new LabelChange(ticketId, wanted.add(), wanted.remove(), unsettled);
  }

  /** What was sent then: an attempt takes with it all that waits. */
  private LabelChange sentAt(Instant time) {
    return merged(
        entries.stream()
            .filter(entry -> entry.sentAt() != null && !entry.sentAt().isAfter(time))
            .toList());
  }

  private LabelChange merged(List<Entry> decided) {
    Set<String> add = new LinkedHashSet<>();
    Set<String> remove = new LinkedHashSet<>();
    for (Entry entry : decided) {
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
