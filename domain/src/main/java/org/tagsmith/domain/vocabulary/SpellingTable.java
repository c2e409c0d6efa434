package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spellings by a folded key, for one reading rule. Filled once, then only read. */
final class SpellingTable {
  private final ReadingRule rule;
  private final Map<String, List<Spelling>> byKey = new HashMap<>();

  SpellingTable(ReadingRule rule) {
    this.rule = rule;
  }

  /** Spellings without any word have an empty key and are never found. */
  void add(String key, Spelling spelling) {
    if (!key.isEmpty()) {
      byKey.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(spelling);
    }
  }

  /** What the rule makes of a label with this key; empty if it has nothing to say. */
  Optional<Interpretation> read(String label, String key) {
    return decide(label, rule, spellings(key));
  }

  /** The spellings with this key. */
  List<Spelling> spellings(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /**
   * One tag among the spellings is a match, several are ambiguous, none is no answer. A retired tag
   * without successor gives way to live ones.
   */
  static Optional<Interpretation> decide(String label, ReadingRule rule, List<Spelling> spellings) {
    if (spellings.isEmpty()) {
      return Optional.empty();
    }
    List<HouseTag> tags =
        spellings.stream()
            .map(Spelling::tag)
            .distinct()
            .sorted(Comparator.comparingInt(HouseTag::id))
            .toList();
    List<HouseTag> live = tags.stream().filter(tag -> !tag.retired()).toList();
    List<HouseTag> candidates = live.isEmpty() ? tags : live;
    String evidence =
        spellings.stream()
            .filter(spelling -> candidates.contains(spelling.tag()))
            .findFirst()
            .orElseThrow()
            .text();
    return Optional.of(
        candidates.size() == 1
            ? new Interpretation.Matched(label, candidates.get(0), rule, evidence)
            : new Interpretation.Ambiguous(label, candidates, rule, evidence));
  }
}
