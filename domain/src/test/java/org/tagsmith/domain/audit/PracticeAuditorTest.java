package org.tagsmith.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.audit.PracticeAudit.RareTag;
import org.tagsmith.domain.audit.TeamTagCounts.Count;
import org.tagsmith.domain.audit.TeamTagCounts.Team;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

class PracticeAuditorTest {
  private static final Team NORTH = new Team(1, 10);
  private static final Team SOUTH = new Team(1, 20);
  private static final int DELIVERY = 1;
  private static final int LATE_DELIVERY = 2;
  private static final int REFUND = 3;
  private static final int UNUSED = 4;
  private static final int RETIRED = 5;

  private final List<Count> counts = new ArrayList<>();

  @Test
  void live_tags_of_few_contacts_are_named_those_of_none_first() {
    given(NORTH, 100, DELIVERY);
    given(NORTH, 9, REFUND);
    given(SOUTH, 12, LATE_DELIVERY);

    assertThat(audit().rare()).containsExactly(new RareTag(UNUSED, 0), new RareTag(REFUND, 9));
  }

  @Test
  void tags_nearly_always_given_together_are_a_pair_and_those_seldom_together_are_none() {
    given(NORTH, 40, DELIVERY, REFUND);
    given(NORTH, 60, DELIVERY);
    given(NORTH, 5, REFUND);
    given(NORTH, 10, DELIVERY, LATE_DELIVERY);
    given(NORTH, 40, LATE_DELIVERY);

    assertThat(audit().together())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.first()).isEqualTo(DELIVERY);
              assertThat(pair.second()).isEqualTo(REFUND);
              assertThat(pair.both()).isEqualTo(40);
              assertThat(pair.share()).isBetween(0.88, 0.89);
            });
  }

  @Test
  void few_contacts_make_no_pair_however_sure_they_look() {
    given(NORTH, 20, DELIVERY, REFUND);

    assertThat(audit().together()).isEmpty();
  }

  @Test
  void tags_alike_of_which_each_is_one_teams_choice_stand_for_one_another() {
    given(NORTH, 90, DELIVERY);
    given(NORTH, 5, LATE_DELIVERY);
    given(SOUTH, 80, LATE_DELIVERY);
    given(SOUTH, 100, REFUND);

    assertThat(audit().instead())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(List.of(pair.first(), pair.second()))
                  .containsExactly(DELIVERY, LATE_DELIVERY);
              assertThat(pair.firstTeam()).isEqualTo(NORTH);
              assertThat(pair.secondTeam()).isEqualTo(SOUTH);
            });
  }

  @Test
  void where_both_teams_give_both_nothing_stands_for_anything() {
    given(NORTH, 90, DELIVERY);
    given(NORTH, 60, LATE_DELIVERY);
    given(SOUTH, 80, LATE_DELIVERY);
    given(SOUTH, 70, DELIVERY);

    assertThat(audit().instead()).isEmpty();
  }

  @Test
  void a_team_that_gives_a_tag_far_more_often_than_the_rest_is_named_and_chance_is_not() {
    given(NORTH, 80, REFUND);
    given(NORTH, 120, DELIVERY);
    given(SOUTH, 40, REFUND);
    given(SOUTH, 960, DELIVERY);
    given(SOUTH, 60, LATE_DELIVERY);

    assertThat(audit().habits())
        .filteredOn(habit -> habit.tagId() == REFUND)
        .extracting(PracticeAudit.TeamHabit::team)
        .containsExactlyInAnyOrder(NORTH, SOUTH);
    assertThat(audit().habits()).noneMatch(habit -> habit.tagId() == DELIVERY);
  }

  @Test
  void a_single_team_has_nobody_to_differ_from() {
    given(NORTH, 80, REFUND);
    given(NORTH, 500, DELIVERY);

    assertThat(audit().habits()).isEmpty();
  }

  private void given(Team team, long contacts, Integer... tags) {
    counts.add(new Count(team, List.of(tags), contacts));
  }

  private PracticeAudit audit() {
    Vocabulary vocabulary =
        new Vocabulary(
            7,
            List.of(new TagFamily("Topic", "teal", Map.of())),
            List.of(
                tag(DELIVERY, "Topic_Delivery", false),
                tag(LATE_DELIVERY, "Topic_DeliveryLate", false),
                tag(REFUND, "Topic_Refund", false),
                tag(UNUSED, "Topic_Fax", false),
                tag(RETIRED, "Topic_Telex", true)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new PracticeAuditor(vocabulary, counts)
        .audit(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), 10);
  }

  private static HouseTag tag(int id, String name, boolean retired) {
    return new HouseTag(id, name, "Topic", Map.of(), "", List.of(), retired, null);
  }
}
