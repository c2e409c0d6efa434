package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rules of {@link ReadingRule} that look at a label's words, from {@code NUMBER} to {@code
 * HABIT}. Immutable once built.
 */
final class WordRules {
  private final HouseWords houseWords;
  private final Compounds compounds;
  private final SpellingTable numbers = new SpellingTable(ReadingRule.NUMBER);
  private final WordTable inflected = WordTable.unordered(WordLikeness.INFLECTION);
  private final WordTable families = WordTable.ordered(WordLikeness.FAMILY);
  private final Initials initials = new Initials();
  private final CutWords cutWords = new CutWords();
  private final HouseHabits habits;

  /**
   * @param spellings every spelling of the vocabulary, names before aliases
   * @param texts the text of each, in the same places
   * @param known habits to go by, null for those that the spellings themselves show
   */
  WordRules(
      HouseWords houseWords,
      Compounds compounds,
      List<Spelling> spellings,
      List<SplitText> texts,
      HouseHabits known) {
    this.houseWords = houseWords;
    this.compounds = compounds;
    List<List<String>> wordsOf = new ArrayList<>(spellings.size());
    for (int i = 0; i < spellings.size(); i++) {
      Spelling spelling = spellings.get(i);
      List<String> split = shortest(texts.get(i));
      List<String> words = single(split);
      wordsOf.add(words);
      numbers.add(LabelWords.key(houseWords.unfolded(split), TextForm.SCRIPT), spelling);
      inflected.add(words, spelling);
      families.add(words, spelling);
      if (!spelling.confirmed()) {
        // a short form of a spelling that nobody chose as a name says too little
        initials.add(words, spelling);
        cutWords.add(Inflection.bases(words), spelling);
      }
    }
    this.habits = known == null ? learn(spellings, wordsOf) : known;
  }

  private static List<String> shortest(SplitText text) {
    String shortest = NumberForm.shortest(text.text());
    return shortest.equals(text.text())
        ? text.script()
        : LabelWords.split(shortest, TextForm.SCRIPT);
  }

  /** What the label means; the first rule that finds a spelling decides. */
  Optional<Interpretation> read(String label) {
    List<String> words = words(label);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return numbers
        .read(label, numberKey(label))
        .or(() -> decide(label, ReadingRule.INFLECTION, () -> inflected.inOrder(words)))
        .or(() -> decide(label, ReadingRule.INFLECTION, () -> inflected.joined(words)))
        .or(() -> decide(label, ReadingRule.WORD_ORDER, () -> inflected.inAnyOrder(words)))
        .or(() -> dare(label, ReadingRule.WORD_FAMILY, () -> families.inOrder(words)))
        .or(() -> dare(label, ReadingRule.WORD_FAMILY, () -> families.joined(words)))
        .or(() -> dare(label, ReadingRule.SHORT_FORM, () -> initials.of(words)))
        .or(() -> dare(label, ReadingRule.SHORT_FORM, () -> cutWords.of(Inflection.bases(words))))
        .or(() -> dare(label, ReadingRule.HABIT, () -> byHabit(words)));
  }

  HouseHabits habits() {
    return habits;
  }

  private static Optional<Interpretation> decide(
      String label, ReadingRule rule, Supplier<List<Spelling>> spellings) {
    return SpellingTable.decide(label, rule, spellings.get());
  }

  /** As {@link #decide}, for bold rules: what reaches several tags is left to a person. */
  private static Optional<Interpretation> dare(
      String label, ReadingRule rule, Supplier<List<Spelling>> spellings) {
    return decide(label, rule, spellings)
        .map(
            reading ->
                reading instanceof Interpretation.Ambiguous several
                    ? new Interpretation.Unmapped(label, rule, several.evidence())
                    : reading);
  }

  private List<Spelling> byHabit(List<String> words) {
    List<Spelling> found = new ArrayList<>();
    habits.undone(words).forEach(meant -> found.addAll(reachedBy(meant)));
    return found;
  }

  private List<Spelling> reachedBy(List<String> words) {
    List<Spelling> inOrder = inflected.inOrder(words);
    return inOrder.isEmpty() ? numbers.spellings(LabelWords.key(words, TextForm.SCRIPT)) : inOrder;
  }

  /** By the tags for which spellings were written, so that no merge and no undo changes a habit. */
  private HouseHabits learn(List<Spelling> spellings, List<List<String>> wordsOf) {
    Map<Integer, List<List<String>>> names = new HashMap<>();
    List<HouseHabits.Confirmed> confirmed = new ArrayList<>();
    for (int i = 0; i < spellings.size(); i++) {
      int tag = spellings.get(i).houseTagId();
      if (spellings.get(i).confirmed()) {
        confirmed.add(new HouseHabits.Confirmed(tag, wordsOf.get(i)));
      } else {
        names.computeIfAbsent(tag, absent -> new ArrayList<>(2)).add(wordsOf.get(i));
      }
    }
    return HouseHabits.learn(confirmed, names, this::tagsReachedBy);
  }

  private Set<Integer> tagsReachedBy(List<String> words) {
    return reachedBy(words).stream().map(Spelling::houseTagId).collect(Collectors.toSet());
  }

  /** The words of a text as these rules compare them. */
  List<String> words(String text) {
    return single(LabelWords.split(NumberForm.shortest(text), TextForm.SCRIPT));
  }

  private List<String> single(List<String> split) {
    List<String> words = new ArrayList<>();
    houseWords.unfoldedAlsoPlural(split).forEach(word -> words.addAll(compounds.parts(word)));
    return words;
  }

  private String numberKey(String text) {
    return LabelWords.key(houseWords.unfolded(NumberForm.shortest(text)), TextForm.SCRIPT);
  }
}
