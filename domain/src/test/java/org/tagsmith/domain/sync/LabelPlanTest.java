package org.tagsmith.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LabelPlanTest {
  @Test
  void only_the_difference_is_left_to_do_as_the_ticket_and_the_helpdesk_spell_it() {
    LabelPlan plan =
        LabelPlan.between(
            Set.of("Kept", "WRONG"),
            new LabelChange(1, Set.of("kept", "New"), Set.of("wrong", "never_there")),
            LabelPlanTest::lower);

    assertThat(plan).isEqualTo(new LabelPlan(Set.of("new"), Set.of("WRONG")));
    assertThat(plan.touched()).containsExactly("WRONG", "new");
  }

  @Test
  void a_label_that_is_wanted_is_not_removed_for_its_like_in_other_capitals() {
    LabelPlan plan =
        LabelPlan.between(
            Set.of("upgrade_creditcard"),
            new LabelChange(1, Set.of("Upgrade_CreditCard"), Set.of("upgrade_creditcard")),
            UnaryOperator.identity());

    assertThat(plan.isDone()).isTrue();
  }

  @Test
  void what_is_unsettled_is_sent_even_where_the_ticket_is_as_wanted() {
    LabelChange change =
        new LabelChange(
            1,
            Set.of("Kept", "there"),
            Set.of("Undone", "absent", "kept"),
            Set.of("Kept", "Undone", "kept"));

    LabelPlan plan =
        LabelPlan.between(Set.of("KEPT", "there", "other"), change, LabelPlanTest::lower);

    assertThat(plan).isEqualTo(new LabelPlan(Set.of("KEPT"), Set.of("undone")));
    assertThat(
            LabelPlan.between(
                    Set.of("KEPT", "there"),
                    change.settled(change.unsettled()),
                    LabelPlanTest::lower)
                .isDone())
        .isTrue();
  }

  @Test
  void labels_of_a_plan_are_found_again_as_they_were_asked_for() {
    LabelChange change = new LabelChange(1, Set.of("New"), Set.of("WRONG"));

    assertThat(LabelPlan.askedAs(Set.of("new", "Wrong"), change, LabelPlanTest::lower))
        .containsExactlyInAnyOrder("New", "WRONG");
  }

  private static String lower(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
