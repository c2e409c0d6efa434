package org.tagsmith.domain.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the house agreed that names of tags look like. Rules for new names: what is there already
 * stays.
 *
 * @param separator what stands between segments: {@code _}, {@code -}, {@code .}, {@code /} or a
 *     blank; empty if any of them will do
 * @param wordCase how the words of a segment are written
 * @param familyFirst whether the first segment must be the tag's family
 * @param fewestSegments 1 or more
 * @param mostSegments at least {@code fewestSegments}
 * @param longest the most characters of a name, 1 to 40
 * @param longestHan the same for a name with Chinese characters, 1 to 16
 * @param forbiddenWords words that may not be part of a name, in any case
 * @param patterns further rules that people wrote
 */
public record NamingRules(
    String separator,
    WordCase wordCase,
    boolean familyFirst,
    int fewestSegments,
    int mostSegments,
    int longest,
    int longestHan,
    List<String> forbiddenWords,
    List<NamePattern> patterns) {

  /** {@code Family_CamelCase}, two to four segments, 40 characters or 16 Chinese ones. */
  public static final NamingRules USUAL =
      new NamingRules("_", WordCase.CAPITALIZED, true, 2, 4, 40, 16, List.of(), List.of());

  public NamingRules {
    Objects.requireNonNull(separator, "separator");
    Objects.requireNonNull(wordCase, "wordCase");
    forbiddenWords = List.copyOf(forbiddenWords);
    patterns = List.copyOf(patterns);
  }

  /** How the words of a segment are written. */
  public enum WordCase {
    /** {@code CreditCard}. */
    CAPITALIZED,
    /** {@code creditcard}. */
    LOWER,
    /** As the lead types them. */
    AS_TYPED
  }

  /**
   * A rule that a person wrote.
   *
   * @param pattern in the syntax of RE2, compared with the whole name
   * @param forbidden whether names of this form are refused; else names of another form are
   * @param words what the rule says to people, by language tag
   */
  public record NamePattern(String pattern, boolean forbidden, Map<String, String> words) {
    public NamePattern {
      Objects.requireNonNull(pattern, "pattern");
      words = Map.copyOf(words);
    }
  }
}
