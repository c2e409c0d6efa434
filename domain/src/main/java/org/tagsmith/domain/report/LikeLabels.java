package org.tagsmith.domain.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, label by label, an earlier one whose tickets are so alike that both surely mean the same.
 * For one thread.
 */
final class LikeLabels {
  /** Where 96 in 100 labels of the trial with customers' questions are joined to their like. */
  private static final double SURELY = 0.5;

  /** Strength of a tag from which labels are joined by that tag, by whoever shows them. */
  private static final double LIKELY = 2.0 / 3;

  private record Leader(int label, double weight) {}

  private final AlikeTickets tickets;
  private final Map<Integer, List<Leader>> leaders = new HashMap<>();

  LikeLabels(AlikeTickets tickets) {
    this.tickets = tickets;
  }

  /**
   * The earlier label, which is like none before it; empty if the label itself is like none, and
   * where tickets make a house tag likely.
   *
   * @param label its number
   */
  Optional<Integer> earlierLike(int label) {
    if (tickets.tagsOf(label).values().stream().anyMatch(each -> each >= LIKELY)) {
      return Optional.empty();
    }
    Map<Integer, Double> peculiar = tickets.peculiarTo(label);
    Map<Integer, Double> closeness = new HashMap<>();
    peculiar.forEach(
        (key, weight) ->
            leaders
                .getOrDefault(key, List.of())
                .forEach(
                    leader ->
                        closeness.merge(leader.label(), weight * leader.weight(), Double::sum)));
    Optional<Integer> nearest =
        closeness.entrySet().stream()
            .filter(each -> each.getValue() >= SURELY)
            .max(
                Map.Entry.<Integer, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey);
    if (nearest.isEmpty()) {
      peculiar.forEach(
          (key, weight) ->
              leaders
                  .computeIfAbsent(key, fresh -> new ArrayList<>())
                  .add(new Leader(label, weight)));
    }
    return nearest;
  }
}
