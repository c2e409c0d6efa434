package org.tagsmith.domain.governance;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tagsmith.domain.governance.NameAnswer.RuleAnswer;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.NamingRules.NamePattern;
import org.tagsmith.domain.vocabulary.NamingRules.WordCase;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;

/**
 * Says of a name which of the house's rules it keeps, and how it would keep them all. Takes time in
 * proportion to the name, whatever the rules are. Immutable.
 */
public final class NameCheck {
  private static final int LONGEST_READ = 200;

  private final NameCustoms customs;
  private final NameCorrection correction;
  private final List<Compiled> patterns = new ArrayList<>();

  private record Compiled(NamePattern rule, Pattern pattern) {
    boolean allows(String name) {
      return pattern.matches(name) != rule.forbidden();
    }
  }

  private NameCheck(NameCustoms customs) {
    this.customs = customs;
    this.correction = new NameCorrection(customs);
    for (NamePattern each : customs.rules().patterns()) {
      NamePatterns.usable(each.pattern())
          .ifPresent(pattern -> patterns.add(new Compiled(each, pattern)));
    }
  }

  /** Under a vocabulary's own rules. */
  public static NameCheck of(Vocabulary vocabulary) {
    return under(vocabulary.rules(), vocabulary.families(), vocabulary.abbreviations());
  }

  /**
   * Under rules that a lead thinks about, in a house that has others.
   *
   * @throws ChangeRefused if they cannot be its rules
   */
  public static NameCheck trying(NamingRules rules, Vocabulary vocabulary) {
    RulesCheck.require(rules, vocabulary.tags());
    return under(rules, vocabulary.families(), vocabulary.abbreviations());
  }

  /** Under these rules; a pattern that is none counts for nothing. */
  public static NameCheck under(
      NamingRules rules, List<TagFamily> families, List<Abbreviation> abbreviations) {
    return new NameCheck(new NameCustoms(rules, families, abbreviations));
  }

  /**
   * Checks a name.
   *
   * @param name any text
   * @param family the family that the tag is or shall be in, null if nobody chose one yet
   */
  public NameAnswer check(String name, String family) {
    String read = cut(name);
    List<RuleAnswer> answers = answers(read, family);
    if (answers.stream().allMatch(RuleAnswer::ok)) {
      return new NameAnswer(name, answers, name);
    }
    String corrected =
        correction
            .of(read, family)
            .filter(form -> answers(form, family).stream().allMatch(RuleAnswer::ok))
            .orElse(null);
    return new NameAnswer(name, answers, corrected);
  }

  /**
   * The rules that a name breaks, as {@link NameAnswer#broken}, without looking for a better one.
   */
  public List<String> broken(String name, String family) {
    return answers(cut(name), family).stream()
        .filter(each -> !each.ok())
        .map(RuleAnswer::rule)
        .distinct()
        .toList();
  }

