package org.tagsmith.domain.governance.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tagsmith.domain.vocabulary.NamingRules;

/** What the naming rules are called in a file. */
final class RuleWords {
  static final String SEPARATOR = "separator";
  static final String CASE = "case";
  static final String FAMILY_FIRST = "family-first";
  static final String FEWEST = "fewest-segments";
  static final String MOST = "most-segments";
  static final String LONGEST = "longest";
  static final String LONGEST_HAN = "longest-han";
  static final String FORBIDDEN = "forbidden-words";

  private RuleWords() {}

  /** The rules but for the patterns, in their order: each a text, a number, a flag or a list. */
  static Map<String, Object> of(NamingRules rules) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put(SEPARATOR, rules.separator());
    words.put(CASE, rules.wordCase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    words.put(FAMILY_FIRST, rules.familyFirst());
    words.put(FEWEST, rules.fewestSegments());
    words.put(MOST, rules.mostSegments());
    words.put(LONGEST, rules.longest());
    words.put(LONGEST_HAN, rules.longestHan());
    words.put(FORBIDDEN, List.copyOf(rules.forbiddenWords()));
    return words;
  }
}
