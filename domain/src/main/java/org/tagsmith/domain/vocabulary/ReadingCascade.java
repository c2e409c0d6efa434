package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of {@link ReadingRule} in their order, each over a table of the house's spellings made
 * ready for it. Each rule keeps what the former ones folded. Immutable once built.
 */
final class ReadingCascade {
  private final Map<String, HouseTag> exactNames = new HashMap<>();
  private final SpellingTable names = new SpellingTable(ReadingRule.NAME);
  private final SpellingTable displayNames = new SpellingTable(ReadingRule.DISPLAY_NAME);
  private final SpellingTable aliases = new SpellingTable(ReadingRule.ALIAS);
  private final SpellingTable abbreviated = new SpellingTable(ReadingRule.ABBREVIATION);
  private final SpellingTable scripts = new SpellingTable(ReadingRule.SCRIPT);
  private final LookAlikes lookAlikes = new LookAlikes();
  private final Successors successors;
  private final ReasonCodeLabels codes;
  private final HouseQuestions questions;
  private final Set<String> ignored;
  private final List<String> machinePrefixes;
  private final HouseWords literalWords;
  private final HouseWords scriptWords;
  private final WordRules words;
  private final List<Spelling> spellings;

  /**
   * @param habits how this house's people write, null for what the vocabulary's aliases say of it
   */
  ReadingCascade(
      Vocabulary vocabulary, Successors successors, ReasonCodeLabels codes, HouseHabits habits) {
    this.successors = successors;
    this.codes = codes;
    this.questions = new HouseQuestions(vocabulary.questions(), successors);
    this.ignored = Set.copyOf(vocabulary.ignoredLabels());
    this.machinePrefixes =
        vocabulary.machineLabels().stream().filter(prefix -> !prefix.isEmpty()).toList();
    List<SplitText> texts = new ArrayList<>();
    this.spellings = List.copyOf(fillLiteralTables(vocabulary, texts));
    for (TagFamily family : vocabulary.families()) {
      family.names().values().forEach(name -> texts.add(SplitText.of(name)));
    }
    this.literalWords = new HouseWords(TextForm.LITERAL, texts, vocabulary.abbreviations());
    this.scriptWords = new HouseWords(TextForm.SCRIPT, texts, vocabulary.abbreviations());
    for (int i = 0; i < spellings.size(); i++) {
      Spelling spelling = spellings.get(i);
      SplitText text = texts.get(i);
      abbreviated.add(unfoldedKey(literalWords, TextForm.LITERAL, text), spelling);
      scripts.add(unfoldedKey(scriptWords, TextForm.SCRIPT, text), spelling);
      lookAlikes.add(text);
    }
    Compounds compounds =
        new Compounds(texts.stream().map(text -> scriptWords.unfolded(text.script())));
    this.words = new WordRules(scriptWords, compounds, spellings, texts, habits);
  }

  /** What the label means; the first rule that answers decides. */
  Interpretation read(String label) {
    HouseTag named = exactNames.get(label);
    if (named != null) {
      return new Interpretation.Matched(label, named, ReadingRule.NAME, label);
    }
    String key = LabelWords.key(label, TextForm.LITERAL);
    return names
        .read(label, key)
        .or(() -> displayNames.read(label, key))
        .or(() -> questions.read(label, key))
        .or(() -> aliases.read(label, key))
        .or(() -> readSetAside(label))
        .or(() -> readCode(label))
        .or(() -> abbreviated.read(label, unfoldedKey(literalWords, TextForm.LITERAL, label)))
        .or(() -> scripts.read(label, unfoldedKey(scriptWords, TextForm.SCRIPT, label)))
        .or(() -> words.read(label))
        .or(() -> readLookAlike(label))
        .orElseGet(() -> unmapped(label));
  }

  /**
   * What a label means beside others.
   *
   * @param alone what it means by itself
   * @param sure the tags that the others mean for sure
   */
  Interpretation beside(Interpretation alone, Set<Integer> sure) {
    return questions.decide(alone, sure);
  }

  /** The rules that look at words. */
  WordRules wordRules() {
    return words;
  }

  /** Every spelling of the vocabulary, names before aliases. */
  List<Spelling> spellings() {
    return spellings;
  }

  /** What can be said of a label without looking into it: whether the house set it aside. */
  Interpretation readUnfolded(String label) {
    return readSetAside(label).orElseGet(() -> unmapped(label));
  }

  /**
   * @param texts to which the text of each spelling is added
   */
  private List<Spelling> fillLiteralTables(Vocabulary vocabulary, List<SplitText> texts) {
    List<Spelling> all = new ArrayList<>();
    for (HouseTag tag : vocabulary.tags()) {
      HouseTag counts = successors.asItCounts(tag.id());
      exactNames.putIfAbsent(tag.name(), counts);
      Spelling name = new Spelling(tag.name(), tag.id(), counts, false);
      names.add(literalKey(name, texts), name);
      all.add(name);
      for (String text : tag.names().values()) {
        Spelling displayName = new Spelling(text, tag.id(), counts, false);
        displayNames.add(literalKey(displayName, texts), displayName);
        all.add(displayName);
      }
    }
    for (Alias alias : vocabulary.aliases()) {
      HouseTag counts = successors.asItCounts(alias.houseTagId());
      if (counts != null) {
        Spelling spelling = new Spelling(alias.text(), alias.houseTagId(), counts, true);
        aliases.add(literalKey(spelling, texts), spelling);
        all.add(spelling);
      }
    }
    return all;
  }

  private static String literalKey(Spelling spelling, List<SplitText> texts) {
    SplitText text = SplitText.of(spelling.text());
    texts.add(text);
    return LabelWords.key(text.literal(), TextForm.LITERAL);
  }

  private Optional<Interpretation> readSetAside(String label) {
    if (ignored.contains(label)) {
      return Optional.of(new Interpretation.Ignored(label, ReadingRule.IGNORED, label));
    }
    for (String prefix : machinePrefixes) {
      if (label.regionMatches(true, 0, prefix, 0, prefix.length())) {
        return Optional.of(new Interpretation.Ignored(label, ReadingRule.MACHINE, prefix));
      }
    }
    return Optional.empty();
  }

  private Optional<Interpretation> readCode(String label) {
    return codes
        .read(label)
        .flatMap(
            code ->
                Optional.ofNullable(successors.asItCounts(code.houseTagId()))
                    .map(
                        tag ->
                            new Interpretation.Matched(
                                label,
                                tag,
                                ReadingRule.REASON_CODE,
                                String.valueOf(code.number()))));
  }

  private Optional<Interpretation> readLookAlike(String label) {
    return lookAlikes
        .seenIn(label)
        .map(spelling -> new Interpretation.Unmapped(label, ReadingRule.CONFUSABLE, spelling));
  }

  private static Interpretation unmapped(String label) {
    return new Interpretation.Unmapped(label, ReadingRule.NONE, "");
  }

  private static String unfoldedKey(HouseWords words, TextForm form, SplitText text) {
    return LabelWords.key(words.unfolded(text.words(form)), form);
  }

  private static String unfoldedKey(HouseWords words, TextForm form, String text) {
    return LabelWords.key(words.unfolded(text), form);
  }
}