  /** Longer names break the rule of length anyway. */
  private static String cut(String name) {
    int points = name.codePointCount(0, name.length());
    return points <= LONGEST_READ
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_READ));
  }

  private List<RuleAnswer> answers(String name, String family) {
    NamingRules rules = customs.rules();
    String start = rules.familyFirst() ? startOf(name, family) : null;
    List<String> segments = segments(name, start);
    List<RuleAnswer> answers = new ArrayList<>();
    answers.add(
        answer(
            "characters", NameScript.isPlain(name), "Letters and digits of one script.", Map.of()));
    if (rules.familyFirst()) {
      answers.add(
          answer(
              "family",
              start != null,
              family == null
                  ? "It begins with a family."
                  : "It begins with its family, " + family + ".",
              Map.of("family", family == null ? "" : family)));
    }
    answers.add(separator(segments));
    if (rules.wordCase() != WordCase.AS_TYPED) {
      answers.add(wordCase(segments, start != null));
    }
    answers.add(count(segments));
    answers.add(length(name));
    answers.add(forbidden(name));
    answers.add(abbreviations(name));
    for (Compiled each : patterns) {
      answers.add(pattern(each, name));
    }
    return answers;
  }

  /** The family that the name begins with, as it stands there; null if it begins with none. */
  private String startOf(String name, String family) {
    List<TagFamily> allowed = family == null ? customs.families() : List.of(customs.family(family));
    return allowed.stream()
        .flatMap(each -> NameCustoms.starts(each).stream())
        .filter(start -> name.startsWith(start))
        .filter(start -> name.length() == start.length() || isJoint(name, start.length()))
        .reduce((one, other) -> one.length() >= other.length() ? one : other)
        .orElse(null);
  }

  private boolean isJoint(String name, int at) {
    String separator = customs.rules().separator();
    return separator.isEmpty()
        ? NameScript.SEPARATORS.indexOf(name.charAt(at)) >= 0
        : name.startsWith(separator, at);
  }

  /** The parts of the name; the family is one, whatever it holds. */
  private List<String> segments(String name, String start) {
    if (start == null || name.length() == start.length()) {
      return start == null ? customs.segments(name) : List.of(start);
    }
    List<String> segments = new ArrayList<>(List.of(start));
    segments.addAll(customs.segments(name.substring(start.length() + 1)));
    return segments;
  }

  private RuleAnswer separator(List<String> segments) {
    String separator = customs.rules().separator();
    boolean whole = segments.stream().noneMatch(String::isEmpty);
    boolean alone =
        separator.isEmpty()
            || segments.stream()
                .skip(1)
                .allMatch(
                    each -> each.chars().noneMatch(c -> NameScript.SEPARATORS.indexOf(c) >= 0));
    boolean first =
        separator.isEmpty()
            || customs.isStart(segments.get(0))
            || segments.get(0).chars().noneMatch(c -> NameScript.SEPARATORS.indexOf(c) >= 0);
    return answer(
        "separator",
        whole && alone && first,
        separator.isEmpty()
            ? "One separator between parts."
            : "'" + separator + "' between parts, nothing else.",
        Map.of("separator", separator));
  }

  private RuleAnswer wordCase(List<String> segments, boolean familyStands) {
    boolean lower = customs.rules().wordCase() == WordCase.LOWER;
    boolean ok =
        segments.stream()
            .skip(familyStands ? 1 : 0)
            .allMatch(
                each ->
                    lower
                        ? each.codePoints().noneMatch(NameCheck::isCapital)
                        : each.isEmpty() || !Character.isLowerCase(each.codePointAt(0)));
    return answer(
        "case",
        ok,
        lower ? "Small letters only." : "Each part begins with a capital letter.",
        Map.of("wordCase", customs.rules().wordCase().name()));
  }

  private static boolean isCapital(int point) {
    return Character.isUpperCase(point) || Character.isTitleCase(point);
  }

  private RuleAnswer count(List<String> segments) {
    int fewest = customs.rules().fewestSegments();
    int most = customs.rules().mostSegments();
    return answer(
        "segments",
        segments.size() >= fewest && segments.size() <= most,
        fewest == most ? fewest + " parts." : fewest + " to " + most + " parts.",
        Map.of("fewest", fewest, "most", most));
  }

  private RuleAnswer length(String name) {
    boolean han = name.codePoints().anyMatch(NameWords::isHan);
    int longest = han ? customs.rules().longestHan() : customs.rules().longest();
    return answer(
        "length",
        name.codePointCount(0, name.length()) <= longest,
        longest + " characters or fewer.",
        Map.of("longest", longest));
  }

  private RuleAnswer forbidden(String name) {
    List<String> words = NameWords.of(name);
    int[] found = customs.forbiddenIn(words);
    return answer(
        "forbidden",
        found == null,
        found == null
            ? "No forbidden word."
            : "'" + String.join("", words.subList(found[0], found[1])) + "' is a forbidden word.",
        Map.of("word", found == null ? "" : String.join("", words.subList(found[0], found[1]))));
  }

  private RuleAnswer abbreviations(String name) {
    String found =
        NameWords.of(name).stream()
            .filter(word -> customs.longForm(word) != null)
            .findFirst()
            .orElse(null);
    String written = found == null ? "" : String.join("", customs.longForm(found));
    return answer(
        "abbreviations",
        found == null,
        found == null
            ? "Words are written out."
            : "'" + found + "' is written out: " + written + ".",
        Map.of("word", found == null ? "" : found, "written", written));
  }

  private static RuleAnswer pattern(Compiled each, String name) {
    Map<String, String> words = new TreeMap<>(each.rule().words());
    String told =
        words.isEmpty()
            ? (each.rule().forbidden() ? "Not of the form " : "Of the form ")
                + each.rule().pattern()
            : words.getOrDefault("en", words.values().iterator().next());
    return answer(
        "pattern",
        each.allows(name),
        told,
        Map.of(
            "pattern",
            each.rule().pattern(),
            "forbidden",
            each.rule().forbidden(),
            "words",
            words));
  }

  private static RuleAnswer answer(
      String rule, boolean ok, String words, Map<String, Object> values) {
    return new RuleAnswer(rule, ok, words, values);
  }
}
