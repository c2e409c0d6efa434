package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tagsmith.domain.vocabulary.usecase.SampleVocabulary;

class ReadingPropertiesTest {
  private static final VocabularyReader BANK = VocabularyReader.compile(SampleVocabulary.bank());

  @Property
  void any_text_gets_an_interpretation(@ForAll("labels") String label) {
    Interpretation reading = BANK.interpret(label);

    assertThat(reading.label()).isEqualTo(label);
    assertThat(BANK.interpret(label)).isEqualTo(reading);
    assertThat(BANK.propose(label, 3)).hasSizeLessThanOrEqualTo(3);
  }

  @Property
  void reading_the_tag_that_was_reached_reaches_it_by_name(@ForAll("labels") String label) {
    if (BANK.interpret(label) instanceof Interpretation.Matched matched) {
      assertThat(BANK.interpret(matched.tag().name()))
          .isEqualTo(
              new Interpretation.Matched(
                  matched.tag().name(), matched.tag(), ReadingRule.NAME, matched.tag().name()));
    }
  }

  @Property
  void order_and_repetition_of_labels_make_no_difference(
      @ForAll("sets") List<String> labels, @ForAll Random random) {
    List<String> others = new ArrayList<>(labels);
    if (!labels.isEmpty()) {
      others.add(labels.get(random.nextInt(labels.size())));
    }
    Collections.shuffle(others, random);

    assertThat(BANK.read(others)).isEqualTo(BANK.read(labels));
  }

  @Property
  void a_house_name_is_reached_in_any_case_and_with_any_separators(
      @ForAll("houseTags") HouseTag tag,
      @ForAll("separators") String separator,
      @ForAll Random random) {
    StringBuilder label = new StringBuilder(random.nextBoolean() ? separator : "");
    for (String word : LabelWords.split(tag.name(), TextForm.LITERAL)) {
      label.append(
          switch (random.nextInt(3)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word;
            default -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
          });
      label.append(separator);
    }

    Interpretation reading = BANK.interpret(label.toString());

    assertThat(reading).isInstanceOf(Interpretation.Matched.class);
    assertThat(reading.rule()).isEqualTo(ReadingRule.NAME);
    int expected = tag.retired() ? tag.successorId() : tag.id();
    assertThat(((Interpretation.Matched) reading).tag().id()).isEqualTo(expected);
  }

  @Property
  void folding_twice_changes_nothing(@ForAll("labels") String label, @ForAll TextForm form) {
    String once = LabelWords.key(label, form);

    assertThat(LabelWords.key(once, form)).isEqualTo(once);
  }

  @Property
  void two_words_are_the_same_whichever_comes_first(
      @ForAll("words") String one, @ForAll("words") String other) {
    assertThat(Inflection.same(one, other)).isEqualTo(Inflection.same(other, one));
    if (Inflection.same(one, other)) {
      assertThat(Inflection.bucket(one)).isEqualTo(Inflection.bucket(other));
    }
  }

  @Provide
  Arbitrary<String> words() {
    return Combinators.combine(
            Arbitraries.of("clos", "pay", "car", "los", "stol", "sen", "go", "u", "plan", "tri"),
            Arbitraries.of(
                "", "e", "s", "es", "ed", "ing", "ning", "ies", "ied", "y", "t", "en", "p", "ps"))
        .as((stem, ending) -> stem + ending);
  }

  @Provide
  Arbitrary<HouseTag> houseTags() {
    return Arbitraries.of(BANK.vocabulary().tags());
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(
        "", " ", "_", "-", "--", ".", "/", ", ", "::", "\u3000", "\u200f_", " – ", "💳");
  }

  @Provide
  Arbitrary<String> labels() {
    Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(60);
    Arbitrary<String> pieces =
        Arbitraries.of(
                "upgrade", "Credit", "CARD", "cards", "cc", "升級", "信用卡", "升", "ＣＣ", "reason", "17",
                "_", " ", "-", "+", "#", "'", "\u202e", "\u0301", "🎉", "\ud800", "\udc00", "ﬁ",
                "İ", "ß", "\u1100", "\u1161", "½", "①", "\u0000", "\"", ",", "а", "ing", "s")
            .list()
            .ofMaxSize(12)
            .map(parts -> String.join("", parts));
    Arbitrary<String> longOnes =
        Combinators.combine(pieces, Arbitraries.integers().between(1, 900))
            .as((text, times) -> text.repeat(times))
            .map(text -> text.length() > 5000 ? text.substring(0, 5000) : text);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, anything),
        net.jqwik.api.Tuple.of(8, pieces),
        net.jqwik.api.Tuple.of(1, longOnes));
  }

  @Provide
  Arbitrary<List<String>> sets() {
    return labels().list().ofMaxSize(6);
  }
}
