package org.tagsmith.domain.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;

class RewritingTest {
  private final Rewriting rewriting =
      new Rewriting(
          List.of(
              new Replacement("old", "card", 1, 3),
              new Replacement("older", "card", 1, 2),
              new Replacement("cap", "limit", 2, 1)));

  @Test
  void labels_that_mean_the_same_become_one_and_others_are_not_touched() {
    assertThat(rewriting.of(new TicketLabels(7, Set.of("Old", "older", "vip"))))
        .isEqualTo(new LabelChange(7, Set.of("card"), Set.of("Old", "older")));
  }

  @Test
  void a_label_is_added_only_in_place_of_one_that_is_there() {
    LabelPlan found = new LabelPlan(Set.of("card", "limit"), Set.of("cap"));

    assertThat(rewriting.stillHolds(found))
        .isEqualTo(new LabelPlan(Set.of("limit"), Set.of("cap")));
    assertThat(rewriting.stillHolds(new LabelPlan(Set.of("card"), Set.of())).isDone()).isTrue();
  }

  @Test
  void an_undo_goes_only_where_the_labels_are_as_the_plan_left_them() {
    TakingBack back = TakingBack.of(7, Set.of("old"), Set.of("card"), rewriting);

    assertThat(back.question()).isEqualTo(new LabelChange(7, Set.of("old"), Set.of("card")));
    assertThat(back.isAsLeft(new LabelPlan(Set.of("old"), Set.of("card")))).isTrue();
    assertThat(back.isAsLeft(new LabelPlan(Set.of("old"), Set.of()))).as("card gone").isFalse();
    assertThat(back.isAsLeft(new LabelPlan(Set.of(), Set.of("card")))).as("old back").isFalse();
  }

  @Test
  void a_house_label_that_was_there_before_stays_and_must_be_there_still() {
    TakingBack back = TakingBack.of(7, Set.of("old"), Set.of(), rewriting);

    assertThat(back.question()).isEqualTo(new LabelChange(7, Set.of("old", "card"), Set.of()));
    assertThat(back.isAsLeft(new LabelPlan(Set.of("old"), Set.of()))).isTrue();
    assertThat(back.isAsLeft(new LabelPlan(Set.of("old", "card"), Set.of()))).isFalse();
    assertThat(back.isAsLeft(new LabelPlan(Set.of("card"), Set.of())))
        .as("old back, card gone")
        .isFalse();
    assertThat(back.mayGoOn(new LabelPlan(Set.of("card"), Set.of()))).isFalse();
  }

  @Test
  void the_rest_is_told_from_what_was_done_lately_and_before_that_from_the_limit() {
    PlanProgress progress = new PlanProgress(90, 5, 2, 2, 1, 3, 0);
    Instant now = Instant.parse("2026-03-02T09:10:00Z");
    List<RateSlot> lately =
        List.of(
            new RateSlot(now.minusSeconds(40), 20),
            new RateSlot(now.minusSeconds(30), 20),
            new RateSlot(now.minusSeconds(20), 20),
            new RateSlot(now.minusSeconds(10), 20));

    assertThat(progress.remaining(400, lately, now, OptionalInt.of(400), 50))
        .isEqualTo(Duration.ofSeconds(150));
    assertThat(progress.remaining(400, List.of(), now, OptionalInt.of(400), 50))
        .as("200 calls a minute are 40 tickets")
        .isEqualTo(Duration.ofSeconds(450));
    assertThat(progress.remaining(400, List.of(), now, OptionalInt.of(100_000), 50))
        .as("one after the other, however many calls are allowed")
        .isEqualTo(Duration.ofSeconds(200));
    assertThat(progress.remaining(400, List.of(), now, OptionalInt.empty(), 50)).isNull();
    assertThat(progress.remaining(100, lately, now, OptionalInt.of(400), 50)).isNull();
  }
}
