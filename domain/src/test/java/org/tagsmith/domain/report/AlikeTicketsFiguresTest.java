package org.tagsmith.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of docs/benchmarks.md on tickets that are alike. They count labels, never time. */
class AlikeTicketsFiguresTest {
  /** From here on a proposal is shown as likely, if nothing else speaks for it. */
  private static final double LIKELY = 0.6 / 0.9;

  @BeforeAll
  static void needsTheData() {
    assumeTrue(QuestionsTrial.isHere(), "the set lies beside the project, or this is skipped");
  }

  @ParameterizedTest
  @CsvSource({"1, 0.88, 0.15", "3, 0.93, 0.5", "10, 0.95, 0.75"})
  void a_tag_that_tickets_make_likely_is_mostly_the_right_one(
      int tickets, double precision, double recall) {
    QuestionsTrial trial = new QuestionsTrial(tickets);
    AlikeTickets alike = trial.alike();
    int labels = 0;
    int likely = 0;
    int right = 0;
    int without = 0;
    int wronglyLikely = 0;
    for (int label : trial.unmapped()) {
      Optional<Map.Entry<Integer, Double>> best =
          alike.tagsOf(label).entrySet().stream()
              .max(Comparator.comparingDouble(Map.Entry::getValue))
              .filter(each -> each.getValue() >= LIKELY);
      if (trial.tagOf(label) == null) {
        without++;
        wronglyLikely += best.isPresent() ? 1 : 0;
      } else {
        labels++;
        likely += best.isPresent() ? 1 : 0;
        right += best.map(Map.Entry::getKey).filter(trial.tagOf(label)::equals).isPresent() ? 1 : 0;
      }
    }
    System.out.printf(
        "tickets alike, %d of each label: %d labels, likely %.3f, of these right %.3f; without a tag %d, likely %.3f%n",
        tickets,
        labels,
        likely / (double) labels,
        right / (double) likely,
        without,
        wronglyLikely / (double) without);

    assertThat(right / (double) likely).isGreaterThanOrEqualTo(precision);
    assertThat(likely / (double) labels).isGreaterThanOrEqualTo(recall);
    assertThat(wronglyLikely / (double) without).isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @CsvSource({"5, 0.95, 0.08", "15, 0.95, 0.4"})
  void labels_without_a_likely_tag_are_joined_where_their_tickets_are_alike_and_mean_the_same(
      int tickets, double precision, double share) {
    QuestionsTrial trial = new QuestionsTrial(tickets);
    LikeLabels likeLabels = new LikeLabels(trial.alike());
    int joined = 0;
    int right = 0;
    for (int label : trial.unmapped()) {
      Optional<Integer> like = likeLabels.earlierLike(label);
      joined += like.isPresent() ? 1 : 0;
      right += like.map(trial::reasonOf).filter(trial.reasonOf(label)::equals).isPresent() ? 1 : 0;
    }
    System.out.printf(
        "labels alike, %d tickets each: of %d joined to an earlier one %.3f, of these right %.3f%n",
        tickets,
        trial.unmapped().size(),
        joined / (double) trial.unmapped().size(),
        right / (double) joined);

    assertThat(right / (double) joined).isGreaterThanOrEqualTo(precision);
    assertThat(joined / (double) trial.unmapped().size()).isGreaterThanOrEqualTo(share);
  }
}
