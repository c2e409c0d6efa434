package org.tagsmith.domain.sync;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is still to do so that a ticket carries the wanted labels. Sets are compared, never lists,
 * and without case: no helpdesk keeps their order, and none takes two labels that differ in
 * capitals alone for two. Where one is wanted and its like in other capitals is not, it stays. What
 * is unsettled is to be sent even where the ticket is as wanted.
 *
 * @param missing to be added, as the helpdesk spells them
 * @param surplus to be removed, as the ticket spells them
 */
public record LabelPlan(Set<String> missing, Set<String> surplus) {
  public LabelPlan {
    missing = Set.copyOf(missing);
    surplus = Set.copyOf(surplus);
  }

  /**
   * Compares.
   *
   * @param present the ticket's labels
   * @param spelling how the helpdesk writes a label that is sent to it
   */
  public static LabelPlan between(
      Set<String> present, LabelChange change, UnaryOperator<String> spelling) {
    Set<String> has = lower(present);
    Set<String> wanted = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    for (String label : change.add()) {
      String spelled = spelling.apply(label);
      wanted.add(lower(spelled));
      if (!has.contains(lower(spelled))) {
        missing.add(spelled);
      } else if (change.unsettled().contains(label)) {
        present.stream().filter(there -> lower(there).equals(lower(spelled))).forEach(missing::add);
      }
    }
    Set<String> unwanted = lower(change.remove());
    unwanted.removeAll(wanted);
    Set<String> surplus = new TreeSet<>();
    for (String label : present) {
      if (unwanted.contains(lower(label))) {
        surplus.add(label);
      }
    }
    for (String label : change.remove()) {
      boolean absent = unwanted.contains(lower(label)) && !has.contains(lower(label));
      if (absent && change.unsettled().contains(label)) {
        surplus.add(spelling.apply(label));
      }
    }
    return new LabelPlan(missing, surplus);
  }

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return missing.isEmpty() && surplus.isEmpty();
  }

  /** All labels that would be added or removed. */
  public Set<String> touched() {
    Set<String> touched = new TreeSet<>(missing);
    touched.addAll(surplus);
    return touched;
  }

  /** Those labels of a change, as the change spells them, that these labels of a plan come from. */
  public static Set<String> askedAs(
      Set<String> labels, LabelChange change, UnaryOperator<String> spelling) {
    Set<String> wanted = lower(labels);
    return everyLabel(change).stream()
        .filter(
            label -> wanted.contains(lower(spelling.apply(label))) || wanted.contains(lower(label)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All labels of a change. */
  public static Set<String> everyLabel(LabelChange change) {
    return Stream.concat(change.add().stream(), change.remove().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> lower(Collection<String> labels) {
    return labels.stream().map(LabelPlan::lower).collect(Collectors.toSet());
  }

  private static String lower(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
