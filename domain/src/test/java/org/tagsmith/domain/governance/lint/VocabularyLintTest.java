package org.tagsmith.domain.governance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.ReasonCode;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

/** The linter says what could be better, and nothing about what is well. */
class VocabularyLintTest {
  private static final Map<String, String> FAMILY =
      Map.of("en", "Topic", "zh-Hant", "主題", "zh-Hans", "主题");

  @Test
  void a_well_kept_tag_gives_no_findings() {
    assertThat(lint(List.of(tag(1, "Topic_Card", "卡片")), List.of(), List.of(), 5)).isEmpty();
  }

  @Test
  void a_bare_tag_lacks_a_definition_examples_languages_and_use() {
    HouseTag bare = new HouseTag(1, "Topic_Card", "Topic", Map.of(), " ", List.of(), false, null);

    assertThat(lint(List.of(bare), List.of(), List.of(), 0))
        .containsExactlyInAnyOrder(
            "no-definition Topic_Card",
            "no-examples Topic_Card",
            "missing-language Topic_Card en, zh-Hant, zh-Hans",
            "orphan Topic_Card");
  }

  @Test
  void two_tags_of_one_name_clash() {
    assertThat(
            lint(
                List.of(tag(1, "Topic_Card", "卡片"), tag(2, "Topic_Loan", "卡片")),
                List.of(),
                List.of(),
                5))
        .contains("label-clash Topic_Loan 卡片 Topic_Card");
  }

  @Test
  void an_alias_that_is_the_tags_name_in_another_language_is_needless() {
    assertThat(lint(List.of(tag(1, "Topic_Card", "卡片")), List.of(new Alias("卡片", 1)), List.of(), 5))
        .containsExactly("alias-is-name Topic_Card 卡片");
  }

  @Test
  void chains_and_circles_of_successors_are_told_apart() {
    List<HouseTag> tags =
        List.of(
            tag(1, "Topic_First", "一一").retiredFor(2),
            tag(2, "Topic_Second", "二二").retiredFor(3),
            tag(3, "Topic_Third", "三三"),
            tag(4, "Topic_Round", "圓圓").retiredFor(5),
            tag(5, "Topic_About", "轉轉").retiredFor(4));

    assertThat(lint(tags, List.of(), List.of(), 5))
        .containsExactly(
            "cycle Topic_Round Topic_About",
            "cycle Topic_About Topic_Round",
            "chain Topic_First Topic_Second");
  }

  @Test
  void a_live_code_of_a_retired_tag_is_an_error() {
    ReasonCode code = new ReasonCode(7, 1, FAMILY, List.of(), "", false, null);

    assertThat(
            lint(
                List.of(tag(1, "Topic_Card", "卡片").retiredFor(null), tag(2, "Topic_Loan", "貸款")),
                List.of(),
                List.of(code),
                5))
        .containsExactly("code-of-retired-tag 7 Topic_Card");
  }

  @Test
  void names_that_nobody_sees_apart_are_told() {
    List<HouseTag> tags =
        List.of(
            tag(1, "Topic_Payment", "付款"),
            tag(2, "Topic_Paiment", "支付"),
            tag(3, "Topic_Pаyment", "繳款"), // a Cyrillic letter
            tag(4, "Topic_Tier1", "一級"),
            tag(5, "Topic_Tier2", "二級"));

    assertThat(lint(tags, List.of(new Alias("pay\u200Bment late", 1)), List.of(), 5))
        .contains(
            "near-duplicate Topic_Paiment Topic_Payment",
            "look-alike Topic_Pаyment Topic_Payment",
            "hidden-signs Topic_Payment pay\u200Bment late")
        .noneMatch(finding -> finding.contains("Tier"));
  }

  @Test
  void a_name_that_no_new_tag_could_get_is_listed_with_one_that_it_could() {
    List<HouseTag> tags =
        List.of(
            tag(1, "Topic_Card", "卡片"),
            tag(2, "topic loans", "貸款"),
            tag(3, "=HYPERLINK(1)", "連結"),
            tag(4, "once allowed", "以前").retiredFor(null));

    assertThat(lint(tags, List.of(), List.of(), 5))
        .containsExactly(
            "breaks-rules topic loans family, separator, case, segments Topic_Loans",
            "breaks-rules =HYPERLINK(1) characters, family, segments Topic_Hyperlink1");
  }

  @Test
  void a_code_with_signs_that_cannot_be_seen_in_its_name_is_told() {
    Map<String, String> names =
        Map.of("en", "My \u202Edrac was lost", "zh-Hant", "卡片", "zh-Hans", "卡片");
    ReasonCode code = new ReasonCode(7, 1, names, List.of(), "", false, null);

    assertThat(lint(List.of(tag(1, "Topic_Card", "卡片")), List.of(), List.of(code), 5))
        .containsExactly("hidden-signs 7 My \u202Edrac was lost");
  }

  @Test
  void an_alias_that_is_set_aside_before_it_is_read_is_unreachable() {
    Vocabulary vocabulary =
        new Vocabulary(
            1,
            List.of(new TagFamily("Topic", "teal", FAMILY)),
            List.of(tag(1, "Topic_Card", "卡片")),
            List.of(new Alias("bot__card", 1)),
            List.of(),
            List.of(),
            List.of("bot__"),
            List.of("Topic_Card"));

    assertThat(words(VocabularyLint.findings(VocabularyReader.compile(vocabulary), id -> 5)))
        .allMatch(finding -> finding.startsWith("unreachable Topic_Card"));
  }

  private static List<String> lint(
      List<HouseTag> tags, List<Alias> aliases, List<ReasonCode> codes, long contacts) {
    Vocabulary vocabulary =
        new Vocabulary(
            1,
            List.of(new TagFamily("Topic", "teal", FAMILY)),
            tags,
            aliases,
            List.of(),
            codes,
            List.of(),
            List.of());
    return words(VocabularyLint.findings(VocabularyReader.compile(vocabulary), id -> contacts));
  }

  private static List<String> words(List<LintFinding> findings) {
    return findings.stream()
        .map(
            each ->
                String.join(" ", each.rule().code(), each.name(), each.detail(), each.other())
                    .replaceAll(" +", " ")
                    .strip())
        .toList();
  }

  private static HouseTag tag(int id, String name, String hant) {
    return new HouseTag(
        id,
        name,
        "Topic",
        Map.of("en", name.replace('_', ' '), "zh-Hant", hant, "zh-Hans", hant + "简"),
        "What it is for",
        List.of("My words"),
        false,
        null);
  }
}
