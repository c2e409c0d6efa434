package org.tagsmith.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.VocabularyDocument;

/** What a lead said about a tag stays, whatever else is decided about it. */
class TagDescriptionsTest {
  private static final TagDescription ABOUT =
      new TagDescription(
          Map.of("en", "Credit card upgrade", "zh-Hant", "升級信用卡", "zh-Hans", "升级信用卡"),
          "Wants a better card.\nNot a higher limit.",
          List.of("“I'd like the gold one”", "想換金卡"),
          "pink",
          "Mia O’Brien",
          Map.of("product", "Credit card", "query-type", "Request", "location", "Hong Kong"));

  private final AtomicInteger ids = new AtomicInteger(2);
  private Vocabulary vocabulary =
      new Vocabulary(
          1,
          List.of(
              new TagFamily("Upgrade", "purple", Map.of("en", "Upgrade")),
              new TagFamily("Card", "blue", Map.of("en", "Card"))),
          List.of(
              new HouseTag(1, "Card_Lost", "Card", Map.of(), "", List.of(), false, null),
              new HouseTag(2, "Card_Gold", "Card", Map.of(), "", List.of(), false, null)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  static Stream<Arguments> decisions() {
    return Stream.of(
        Arguments.of("rename", List.of(new VocabularyChange.RenameTag(3, "Upgrade_GoldCard"))),
        Arguments.of("move", List.of(new VocabularyChange.MoveTag(3, "Card"))),
        Arguments.of("merge", List.of(new VocabularyChange.MergeTag(3, 1))),
        Arguments.of("merge into it", List.of(new VocabularyChange.MergeTag(1, 3))),
        Arguments.of("split", List.of(new VocabularyChange.SplitTag(3, Map.of("gold up", 2)))),
        Arguments.of("retire", List.of(new VocabularyChange.RetireTag(3, null))),
        Arguments.of("retire for another", List.of(new VocabularyChange.RetireTag(3, 2))),
        Arguments.of(
            "merge twice and restore",
            List.of(
                new VocabularyChange.MergeTag(3, 1),
                new VocabularyChange.MergeTag(1, 2),
                new VocabularyChange.RestoreTag(3))),
        Arguments.of("alias", List.of(new VocabularyChange.PlaceLabel("better card", 3))),
        Arguments.of(
            "describe its family",
            List.of(new VocabularyChange.DescribeFamily("Upgrade", "red", Map.of()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void colour_owner_facets_and_words_survive(String name, List<VocabularyChange> decisions) {
    HouseTag made = made();

    change(decisions.toArray(VocabularyChange[]::new));

    HouseTag now = tag(3);
    assertThat(now.names()).as(name).isEqualTo(made.names());
    assertThat(now.description()).isEqualTo(ABOUT.purpose());
    assertThat(now.examples()).isEqualTo(ABOUT.examples());
    assertThat(now.hue()).isEqualTo("pink");
    assertThat(now.owner()).isEqualTo(ABOUT.owner());
    assertThat(now.facets()).isEqualTo(ABOUT.facets());
    assertThat(VocabularyDocument.read(VocabularyDocument.write(vocabulary))).isEqualTo(vocabulary);
  }

  @Test
  void a_description_replaces_all_words_and_keeps_name_family_and_retirement() {
    made();
    change(new VocabularyChange.RetireTag(3, 2));

    change(
        new VocabularyChange.DescribeTag(
            3, new TagDescription(Map.of("en", "Gold"), "", List.of(), null, "", Map.of())));

    assertThat(tag(3))
        .isEqualTo(
            new HouseTag(
                3, "Upgrade_Gold", "Upgrade", Map.of("en", "Gold"), "", List.of(), true, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"quoted\" & 'single'",
        "a/b\\c",
        "日本語の名前",
        "بطاقة",
        "карта",
        "👩‍👩‍👧 family",
        "<b>x</b>"
      })
  void a_display_name_may_be_of_any_script(String name) {
    change(new VocabularyChange.DescribeTag(1, named(name)));

    assertThat(tag(1).names()).containsEntry("en", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Lost\u202Edrac", "Lost\u200F", "two\nlines", "bell\u0007", "half \uD83D"})
  void a_display_name_with_a_sign_that_cannot_be_seen_is_refused(String name) {
    refused(named(name), "bad-text", "names.en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "!!!", "🙂"})
  void a_display_name_without_a_letter_is_refused(String name) {
    refused(named(name), "no-letters", "names.en");
  }

  @Test
  void what_a_page_cannot_show_is_refused_with_its_field() {
    refused(named("x".repeat(61)), "text-too-long", "names.en");
    refused(about("x".repeat(1001), List.of(), null, "", Map.of()), "text-too-long", "purpose");
    refused(about("", List.of("x".repeat(301)), null, "", Map.of()), "text-too-long", "examples");
    refused(about("", Collections.nCopies(21, "x"), null, "", Map.of()), "too-many", "examples");
    refused(about("", List.of(), null, "x".repeat(81), Map.of()), "text-too-long", "owner");
    refused(about("", List.of(), null, "", Map.of("mood", "x")), "unknown-facet", "facets");
    refused(
        about("", List.of(), null, "", Map.of("product", "a\u202Eb")),
        "bad-text",
        "facets.product");
    refused(about("", List.of(), "#ff0000", "", Map.of()), "unknown-hue", "hue");
  }

  @Test
  void a_family_has_a_name_of_its_own_and_one_of_the_twelve_colours() {
    family("Cards", "teal");
    refusedFamily("upgrade", "teal", "family-taken");
    refusedFamily("  ", "teal", "no-letters");
    refusedFamily("x".repeat(25), "teal", "text-too-long");
    refusedFamily("Ca\u202Erd", "teal", "bad-text");
    refusedFamily("Loans", "mauve", "unknown-hue");

    assertThat(vocabulary.families()).extracting(TagFamily::name).contains("Cards");
  }

  private HouseTag made() {
    change(
        new VocabularyChange.AddTag("Upgrade_Gold", "Upgrade", ABOUT),
        new VocabularyChange.PlaceLabel("gold up", 3));
    return tag(3);
  }

  private void change(VocabularyChange... changes) {
    vocabulary = ChangedVocabulary.of(vocabulary, List.of(changes), ids::incrementAndGet);
  }

  private HouseTag tag(int id) {
    return vocabulary.tags().stream().filter(tag -> tag.id() == id).findFirst().orElseThrow();
  }

  private static TagDescription named(String name) {
    return new TagDescription(Map.of("en", name), "", List.of(), null, "", Map.of());
  }

  private static TagDescription about(
      String purpose, List<String> examples, String hue, String owner, Map<String, String> facets) {
    return new TagDescription(Map.of(), purpose, examples, hue, owner, facets);
  }

  private void refused(TagDescription about, String reason, String field) {
    assertThatThrownBy(() -> change(new VocabularyChange.DescribeTag(1, about)))
        .asInstanceOf(InstanceOfAssertFactories.type(ChangeRefused.class))
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.fields()).containsEntry("field", field);
            });
  }

  private void family(String name, String hue) {
    change(new VocabularyChange.DescribeFamily(name, hue, Map.of()));
  }

  private void refusedFamily(String name, String hue, String reason) {
    assertThatThrownBy(() -> family(name, hue))
        .isInstanceOf(ChangeRefused.class)
        .extracting(refused -> ((ChangeRefused) refused).reason())
        .isEqualTo(reason);
  }
}
