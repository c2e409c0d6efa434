package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tagsmith.domain.vocabulary.usecase.SampleVocabulary;

class ReadingGoldenTest {
  private static final VocabularyReader BANK = VocabularyReader.compile(SampleVocabulary.bank());

  @ParameterizedTest
  @CsvFileSource(
      resources = "bank-golden.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void the_bank_reads_each_label_as_its_people_meant_it(
      String label, String meaning, ReadingRule rule) {
    Interpretation reading = BANK.interpret(label == null ? "" : label);

    String read =
        reading instanceof Interpretation.Matched matched
            ? matched.tag().name()
            : reading.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    assertThat(read).as(label).isEqualTo(meaning);
    assertThat(reading.rule()).as(label).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "never-merge.csv", numLinesToSkip = 1)
  void what_people_keep_apart_never_merges_by_itself(String house, String label) {
    HouseTag tag = new HouseTag(1, house, "Topic", Map.of(), "", List.of(), false, null);
    VocabularyReader reader = VocabularyReader.compile(Vocabularies.of(List.of(tag)));

    assertThat(reader.interpret(house)).isInstanceOf(Interpretation.Matched.class);
    assertThat(reader.interpret(label)).isInstanceOf(Interpretation.Unmapped.class);
  }
}
