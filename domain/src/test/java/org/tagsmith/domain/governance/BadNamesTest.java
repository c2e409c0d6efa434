package org.tagsmith.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Question;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/** Names as nobody should give them, and the words in which each is refused. */
class BadNamesTest {
  private static final TagDescription NOTHING =
      new TagDescription(null, null, null, null, null, null);
  private static final Vocabulary HOUSE = house(code(7, "My card was lost"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Card_\"Lost\" | breaks-rules | 'Card_\"Lost\"' breaks the naming rules. Letters and digits of one script. Use Card_Lost?",
        "Card_Lost's | breaks-rules | Letters and digits of one script. Use Card_Losts?",
        "Card_Lost😀 | breaks-rules | Letters and digits of one script. Use Card_Lost?",
        "Card_Lоst | breaks-rules | Letters and digits of one script. Use Card_Lost?",
        "Ｃard_Lost | breaks-rules | Use Card_Lost?",
        "Card/Lost | breaks-rules | '_' between parts, nothing else. 2 to 4 parts. Use Card_Lost?",
        "Card\\Lost | breaks-rules | Letters and digits of one script.",
        "Card_Lo\u202Est | bad-characters | holds a sign that cannot be seen, or a line break. Type it again.",
        "Card_Lo\u2067st | bad-characters | holds a sign that cannot be seen",
        "Card_Lo\u200Bst | bad-characters | holds a sign that cannot be seen",
        "Card_\u0007Lost | bad-characters | holds a sign that cannot be seen",
        "🙂 | no-letters | '🙂' has no letter or digit, so nothing can be found by it.",
        "\"/\" | no-letters | has no letter or digit",
        "card-stolen | name-taken | 'card-stolen' is a name of Card_Stolen already. Choose another.",
        "=HYPERLINK(1) | breaks-rules | Letters and digits of one script.",
        "Card_ThatWasLostSomewhereOnTheWayToTheOffice | name-too-long | The name must be 40 characters or fewer.",
      })
  void a_name_is_refused_with_the_reason_and_the_remedy(String name, String reason, String words) {
    refused(new VocabularyChange.AddTag(name, "Card", NOTHING), reason, words);
    refused(new VocabularyChange.RenameTag(2, name), reason, words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"quoted\"",
        "a/b\\c",
        "😀 card",
        "ca\u202Edr",
        "cаrd",
        "=1+1",
        "two\nlines",
        "c\u200Bard"
      })
  void a_label_may_be_anything_since_it_stands_on_tickets_as_it_is(String label) {
    Vocabulary later =
        ChangedVocabulary.of(HOUSE, List.of(new VocabularyChange.PlaceLabel(label, 2)), () -> 9);

    assertThat(later.aliases()).extracting(alias -> alias.text()).containsExactly(label);
  }

  @Test
  void a_label_longer_than_any_helpdesk_takes_means_nothing_but_may_be_ignored() {
    String longest = "信".repeat(255);
    String longer = "x".repeat(256);
    refused(new VocabularyChange.PlaceLabel(longer, 2), "text-too-long", "255");
    refused(new VocabularyChange.PlaceLabelUnder(longer, "Card_Stolen"), "text-too-long", "label");
    refused(new VocabularyChange.SetPrefixAside(longer), "text-too-long", "prefix");

    Vocabulary later =
        ChangedVocabulary.of(
            HOUSE,
            List.of(
                new VocabularyChange.PlaceLabel(longest, 2),
                new VocabularyChange.IgnoreLabel(longer)),
            () -> 9);
    assertThat(later.aliases()).hasSize(1);
    assertThat(later.ignoredLabels()).containsExactly(longer);
    assertThat(
            ChangedVocabulary.of(later, List.of(new VocabularyChange.ForgetLabel(longer)), () -> 9)
                .ignoredLabels())
        .isEmpty();
  }

  @Test
  void a_prefix_is_refused_with_the_count_of_labels_that_it_would_set_aside() {
    PrefixReach reach =
        prefix ->
            prefix.equals("order-")
                ? new PrefixReach.Reach(5000, 5443, 0, 120)
                : prefix.equals("card")
                    ? new PrefixReach.Reach(40, 443, 20, 120)
                    : new PrefixReach.Reach(288, 443, 3, 120);
    refusedPrefix("c", reach, "prefix-too-short", "would set aside 288 labels. Write two letters");
    refusedPrefix("ca", reach, "prefix-too-wide", "would set aside 288 of 443 labels, 3 of which");
    refusedPrefix("c", PrefixReach.UNKNOWN, "prefix-too-short", "set aside too many labels.");

    assertThat(prefixesWith("order-", reach)).containsExactly("order-");
    assertThat(prefixesWith("card", reach)).containsExactly("card");
  }

