package org.tagsmith.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CarriedReadingsProperties {
  /** Few words, so that names, aliases and labels of different tags often meet. */
  private static final String[] TEXTS = {
    "Card_Lost", "card lost", "LostCards", "Card_Stolen", "cc_lost", "CreditCard_Lost", "17", "loss"
  };

  @Property(tries = 2_000)
  void a_reader_that_carried_readings_over_reads_as_a_new_one_does(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int tags) {
    Random random = new Random(seed);
    Vocabulary former = vocabulary(1, tags(tags, random), random.nextBoolean());
    List<HouseTag> changed = new ArrayList<>(former.tags());
    int place = random.nextInt(tags);
    changed.set(place, retirement(changed.get(place), tags, random));
    Vocabulary next = vocabulary(2, changed, random.nextInt(10) == 0);
    VocabularyReader known = VocabularyReader.compile(former);
    for (String text : TEXTS) {
      known.interpret(text);
    }

    VocabularyReader carried = VocabularyReader.compile(next, known);

    VocabularyReader fresh = VocabularyReader.compile(next);
    for (String text : TEXTS) {
      assertThat(carried.interpret(text)).isEqualTo(fresh.interpret(text));
    }
  }

  @Example
  void a_merge_works_out_only_the_labels_it_touches() {
    List<HouseTag> tags =
        List.of(tag(1, "Card_Lost", false, null), tag(2, "Card_Stolen", false, null));
    Vocabulary former = vocabulary(1, tags, false);
    VocabularyReader known = VocabularyReader.compile(former);
    Interpretation untouched = known.interpret("card-stolen");
    Interpretation unmapped = known.interpret("whatever");
    known.interpret("card-lost");

    VocabularyReader next =
        VocabularyReader.compile(
            vocabulary(2, List.of(tag(1, "Card_Lost", true, 2), tags.get(1)), false), known);

    assertThat(next.interpret("card-stolen")).isSameAs(untouched);
    assertThat(next.interpret("whatever")).isSameAs(unmapped);
    assertThat(next.interpret("card-lost"))
        .isEqualTo(
            new Interpretation.Matched("card-lost", tags.get(1), ReadingRule.NAME, "Card_Lost"));
  }

  private static List<HouseTag> tags(int count, Random random) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(id -> retirement(tag(id, TEXTS[random.nextInt(6)], false, null), count, random))
        .toList();
  }

  private static HouseTag retirement(HouseTag tag, int tags, Random random) {
    boolean retired = random.nextBoolean();
    Integer successor = retired && random.nextInt(3) > 0 ? 1 + random.nextInt(tags) : null;
    return tag(tag.id(), tag.name(), retired, successor);
  }

  private static HouseTag tag(int id, String name, boolean retired, Integer successor) {
    return new HouseTag(id, name, "Card", Map.of(), "", List.of(), retired, successor);
  }

  private static Vocabulary vocabulary(int version, List<HouseTag> tags, boolean withLoss) {
    return new Vocabulary(
        version,
        List.of(new TagFamily("Card", "purple", Map.of())),
        tags,
        withLoss ? List.of(new Alias("loss", 1)) : List.of(),
        List.of(new Abbreviation("cc", "CreditCard")),
        List.of(new ReasonCode(17, 1, Map.of(), List.of(), "", false, null)),
        List.of(),
        List.of());
  }
}
