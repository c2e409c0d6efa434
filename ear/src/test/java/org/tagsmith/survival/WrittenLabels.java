package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tagsmith.sandbox.desk.Journal.Effect;
import org.tagsmith.survival.LivingHelpdesk.Decided;
import org.tagsmith.survival.LivingHelpdesk.Product;

/** What was decided through Tagsmith, and how often the helpdesk was changed for it. */
final class WrittenLabels {
  private WrittenLabels() {}

  /** Fails unless everything decided was written, and nothing twice. */
  static void assertOnce(Product product, LivingHelpdesk helpdesk, Books books) {
    assertThat(
            books.texts(
                """
                select concat_ws(' ', state, ticket_id, add_labels, remove_labels, last_problem)
                from outbox_entry where state <> 'written'
                """))
        .as("changes that were not written")
        .isEmpty();
    List<Effect> written =
        helpdesk.journal().effects().stream()
            .filter(effect -> Set.of("api", "batch").contains(effect.by()))
            .toList();
    Map<Decided, Long> added = times(written, Effect::added);
    Map<Decided, Long> removed = times(written, Effect::removed);
    helpdesk
        .decisions()
        .forEach(
            (decided, stays) -> {
              long adds = added.getOrDefault(decided, 0L);
              long removals = removed.getOrDefault(decided, 0L);
              if (stays) {
                assertThat(adds).as("%s was added", decided).isEqualTo(1);
                assertThat(removals).as("%s was removed", decided).isZero();
              } else {
                // an addition and its undo that waited together were never written
                assertThat(adds).as("%s was added and removed", decided).isEqualTo(removals);
                assertThat(adds).isLessThanOrEqualTo(1);
              }
            });
    if (product == Product.FRESHDESK) {
      // Where only the whole can be replaced, what an agent did between our reading and our writing
      // is undone; the re-read shows it.
      added.keySet().removeIf(label -> !label.isOurs());
    }
    assertThat(helpdesk.decisions().keySet()).containsAll(added.keySet());
    // A closed ticket is changed by a job that outlives whoever asked for it: the next process may
    // ask again before the job has run, and the second job finds nothing left to do.
    // And what was undone is sent behind an attempt that may still take effect.
    Set<Long> undone =
        helpdesk.decisions().entrySet().stream()
            .filter(decision -> !decision.getValue())
            .map(decision -> decision.getKey().ticket())
            .collect(Collectors.toSet());
    assertThat(written)
        .filteredOn(effect -> effect.by().equals("api") && !undone.contains(effect.ticketId()))
        .as("writes without effect")
        .noneMatch(effect -> effect.added().isEmpty() && effect.removed().isEmpty());
  }

  private static Map<Decided, Long> times(
      List<Effect> effects, Function<Effect, Set<String>> labels) {
    return effects.stream()
        .flatMap(
            effect ->
                labels.apply(effect).stream().map(label -> new Decided(effect.ticketId(), label)))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
