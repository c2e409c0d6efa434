package org.tagsmith.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.WaitingChanges.Entry;

class WaitingChangesTest {
  private static final Instant FIRST = Instant.parse("2026-05-06T12:00:00Z");

  @Property
  void one_merged_change_has_the_effect_of_all_in_their_order(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 7) Integer> decisions,
      @ForAll @Size(max = 4) Set<@IntRange(min = 0, max = 3) Integer> there) {
    Set<String> labels = new HashSet<>();
    there.forEach(number -> labels.add("label" + number));
    Set<String> oneByOne = new HashSet<>(labels);
    List<Entry> entries = new ArrayList<>();
    for (int decision : decisions) {
      String label = "label" + decision % 4;
      if (decision < 4) {
        entries.add(new Entry(entries.size(), Set.of(label), Set.of(), 0, null));
        oneByOne.add(label);
      } else {
        entries.add(new Entry(entries.size(), Set.of(), Set.of(label), 0, null));
        oneByOne.remove(label);
      }
    }

    LabelChange merged = new WaitingChanges(1, entries).merged();

    Set<String> atOnce = new HashSet<>(labels);
    atOnce.addAll(merged.add());
    atOnce.removeAll(merged.remove());
    assertThat(atOnce).isEqualTo(oneByOne);
  }

  @Test
  void what_an_earlier_attempt_wanted_the_other_way_round_is_unsettled() {
    WaitingChanges changes =
        new WaitingChanges(
            1,
            List.of(
                new Entry(7, Set.of("undone", "kept"), Set.of("again"), 1, FIRST),
                new Entry(8, Set.of(), Set.of("undone"), 0, null),
                new Entry(9, Set.of("again"), Set.of(), 0, null)));

    LabelChange merged = changes.merged();

    assertThat(merged.add()).containsExactlyInAnyOrder("kept", "again");
    assertThat(merged.remove()).containsExactly("undone");
    assertThat(merged.unsettled()).containsExactlyInAnyOrder("undone", "again");
    assertThat(merged.settled(Set.of("again")).unsettled()).containsExactly("undone");
  }

  @Test
  void what_was_undone_before_it_was_sent_is_not_unsettled() {
    Entry added = new Entry(7, Set.of("a"), Set.of(), 1, FIRST);
    Entry undone = new Entry(8, Set.of(), Set.of("a"), 1, FIRST);
    Entry addedAgain = new Entry(9, Set.of("a"), Set.of(), 0, null);

    assertThat(new WaitingChanges(1, List.of(added, undone)).merged().unsettled()).isEmpty();
    assertThat(new WaitingChanges(1, List.of(added, undone, addedAgain)).merged().unsettled())
        .containsExactly("a");
  }

  @Test
  void of_several_attempts_each_may_still_take_effect() {
    Entry added = new Entry(7, Set.of("a"), Set.of(), 2, FIRST);
    Entry undone = new Entry(8, Set.of(), Set.of("a"), 1, FIRST.plusSeconds(5));

    // the first attempt wanted to add it, the second one to remove it
    assertThat(new WaitingChanges(1, List.of(added, undone)).merged().unsettled())
        .containsExactly("a");
  }

  @Test
  void a_decision_speaks_against_a_plan_that_takes_or_gives_what_it_would_not() {
    Entry plan = new Entry(9, Set.of("Card"), Set.of("old"), 0, null);

    assertThat(decision(Set.of(), Set.of("OLD")).speaksAgainst(plan)).isTrue();
    assertThat(decision(Set.of(), Set.of("card")).speaksAgainst(plan)).isTrue();
    assertThat(decision(Set.of("Old"), Set.of()).speaksAgainst(plan)).isTrue();
    assertThat(decision(Set.of("card"), Set.of()).speaksAgainst(plan)).isFalse();
    assertThat(decision(Set.of("urgent"), Set.of("vip")).speaksAgainst(plan)).isFalse();
  }

  private static Entry decision(Set<String> add, Set<String> remove) {
    return new Entry(7, add, remove, 0, null);
  }

  @Test
  void a_refusal_concerns_the_entries_that_touch_its_labels_or_all_when_it_names_none() {
    WaitingChanges changes =
        new WaitingChanges(
            1,
            List.of(
                new Entry(7, Set.of("a"), Set.of(), 0, null),
                new Entry(8, Set.of(), Set.of("b"), 2, null)));

    assertThat(changes.concernedBy(Set.of("b"))).containsExactly(8L);
    assertThat(changes.concernedBy(Set.of("c"))).containsExactly(7L, 8L);
    assertThat(changes.concernedBy(Set.of())).containsExactly(7L, 8L);
    assertThat(changes.attempts()).isEqualTo(2);
  }
}
