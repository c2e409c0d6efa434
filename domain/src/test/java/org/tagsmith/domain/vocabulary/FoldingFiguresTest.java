package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.vocabulary.SynonymTrial.Folded;
import org.tagsmith.domain.vocabulary.SynonymTrial.Synonym;

/** The figures of docs/benchmarks.md on folding and proposals. They count labels, never time. */
class FoldingFiguresTest {
  private static SynonymTrial trial;
  private static List<Synonym> unseen;

  @BeforeAll
  static void readTheData() {
    assumeTrue(SynonymTrial.isHere(), "the set lies beside the project, or this is skipped");
    trial = new SynonymTrial();
    unseen = trial.half(true);
  }

  @Test
  void a_house_that_confirmed_half_of_its_synonyms_folds_a_third_of_the_others_and_hardly_errs() {
    VocabularyReader reader = trial.withAliases();
    Folded folded = SynonymTrial.fold(reader, unseen);
    System.out.printf(
        "folding, half confirmed: %s precision %.4f recall %.4f%n",
        folded, folded.precision(), folded.recall());

    assertThat(folded.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(folded.recall()).isGreaterThanOrEqualTo(0.35);
  }

  @Test
  void a_house_that_has_the_habits_and_no_alias_folds_less_and_hardly_errs() {
    VocabularyReader reader = trial.withHabits();
    Folded measured = SynonymTrial.fold(reader, unseen);
    Folded tuned = SynonymTrial.fold(reader, trial.half(false));
    System.out.printf(
        "folding, habits only: %s precision %.4f recall %.4f; tuning half %s precision %.4f recall %.4f%n",
        measured,
        measured.precision(),
        measured.recall(),
        tuned,
        tuned.precision(),
        tuned.recall());

    assertThat(measured.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(measured.recall()).isGreaterThanOrEqualTo(0.32);
    assertThat(tuned.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(tuned.recall()).isGreaterThanOrEqualTo(0.35);
  }

  @Test
  void tags_that_people_keep_apart_hardly_ever_fold_into_each_other() {
    double habits = trial.mergedTargets(false);
    double aliases = trial.mergedTargets(true);
    double others = trial.mergedOthers(trial.withHabits());
    System.out.printf(
        "over-merge: targets %.4f by habits, %.4f with aliases; all other tags %.4f%n",
        habits, aliases, others);

    assertThat(habits).isLessThanOrEqualTo(0.005);
    assertThat(aliases).isLessThanOrEqualTo(0.005);
    assertThat(others).isLessThanOrEqualTo(0.005);
  }

  @Test
  void the_tag_that_an_unmapped_label_means_is_mostly_among_the_first_five_proposals() {
    double aliases = SynonymTrial.proposed(trial.withAliases(), unseen, 5);
    double habits = SynonymTrial.proposed(trial.withHabits(), unseen, 5);
    double tuned = SynonymTrial.proposed(trial.withHabits(), trial.half(false), 5);
    double first = SynonymTrial.proposed(trial.withAliases(), unseen, 1);
    System.out.printf(
        "proposals: first five %.4f half confirmed, %.4f habits only (tuning half %.4f); first %.4f%n",
        aliases, habits, tuned, first);

    assertThat(aliases).isGreaterThanOrEqualTo(0.65);
    assertThat(habits).isGreaterThanOrEqualTo(0.65);
  }
}
