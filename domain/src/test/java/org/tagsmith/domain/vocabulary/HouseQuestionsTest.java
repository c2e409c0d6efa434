package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.vocabulary.Question.Choice;

/** "Card payment failed, money taken": is it the payment or the card? */
class HouseQuestionsTest {
  private static final int PAYMENT = 1;
  private static final int CARD = 2;
  private static final int REFUND = 3;
  private static final int BLOCKED = 4;
  private static final String LABEL = "card payment failed";

  @Test
  void a_label_with_a_question_means_any_of_its_choices_in_every_spelling() {
    VocabularyReader reader = reader(tag(CARD, "Card_Broken"));

    for (String label : List.of(LABEL, "Card_Payment_Failed", "CARD PAYMENT FAILED")) {
      assertThat(reader.interpret(label))
          .isInstanceOfSatisfying(
              Interpretation.Ambiguous.class,
              asked -> {
                assertThat(asked.candidates()).extracting(HouseTag::id).containsExactly(1, 2);
                assertThat(asked.rule()).isEqualTo(ReadingRule.QUESTION);
                assertThat(asked.evidence()).isEqualTo(LABEL);
              });
      assertThat(reader.read(Set.of(label)).houseTagIds()).isEmpty();
    }
  }

  @Test
  void what_else_is_on_the_ticket_decides_if_it_decides_for_one() {
    VocabularyReader reader = reader(tag(CARD, "Card_Broken"));

    assertThat(reader.read(Set.of(LABEL, "refund wanted")).houseTagIds())
        .containsExactly(PAYMENT, REFUND);
    assertThat(reader.read(Set.of(LABEL, "account blocked")).houseTagIds())
        .containsExactly(CARD, BLOCKED);
    assertThat(reader.read(Set.of(LABEL, "account blocked", "refund wanted")).houseTagIds())
        .containsExactly(REFUND, BLOCKED);
    assertThat(reader.read(Set.of(LABEL, "whatever")).houseTagIds()).isEmpty();
  }

  @Test
  void a_choice_that_was_merged_counts_as_its_successor_and_a_retired_one_stays_a_choice() {
    VocabularyReader merged =
        reader(new HouseTag(CARD, "Card_Broken", "Topic", Map.of(), "", List.of(), true, PAYMENT));
    VocabularyReader retired =
        reader(new HouseTag(CARD, "Card_Broken", "Topic", Map.of(), "", List.of(), true, null));

    assertThat(merged.read(Set.of(LABEL)).houseTagIds()).containsExactly(PAYMENT);
    assertThat(retired.read(Set.of(LABEL)).houseTagIds()).isEmpty();
    assertThat(
            VocabularyReader.compile(reader(tag(CARD, "Card_Broken")).vocabulary(), merged)
                .read(Set.of(LABEL))
                .houseTagIds())
        .as("a choice that came back is asked about again")
        .isEmpty();
  }

  @Property(tries = 200)
  void neither_order_nor_repetition_nor_what_was_read_before_makes_a_difference(
      @ForAll @Size(max = 8) List<@IntRange(max = 4) Integer> picks) {
    List<String> all =
        List.of(LABEL, "refund wanted", "account blocked", "Payment_Failed", "nothing known");
    List<String> labels = picks.stream().map(all::get).toList();
    VocabularyReader reader = reader(tag(CARD, "Card_Broken"));
    List<String> turned = new ArrayList<>(labels);
    Collections.reverse(turned);

    TagSetReading once = reader.read(labels);

    assertThat(reader.read(turned)).isEqualTo(once);
    assertThat(reader.read(Set.copyOf(labels))).isEqualTo(once);
    assertThat(reader(tag(CARD, "Card_Broken")).read(labels)).isEqualTo(once);
  }

  private static VocabularyReader reader(HouseTag card) {
    return VocabularyReader.compile(
        new Vocabulary(
            1,
            List.of(new TagFamily("Topic", "teal", Map.of())),
            List.of(
                tag(PAYMENT, "Payment_Failed"),
                card,
                tag(REFUND, "Refund_Wanted"),
                tag(BLOCKED, "Account_Blocked")),
            List.of(new Alias(LABEL, PAYMENT)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            NamingRules.USUAL,
            List.of(
                new Question(
                    LABEL,
                    Map.of("en", "Was money taken?"),
                    List.of(
                        new Choice(PAYMENT, Map.of("en", "money was taken"), List.of(REFUND)),
                        new Choice(CARD, Map.of("en", "it was refused"), List.of(BLOCKED)))))));
  }

  private static HouseTag tag(int id, String name) {
    return new HouseTag(id, name, "Topic", Map.of(), "", List.of(), false, null);
  }
}