  private static List<String> prefixesWith(String prefix, PrefixReach reach) {
    return ChangedVocabulary.of(
            HOUSE, List.of(new VocabularyChange.SetPrefixAside(prefix)), () -> 9, reach)
        .machineLabels();
  }

  private static void refusedPrefix(String prefix, PrefixReach reach, String reason, String words) {
    assertThatThrownBy(() -> prefixesWith(prefix, reach))
        .asInstanceOf(InstanceOfAssertFactories.type(ChangeRefused.class))
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.getMessage()).contains(words);
              assertThat(refused.fields()).containsEntry("prefix", prefix).containsKey("count");
            });
  }

  @Test
  void a_code_says_nothing_that_cannot_be_seen_or_that_no_page_can_show() {
    String turned = "My \u202Edrac";
    String long81 = "x".repeat(81);
    String long301 = "x".repeat(301);
    refused(code(turned, List.of(), "", List.of()), "bad-text", "names.en");
    refused(code("two\nlines", List.of(), "", List.of()), "bad-text", "names.en");
    refused(code(long81, List.of(), "", List.of()), "text-too-long", "names.en");
    refused(code("Mine", List.of(turned), "", List.of()), "bad-text", "examples");
    refused(code("Mine", List.of(long301), "", List.of()), "text-too-long", "examples");
    refused(code("Mine", List.of(), turned, List.of()), "bad-text", "department");
    refused(code("Mine", List.of(), "", List.of(turned)), "bad-text", "groups");

    String fine = "「卡\"片'/\\ 👩‍👩‍👧 карта بطاقة";
    Vocabulary later =
        ChangedVocabulary.of(
            HOUSE, List.of(code(fine, List.of(fine), fine, List.of(fine))), () -> 9);
    assertThat(later.reasonCodes()).extracting(each -> each.names().get("en")).contains(fine);
  }

  @Test
  void nor_does_an_abbreviation_or_a_question() {
    refused(new VocabularyChange.Abbreviate("c\u202Ec", "CreditCard"), "bad-text", "shortForm");
    refused(new VocabularyChange.Abbreviate("cc", "Credit\u200FCard"), "bad-text", "expansion");
    refused(new VocabularyChange.Abbreviate("cc", "x".repeat(61)), "text-too-long", "expansion");
    refused(asks("Look \u202Eereh", "Lost"), "bad-text", "guidance");
    refused(asks("Look here", "Lost\u0000"), "bad-text", "choices");
    refused(asks("x".repeat(1001), "Lost"), "text-too-long", "guidance");

    assertThat(
            ChangedVocabulary.of(HOUSE, List.of(asks("看\n\"這裡\" 😀", "/丟了")), () -> 9).questions())
        .hasSize(1);
  }

  private static VocabularyChange asks(String guidance, String when) {
    return new VocabularyChange.Ask(
        new Question(
            "card\u202E gone",
            Map.of("en", guidance),
            List.of(
                new Question.Choice(1, Map.of("en", when), List.of()),
                new Question.Choice(2, Map.of(), List.of()))));
  }

  @Test
  void two_codes_whose_names_have_no_letter_share_none() {
    Vocabulary signs = house(code(7, "🙂"), code(8, "!!!"));

    assertThat(Clashes.between(HOUSE, signs)).isEmpty();
    assertThat(Clashes.between(HOUSE, house(code(7, "Lost"), code(8, "LOST"))))
        .containsExactly("The codes 7 and 8 are both named 'LOST'.");
  }

  private static void refused(VocabularyChange change, String reason, String words) {
    assertThatThrownBy(() -> ChangedVocabulary.of(HOUSE, List.of(change), () -> 9))
        .asInstanceOf(InstanceOfAssertFactories.type(ChangeRefused.class))
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.getMessage() + refused.fields().get("field")).contains(words);
            });
  }

  private static VocabularyChange code(
      String name, List<String> examples, String department, List<String> groups) {
    return new VocabularyChange.AddCode(
        9, new CodeDescription(1, Map.of("en", name), examples, department, null, groups));
  }

  private static ReasonCode code(int number, String name) {
    return new ReasonCode(number, 1, Map.of("en", name), List.of(), "", false, null);
  }

  private static Vocabulary house(ReasonCode... codes) {
    return new Vocabulary(
        1,
        List.of(new TagFamily("Card", "teal", Map.of())),
        List.of(tag(1, "Card_Stolen"), tag(2, "Card_New")),
        List.of(),
        List.of(),
        List.of(codes),
        List.of(),
        List.of());
  }

  private static HouseTag tag(int id, String name) {
    return new HouseTag(id, name, "Card", Map.of(), "", List.of(), false, null);
  }
}
