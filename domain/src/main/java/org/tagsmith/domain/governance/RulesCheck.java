package org.tagsmith.domain.governance;

import static org.tagsmith.domain.governance.ChangedVocabulary.refused;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.NamingRules.NamePattern;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** Whether rules say something that can be kept. */
final class RulesCheck {
  private static final int MOST_SEGMENTS = 10;
  private static final int LONGEST = 40;
  private static final int LONGEST_HAN = 16;
  private static final int MOST_WORDS = 200;
  private static final int MOST_PATTERNS = 20;
  private static final int LONGEST_WORDS = 200;
  private static final int SOME = 5;

  /** A pattern that matches all of these says nothing. */
  private static final List<String> ANYTHING =
      List.of("Upgrade_CreditCard", "x", "9", "升級_信用卡", "a-b c/d.e", "ÉÀÜ");

  private RulesCheck() {}

  /**
   * Passes rules that can be kept.
   *
   * @param tags the house tags that are there
   * @throws ChangeRefused {@code bad-rules} with the field, {@code bad-pattern}, {@code
   *     matches-everything} or {@code refuses-all} with the pattern and how many live names it
   *     speaks of
   */
  static void require(NamingRules rules, List<HouseTag> tags) {
    field("separator", isSeparator(rules.separator()), "one of _ - . / and a blank, or empty");
    field("fewestSegments", isWithin(rules.fewestSegments(), MOST_SEGMENTS), "1 to 10");
    field(
        "mostSegments",
        isWithin(rules.mostSegments(), MOST_SEGMENTS)
            && rules.mostSegments() >= rules.fewestSegments(),
        "1 to 10, and not below the fewest");
    field("longest", isWithin(rules.longest(), LONGEST), "1 to 40");
    field("longestHan", isWithin(rules.longestHan(), LONGEST_HAN), "1 to 16");
    field(
        "forbiddenWords",
        rules.forbiddenWords().size() <= MOST_WORDS
            && rules.forbiddenWords().stream()
                .allMatch(word -> word.length() <= LONGEST && !SpellingKey.of(word).isEmpty()),
        "up to 200 words with a letter or digit, of 40 characters at most");
    field("patterns", rules.patterns().size() <= MOST_PATTERNS, "up to 20");
    List<String> live = tags.stream().filter(tag -> !tag.retired()).map(HouseTag::name).toList();
    IntStream.range(0, rules.patterns().size())
        .forEach(at -> requirePattern(rules.patterns().get(at), at, live));
  }

  private static boolean isSeparator(String separator) {
    return separator.isEmpty()
        || (separator.length() == 1 && NameScript.SEPARATORS.contains(separator));
  }

  private static boolean isWithin(int number, int most) {
    return number >= 1 && number <= most;
  }

  private static void field(String name, boolean ok, String what) {
    if (!ok) {
      throw refused(
          "bad-rules", "The field '" + name + "' must be " + what + ".", Map.of("field", name));
    }
  }

  private static void requirePattern(NamePattern rule, int at, List<String> live) {
    field(
        "patterns",
        rule.words().values().stream().allMatch(text -> text.length() <= LONGEST_WORDS),
        "patterns whose words have 200 characters at most");
    Pattern pattern = compiled(rule, at);
    List<String> matched = live.stream().filter(pattern::matches).toList();
    if (ANYTHING.stream().allMatch(pattern::matches)) {
      throw refused(
          "matches-everything",
          "The pattern "
              + rule.pattern()
              + " matches every name, also all "
              + matched.size()
              + " of now. Write one that tells names apart.",
          told(rule, at, matched));
    }
    List<String> refusedNames =
        rule.forbidden() ? matched : live.stream().filter(name -> !matched.contains(name)).toList();
    if (!live.isEmpty() && refusedNames.size() == live.size()) {
      throw refused(
          "refuses-all",
          "The pattern "
              + rule.pattern()
              + " would refuse all "
              + live.size()
              + " names of now. Write one that some of them keep.",
          told(rule, at, refusedNames));
    }
  }

  private static Pattern compiled(NamePattern rule, int at) {
    try {
      return NamePatterns.compile(rule.pattern());
    } catch (IllegalArgumentException e) {
      throw refused(
          "bad-pattern",
          "The pattern " + rule.pattern() + " can't be read: " + e.getMessage() + ".",
          Map.of("pattern", rule.pattern(), "at", at, "why", e.getMessage()));
    }
  }

  private static Map<String, Object> told(NamePattern rule, int at, List<String> names) {
    return Map.of(
        "pattern",
        rule.pattern(),
        "at",
        at,
        "count",
        names.size(),
        "names",
        names.stream().limit(SOME).toList());
  }
}
