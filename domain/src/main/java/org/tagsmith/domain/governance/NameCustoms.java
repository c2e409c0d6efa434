package org.tagsmith.domain.governance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tagsmith.domain.vocabulary.Abbreviation;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.domain.vocabulary.SpellingKey;
import org.tagsmith.domain.vocabulary.TagFamily;

/** A house's rules with the words that they speak of, ready for looking up. Immutable. */
final class NameCustoms {
  private static final Pattern ANY_SEPARATOR = Pattern.compile("[_\\-./ ]");

  private final NamingRules rules;
  private final List<TagFamily> families;
  private final Pattern separator;
  private final Set<String> starts = new HashSet<>();
  private final Set<String> forbidden = new HashSet<>();
  private final Map<String, List<String>> longForms = new HashMap<>();

  NameCustoms(NamingRules rules, List<TagFamily> families, List<Abbreviation> abbreviations) {
    this.rules = rules;
    this.families = List.copyOf(families);
    this.separator =
        rules.separator().isEmpty()
            ? ANY_SEPARATOR
            : Pattern.compile(Pattern.quote(rules.separator()));
    families.forEach(family -> starts.addAll(starts(family)));
    rules.forbiddenWords().stream()
        .map(NameCustoms::key)
        .filter(key -> !key.isEmpty())
        .forEach(forbidden::add);
    learn(abbreviations);
  }

  NamingRules rules() {
    return rules;
  }

  List<TagFamily> families() {
    return families;
  }

  static String key(String text) {
    return SpellingKey.inAnyScript(text);
  }

  static String key(List<String> words) {
    return key(String.join("", words));
  }

  /** The family of this name; one that the vocabulary lacks has no other names. */
  TagFamily family(String name) {
    return families.stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseGet(() -> new TagFamily(name, "slate", Map.of()));
  }

  /** What a name of the family may begin with: its name, and its Chinese names. */
  static List<String> starts(TagFamily family) {
    return Stream.concat(
            Stream.of(family.name()),
            family.names().values().stream()
                .filter(name -> name.codePoints().allMatch(NameWords::isHan)))
        .distinct()
        .toList();
  }

  /** Whether a part is what names of some family begin with. */
  boolean isStart(String segment) {
    return starts.contains(segment);
  }

  /** The parts between separators. */
  List<String> segments(String name) {
    return List.of(separator.split(name, -1));
  }

  /** What stands between the parts of a corrected name. */
  String joint() {
    return rules.separator().isEmpty() ? "_" : rules.separator();
  }

  /** Where a forbidden word begins and ends in these words, as {from, to}; null if none does. */
  int[] forbiddenIn(List<String> words) {
    if (forbidden.isEmpty()) {
      return null;
    }
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        if (forbidden.contains(key(words.subList(from, to)))) {
          return new int[] {from, to};
        }
      }
    }
    return null;
  }

  /** A Chinese word that begins or ends with a family's name, as two; any other as it is. */
  List<String> apartFromFamily(String word) {
    if (!NameWords.isHan(word.codePointAt(0))) {
      return List.of(word);
    }
    for (TagFamily family : families) {
      for (String start : starts(family)) {
        if (word.length() > start.length() && word.startsWith(start)) {
          return List.of(start, word.substring(start.length()));
        }
        if (word.length() > start.length() && word.endsWith(start)) {
          return List.of(word.substring(0, word.length() - start.length()), start);
        }
      }
    }
    return List.of(word);
  }

  /** What a short form is written out as; null for any other word. */
  List<String> longForm(String word) {
    return longForms.isEmpty() ? null : longForms.get(key(word));
  }

  /**
   * Chinese short forms are for reading what people typed: in a name they may stand. So may those
   * that lead back to themselves.
   */
  private void learn(List<Abbreviation> abbreviations) {
    Map<String, List<String>> direct = new HashMap<>();
    for (Abbreviation each : abbreviations) {
      boolean han = each.shortForm().codePoints().anyMatch(NameWords::isHan);
      String key = key(each.shortForm());
      List<String> words = NameWords.of(each.expansion());
      if (!han && !key.isEmpty() && !words.isEmpty()) {
        direct.putIfAbsent(key, words);
      }
    }
    for (Map.Entry<String, List<String>> each : direct.entrySet()) {
      List<String> words = each.getValue();
      for (int step = 0;
          step < direct.size() && isShort(words, direct) && words.size() < 40;
          step++) {
        words = unfolded(words, direct);
      }
      if (!isShort(words, direct)) {
        longForms.put(each.getKey(), List.copyOf(words));
      }
    }
  }

  private static boolean isShort(List<String> words, Map<String, List<String>> direct) {
    return words.stream().anyMatch(word -> direct.containsKey(key(word)));
  }

  private static List<String> unfolded(List<String> words, Map<String, List<String>> direct) {
    List<String> unfolded = new ArrayList<>();
    words.forEach(word -> unfolded.addAll(direct.getOrDefault(key(word), List.of(word))));
    return unfolded;
  }
}
