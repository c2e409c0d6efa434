package org.tagsmith.domain.sync.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;

/**
 * What a plan's replacements come to on a ticket. A label is added only in place of one that is
 * there, so a ticket from which a person took the old label is left alone. Capitals make no
 * difference, as in {@link LabelPlan}. Immutable.
 */
public final class Rewriting {
  private final Map<String, String> byLabel = new HashMap<>();

  public Rewriting(List<Replacement> replacements) {
    replacements.forEach(each -> byLabel.put(lower(each.label()), each.by()));
  }

  /** What is wanted of a ticket as it was last read; changes nothing where none is replaced. */
  public LabelChange of(TicketLabels ticket) {
    Set<String> replaced =
        ticket.labels().stream()
            .filter(label -> byLabel.containsKey(lower(label)))
            .collect(Collectors.toUnmodifiableSet());
    return new LabelChange(ticket.ticketId(), by(replaced), replaced);
  }

  /**
   * What of a change still holds, now that the ticket was read at the helpdesk.
   *
   * @param found what would have to be done for all of it
   * @return nothing to do if none of the labels to be replaced is there any more
   */
  public LabelPlan stillHolds(LabelPlan found) {
    Set<String> wanted =
        by(found.surplus()).stream().map(Rewriting::lower).collect(Collectors.toSet());
    Set<String> missing =
        found.missing().stream()
            .filter(label -> wanted.contains(lower(label)))
            .collect(Collectors.toUnmodifiableSet());
    return new LabelPlan(missing, found.surplus());
  }

  /** The labels that stand in place of these. */
  public Set<String> by(Set<String> replaced) {
    return replaced.stream()
        .map(label -> byLabel.get(lower(label)))
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String lower(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
