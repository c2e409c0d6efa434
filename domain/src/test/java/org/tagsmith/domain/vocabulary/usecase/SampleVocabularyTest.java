package org.tagsmith.domain.vocabulary.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.Interpretation.Matched;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyCheck;
import org.tagsmith.domain.vocabulary.VocabularyReader;

class SampleVocabularyTest {
  private static final Path CATEGORIES = Path.of("../../shared/data/banking77/categories.json");
  private static final Vocabulary BANK = SampleVocabulary.bank();
  private static final VocabularyReader READER = VocabularyReader.compile(BANK);

  @Test
  void the_bank_agrees_with_itself_and_speaks_three_languages() {
    assertThat(VocabularyCheck.problems(BANK)).isEmpty();
    assertThat(BANK.reasonCodes()).hasSize(20);
    assertThat(BANK.families())
        .hasSize(12)
        .extracting(family -> family.hue())
        .doesNotHaveDuplicates();
    for (HouseTag tag : BANK.tags()) {
      assertThat(tag.names().keySet()).containsExactlyInAnyOrder("en", "zh-Hant", "zh-Hans");
      assertThat(tag.description()).isNotBlank();
      assertThat(tag.retired() || tag.examples().size() >= 3).as(tag.name()).isTrue();
    }
  }

  @Test
  void every_spelling_the_bank_wrote_down_means_exactly_one_tag() {
    for (HouseTag tag : BANK.tags()) {
      assertMeans(tag.name(), tag.id());
      tag.names().values().forEach(name -> assertMeans(name, tag.id()));
    }
    BANK.aliases().forEach(alias -> assertMeans(alias.text(), alias.houseTagId()));
    BANK.reasonCodes()
        .forEach(
            code -> {
              assertMeans("reason_" + code.number(), code.houseTagId());
              code.names().values().forEach(name -> assertMeans(name, code.houseTagId()));
            });
  }

  @Test
  void most_categories_of_a_public_set_of_bank_messages_are_read_and_some_are_left_to_a_lead()
      throws IOException {
    assumeTrue(Files.exists(CATEGORIES), "the set lies beside the project, or this is skipped");
    List<String> categories =
        new ObjectMapper().readValue(CATEGORIES.toFile(), new TypeReference<>() {});
    Map<Boolean, Long> read =
        categories.stream()
            .map(READER::interpret)
            .collect(
                java.util.stream.Collectors.partitioningBy(
                    Matched.class::isInstance, java.util.stream.Collectors.counting()));

    assertThat(read.get(true)).isBetween(50L, 65L);
    assertThat(categories.stream().map(READER::interpret))
        .noneMatch(Interpretation.Ambiguous.class::isInstance);
  }

  private static void assertMeans(String label, int tagId) {
    HouseTag tag = READER.tag(tagId).orElseThrow();
    int expected = tag.retired() ? tag.successorId() : tagId;
    assertThat(READER.interpret(label)).as(label).isInstanceOf(Matched.class);
    assertThat(((Matched) READER.interpret(label)).tag().id()).as(label).isEqualTo(expected);
  }
}
