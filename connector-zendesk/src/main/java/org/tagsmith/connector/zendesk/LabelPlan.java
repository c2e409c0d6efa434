package org.tagsmith.connector.zendesk;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagsmith.domain.sync.LabelChange;

/**
 * What is still to do so that a ticket carries the wanted labels. Sets are compared, never lists,
 * and without case, since Zendesk keeps neither order nor capitals.
 *
 * @param missing to be added, in Zendesk's spelling
 * @param surplus to be removed, as the ticket spells them
 */
record LabelPlan(Set<String> missing, Set<String> surplus) {
  static LabelPlan between(Set<String> present, LabelChange change) {
    Set<String> has = lower(present);
    Set<String> missing = new TreeSet<>();
    for (String label : change.add()) {
      String spelled = ZendeskSpelling.asWritten(label);
      if (!has.contains(spelled)) {
        missing.add(spelled);
      }
    }
    Set<String> unwanted = lower(change.remove());
    Set<String> surplus = new TreeSet<>();
    for (String label : present) {
      if (unwanted.contains(label.toLowerCase(Locale.ROOT))) {
        surplus.add(label);
      }
    }
    return new LabelPlan(missing, surplus);
  }

  boolean isDone() {
    return missing.isEmpty() && surplus.isEmpty();
  }

  Set<String> touched() {
    Set<String> touched = new TreeSet<>(missing);
    touched.addAll(surplus);
    return touched;
  }

  /** Those labels of a change, as the change spells them, that these labels of a plan come from. */
  static Set<String> askedAs(Set<String> labels, LabelChange change) {
    Set<String> wanted = lower(labels);
    return Stream.concat(change.add().stream(), change.remove().stream())
        .filter(
            label ->
                wanted.contains(ZendeskSpelling.asWritten(label))
                    || wanted.contains(label.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> lower(Collection<String> labels) {
    return labels.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
