package org.tagsmith.domain.sync.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;

/**
 * The undo of what a plan did to one ticket. It goes only where the ticket's labels are as the plan
 * left them: the house label there, the former ones not.
 *
 * @param restored the labels that the plan removed
 * @param removed those that it added; not those that were there before
 * @param kept labels that stood in for the restored ones and were there before
 */
public record TakingBack(
    long ticketId, Set<String> restored, Set<String> removed, Set<String> kept) {
  public TakingBack {
    restored = Set.copyOf(restored);
    removed = Set.copyOf(removed);
    kept = Set.copyOf(kept);
  }

  /** The undo of a change by this plan. */
  public static TakingBack of(
      long ticketId, Set<String> restored, Set<String> removed, Rewriting plan) {
    Set<String> without = removed.stream().map(TakingBack::lower).collect(Collectors.toSet());
    Set<String> kept =
        plan.by(restored).stream()
            .filter(label -> !without.contains(lower(label)))
            .collect(Collectors.toSet());
    return new TakingBack(ticketId, restored, removed, kept);
  }

  /** What the helpdesk is asked about, so that it tells whether the ticket is as it was left. */
  public LabelChange question() {
    Set<String> present = new HashSet<>(restored);
    present.addAll(kept);
    return new LabelChange(ticketId, present, removed);
  }

  /** Whether the ticket is as the plan left it, by what {@link #question} would have to do. */
  public boolean isAsLeft(LabelPlan found) {
    return found.missing().size() == restored.size()
        && found.surplus().size() == removed.size()
        && isKept(found);
  }

  /**
   * Whether an undo that was begun, and whose end is not known, may go on: all that is left to do
   * is ours, and the label that it takes away is there still.
   */
  public boolean mayGoOn(LabelPlan found) {
    return found.missing().size() <= restored.size()
        && found.surplus().size() == removed.size()
        && isKept(found);
  }

  private boolean isKept(LabelPlan found) {
    return kept.stream().noneMatch(found.missing()::contains);
  }

  private static String lower(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
