package org.tagsmith.domain.governance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.tagsmith.domain.governance.PrefixReach.Reach;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;
import org.tagsmith.domain.vocabulary.ReadingRule;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.VocabularyReader;

class SortedLabelsTest {
  private static final Vocabulary HOUSE =
      new Vocabulary(
          1,
          List.of(new TagFamily("Card", "blue", Map.of())),
          List.of(new HouseTag(1, "Card_Lost", "Card", Map.of(), "", List.of(), false, null)),
          List.of(new Alias("card gone", 1)),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  @Example
  void what_people_confirmed_stays_and_the_rest_that_begins_so_goes() {
    VocabularyReader reader = VocabularyReader.compile(HOUSE);
    List<String> labels =
        List.of("Card_Lost", "CARD gone", "lost card", "cards_lost", "card x", "other");

    SortedLabels sorted = SortedLabels.of(labels, reader::interpret);

    assertThat(reader.interpret("cards_lost")).isInstanceOf(Interpretation.Matched.class);
    assertThat(sorted.beginning("CaRd")).isEqualTo(new Reach(2, 6, 1, 4));
    assertThat(sorted.beginning("")).isEqualTo(new Reach(4, 6, 2, 4));
    assertThat(sorted.beginning("zz")).isEqualTo(new Reach(0, 6, 0, 4));
  }

  @Property(tries = 300)
  void it_counts_what_the_reader_would_set_aside(
      @ForAll @Size(max = 30) List<@CharRange(from = 'A', to = 'c') String> labels,
      @ForAll @CharRange(from = 'A', to = 'c') String prefix) {
    SortedLabels sorted =
        SortedLabels.of(labels, label -> new Interpretation.Unmapped(label, ReadingRule.NONE, ""));

    assertThat(sorted.beginning(prefix).labels())
        .isEqualTo(
            labels.stream()
                .filter(label -> label.regionMatches(true, 0, prefix, 0, prefix.length()))
                .count());
  }
}
