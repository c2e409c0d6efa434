package org.tagsmith.domain.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

class PlannedLabelsTest {
  private static final HouseTag CARD = tag(1, "Upgrade_CreditCard", false, null);
  private static final HouseTag LIMIT = tag(2, "Raise_Limit", false, null);

  @Test
  void every_label_that_means_a_tag_is_replaced_by_the_tags_own() {
    VocabularyReader now = reader(List.of(CARD, LIMIT), new Alias("platinum", 1));

    assertThat(
            labels(now)
                .of(Set.of(1), List.of("platinum", "upgrade_creditcard", "raise_limit", "vip")))
        .containsExactly(Map.entry("platinum", new PlannedLabels.By("upgrade_creditcard", 1)));
  }

  @Test
  void capitals_alone_are_no_other_label() {
    VocabularyReader now = reader(List.of(CARD));

    assertThat(labels(now).of(Set.of(1), List.of("Upgrade_CreditCard"))).isEmpty();
  }

  @Test
  void the_label_of_a_reason_code_stays_since_it_says_more_than_its_tag() {
    VocabularyReader now = reader(List.of(CARD));

    assertThat(now.interpret("reason_17").rule().name()).isEqualTo("REASON_CODE");
    assertThat(labels(now).of(Set.of(1), List.of("reason_17"))).isEmpty();
  }

  @Test
  void what_means_a_retired_tag_without_successor_is_left_alone() {
    VocabularyReader now = reader(List.of(tag(3, "Gone", true, null), CARD));

    assertThat(labels(now).of(Set.of(1, 3), List.of("gone"))).isEmpty();
  }

  @Test
  void a_name_whose_label_would_be_read_as_something_else_is_never_written() {
    VocabularyReader now = reader(List.of(CARD, LIMIT), new Alias("platinum", 1));
    PlannedLabels odd = new PlannedLabels(now, name -> "raise_limit");

    assertThat(odd.of(Set.of(1), List.of("platinum"))).isEmpty();
  }

  @Test
  void a_version_touches_the_tags_whose_labels_it_changed() {
    VocabularyReader before =
        reader(List.of(CARD, LIMIT, tag(3, "Old_Card", false, null)), new Alias("vip", 2));
    List<String> found = List.of("old_card", "vip", "platinum", "raise_limit");

    assertThat(
            touched(
                before,
                reader(List.of(CARD, LIMIT, tag(3, "Old_Card", true, 1)), new Alias("vip", 2)),
                found))
        .as("a merge")
        .containsExactly(1);
    assertThat(
            touched(
                before,
                reader(
                    List.of(CARD, tag(2, "Limit_Up", false, null), tag(3, "Old_Card", false, null)),
                    new Alias("vip", 2)),
                found))
        .as("a new name")
        .containsExactly(2);
    assertThat(
            touched(
                before,
                reader(
                    List.of(CARD, LIMIT, tag(3, "Old_Card", false, null)),
                    new Alias("vip", 2),
                    new Alias("platinum", 1)),
                found))
        .as("an alias")
        .containsExactly(1);
    assertThat(touched(before, before, found)).as("nothing").isEmpty();
  }

  @Test
  void a_replacement_holds_as_long_as_both_labels_mean_its_live_tag() {
    Replacement platinum = new Replacement("platinum", "upgrade_creditcard", 1, 3);
    Alias alias = new Alias("platinum", 1);

    assertThat(PlannedLabels.stillHolds(reader(List.of(CARD, LIMIT), alias), platinum)).isTrue();
    assertThat(PlannedLabels.stillHolds(reader(List.of(CARD, LIMIT)), platinum))
        .as("the label means nothing")
        .isFalse();
    assertThat(
            PlannedLabels.stillHolds(
                reader(List.of(CARD, LIMIT), new Alias("platinum", 2)), platinum))
        .as("it means another tag")
        .isFalse();
    assertThat(
            PlannedLabels.stillHolds(
                reader(List.of(tag(1, "Upgrade_CreditCard", true, 2), LIMIT), alias), platinum))
        .as("the tag became another")
        .isFalse();
    assertThat(
            PlannedLabels.stillHolds(
                reader(
                    List.of(tag(1, "Bank_Card", false, null), LIMIT),
                    alias,
                    new Alias("upgrade_creditcard", 2)),
                platinum))
        .as("the tag's former label means another")
        .isFalse();
  }

  private static Set<Integer> touched(
      VocabularyReader before, VocabularyReader after, List<String> found) {
    return labels(after).touchedBy(before, after, found);
  }

  private static PlannedLabels labels(VocabularyReader now) {
    return new PlannedLabels(now, name -> name.toLowerCase(Locale.ROOT));
  }

  private static VocabularyReader reader(List<HouseTag> tags, Alias... aliases) {
    return VocabularyReader.compile(
        new Vocabulary(
            1,
            List.of(new TagFamily("Upgrade", "purple", Map.of())),
            tags,
            List.of(aliases),
            List.of(),
            List.of(new ReasonCode(17, 1, Map.of("en", "x"), List.of(), "Cards", false, null)),
            List.of(),
            List.of()));
  }

  private static HouseTag tag(int id, String name, boolean retired, Integer successor) {
    return new HouseTag(id, name, "Upgrade", Map.of(), "", List.of(), retired, successor);
  }
}
