package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagsmith.domain.vocabulary.Vocabularies.retired;
import static org.tagsmith.domain.vocabulary.Vocabularies.tag;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyReaderTest {
  @Test
  void an_empty_vocabulary_leaves_every_label_unmapped() {
    VocabularyReader reader = VocabularyReader.compile(Vocabulary.empty());

    assertThat(reader.interpret("upgrade"))
        .isEqualTo(new Interpretation.Unmapped("upgrade", ReadingRule.NONE, ""));
    assertThat(reader.vocabulary().version()).isZero();
  }

  @Test
  void a_retired_tag_counts_as_the_last_of_its_successors() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(
                List.of(retired(1, "Old", 2), retired(2, "Newer", 3), tag(3, "Newest")),
                List.of(new Alias("ancient", 1))));

    assertThat(matched(reader, "OLD").tag().name()).isEqualTo("Newest");
    assertThat(matched(reader, "ancient").tag().name()).isEqualTo("Newest");
    assertThat(matched(reader, "Newer").evidence()).isEqualTo("Newer");
    assertThat(reader.tagNamed("Old").orElseThrow().retired()).isTrue();
  }

  @Test
  void a_retired_tag_without_successor_still_says_what_past_labels_meant() {
    VocabularyReader reader =
        VocabularyReader.compile(Vocabularies.of(List.of(retired(1, "Fax", null))));

    assertThat(matched(reader, "fax").tag().id()).isEqualTo(1);
    assertThat(reader.propose("fax", 3)).isEmpty();
  }

  @Test
  void successors_in_a_circle_count_as_themselves() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(List.of(retired(1, "Egg", 2), retired(2, "Hen", 1))));

    assertThat(matched(reader, "egg").tag().id()).isEqualTo(1);
    assertThat(matched(reader, "hen").tag().id()).isEqualTo(2);
  }

  @Test
  void two_tags_with_one_folded_spelling_are_ambiguous_unless_the_label_is_literal() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(List.of(tag(2, "Card_Lost"), tag(1, "Lost_Card"))));

    assertThat(matched(reader, "card-lost").tag().id()).isEqualTo(2);
    assertThat(reader.interpret("cards lost"))
        .isEqualTo(
            new Interpretation.Matched(
                "cards lost", tag(2, "Card_Lost"), ReadingRule.INFLECTION, "Card_Lost"));

    VocabularyReader twice =
        VocabularyReader.compile(
            Vocabularies.of(
                List.of(tag(1, "Fee_Card"), tag(2, "Fee_Payment")),
                List.of(new Alias("extra fee", 2), new Alias("Extra-Fee", 1))));
    assertThat(twice.interpret("extra_fee"))
        .isEqualTo(
            new Interpretation.Ambiguous(
                "extra_fee",
                List.of(tag(1, "Fee_Card"), tag(2, "Fee_Payment")),
                ReadingRule.ALIAS,
                "extra fee"));
    assertThat(twice.interpret("fees extra")).isInstanceOf(Interpretation.Ambiguous.class);
    assertThat(twice.read(List.of("extra_fee")).houseTagIds()).isEmpty();
  }

  @Test
  void house_names_that_differ_in_case_only_are_told_apart_by_their_exact_spelling() {
    VocabularyReader reader =
        VocabularyReader.compile(Vocabularies.of(List.of(tag(1, "TopUp"), tag(2, "Top_Up"))));

    assertThat(matched(reader, "TopUp").tag().id()).isEqualTo(1);
    assertThat(matched(reader, "Top_Up").tag().id()).isEqualTo(2);
    assertThat(reader.interpret("topup")).isInstanceOf(Interpretation.Ambiguous.class);
  }

  @Test
  void a_live_tag_wins_over_a_retired_one_of_the_same_spelling() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(List.of(retired(1, "TopUp", null), tag(2, "Top_Up"))));

    assertThat(matched(reader, "topup").tag().id()).isEqualTo(2);
  }

  @Test
  void what_the_house_ignores_is_ignored_as_typed_and_before_any_folding() {
    Vocabulary vocabulary =
        new Vocabulary(
            1,
            List.of(Vocabularies.TOPIC),
            List.of(tag(1, "Card")),
            List.of(),
            List.of(),
            List.of(),
            List.of("intent__"),
            List.of("cards", "Card"));
    VocabularyReader reader = VocabularyReader.compile(vocabulary);

    assertThat(reader.interpret("cards").rule()).isEqualTo(ReadingRule.IGNORED);
    assertThat(reader.interpret("Cards").rule()).isEqualTo(ReadingRule.INFLECTION);
    assertThat(reader.interpret("Card").rule()).isEqualTo(ReadingRule.NAME);
    assertThat(reader.interpret("Intent__card"))
        .isEqualTo(new Interpretation.Ignored("Intent__card", ReadingRule.MACHINE, "intent__"));
  }

  @Test
  void a_retired_reason_code_counts_as_its_successor_and_a_number_alone_is_not_read() {
    ReasonCode old = new ReasonCode(7, 1, Map.of(), List.of(), "Desk", true, 8);
    ReasonCode now = new ReasonCode(8, 2, Map.of("en", "Too slow"), List.of(), "Desk", false, null);
    VocabularyReader reader =
        VocabularyReader.compile(
            new Vocabulary(
                1,
                List.of(Vocabularies.TOPIC),
                List.of(tag(1, "A"), tag(2, "B")),
                List.of(),
                List.of(),
                List.of(old, now),
                List.of(),
                List.of()));

    assertThat(matched(reader, "Reason 07").tag().name()).isEqualTo("B");
    assertThat(matched(reader, "Reason 07").evidence()).isEqualTo("8");
    assertThat(matched(reader, "too_slow").rule()).isEqualTo(ReadingRule.REASON_CODE);
    assertThat(reader.interpret("7")).isInstanceOf(Interpretation.Unmapped.class);
    assertThat(reader.interpret("reason 99999999999999999999"))
        .isInstanceOf(Interpretation.Unmapped.class);
    assertThat(reader.code(7)).contains(old);
    assertThat(reader.code(9)).isEmpty();
  }

  @Test
  void references_to_tags_that_do_not_exist_are_passed_over() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(List.of(retired(1, "Old", 99)), List.of(new Alias("ghost", 98))));

    assertThat(matched(reader, "old").tag().id()).isEqualTo(1);
    assertThat(reader.interpret("ghost")).isInstanceOf(Interpretation.Unmapped.class);
  }

  @Test
  void a_label_far_longer_than_any_name_means_nothing_and_costs_little() {
    VocabularyReader reader = VocabularyReader.compile(Vocabularies.of(List.of(tag(1, "Card"))));

    assertThat(reader.interpret("card ".repeat(1000)).rule()).isEqualTo(ReadingRule.NONE);
    assertThat(reader.interpret("c-".repeat(499)).rule()).isEqualTo(ReadingRule.NONE);
  }

  @Test
  void more_labels_than_are_remembered_are_read_all_the_same() {
    VocabularyReader reader = VocabularyReader.compile(Vocabularies.of(List.of(tag(1, "Card"))));
    IntStream.range(0, 60_000).forEach(i -> reader.interpret("label " + i));

    assertThat(matched(reader, "cards").tag().id()).isEqualTo(1);
  }

  @Test
  void a_slip_of_the_keyboard_is_proposed_and_never_applied() {
    VocabularyReader reader =
        VocabularyReader.compile(
            Vocabularies.of(List.of(tag(1, "Card_Delivery"), tag(2, "Card_Lost"), tag(3, "Loan"))));

    assertThat(reader.interpret("card_delivrey")).isInstanceOf(Interpretation.Unmapped.class);
    List<Proposal> proposals = reader.propose("card_delivrey", 5);
    assertThat(proposals.get(0).tag().id()).isEqualTo(1);
    assertThat(proposals.get(0).reason()).isEqualTo("close-spelling");
    assertThat(proposals).extracting(proposal -> proposal.tag().id()).doesNotContain(3);
    assertThat(reader.propose("card_delivrey", 1)).hasSize(1);
    assertThat(reader.propose("card_delivrey", 0)).isEmpty();
    assertThat(reader.propose("", 5)).isEmpty();
  }

  @Test
  void spelling_distance_never_crosses_a_number() {
    VocabularyReader reader =
        VocabularyReader.compile(Vocabularies.of(List.of(tag(1, "Contract_2023_Renewal"))));

    assertThat(reader.propose("ContractRenewal2024", 5))
        .noneMatch(proposal -> proposal.reason().equals("close-spelling"));
  }

  @Test
  void a_label_in_look_alike_letters_is_shown_with_the_tag_that_it_looks_like() {
    VocabularyReader reader =
        VocabularyReader.compile(Vocabularies.of(List.of(tag(1, "Loan_Offer"))));
    String cyrillic = "Loаn_Offer";

    assertThat(reader.interpret(cyrillic))
        .isEqualTo(new Interpretation.Unmapped(cyrillic, ReadingRule.CONFUSABLE, "Loan_Offer"));
    assertThat(reader.interpret("LОAN-ОFFER").rule()).isEqualTo(ReadingRule.CONFUSABLE);
    assertThat(reader.propose(cyrillic, 1).get(0).tag().id()).isEqualTo(1);
    assertThat(reader.read(List.of(cyrillic)).houseTagIds()).isEmpty();
  }

  @Test
  void a_set_is_read_once_per_label_in_order_of_label() {
    VocabularyReader reader =
        VocabularyReader.compile(Vocabularies.of(List.of(tag(1, "Card"), tag(2, "Loan"))));

    TagSetReading reading = reader.read(List.of("loan", "cards", "x", "CARD", "loan"));

    assertThat(reading.parts())
        .extracting(Interpretation::label)
        .containsExactly("CARD", "cards", "loan", "x");
    assertThat(reading.houseTagIds()).containsExactly(1, 2);
    assertThat(reader.read(Collections.emptyList()).parts()).isEmpty();
  }

  private static Interpretation.Matched matched(VocabularyReader reader, String label) {
    Interpretation reading = reader.interpret(label);
    assertThat(reading).isInstanceOf(Interpretation.Matched.class);
    return (Interpretation.Matched) reading;
  }
}
