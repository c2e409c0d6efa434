package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether two English words differ in plural or verb ending only. Deliberately timid: two words are
 * the same when a plain rule leads from both to one base word, so {@code upgrades}, {@code
 * upgraded} and {@code upgrading} meet in {@code upgrade}, while {@code generators} and {@code
 * generics}, which a stemmer cuts to one stem, never do. Words without a vowel in the base ({@code
 * https}), short words ({@code news}) and words of other scripts stay as they are.
 */
final class Inflection {
  private static final int SHORTEST_BASE = 3;
  private static final int LONGEST_WORD = 40;

  /** Words that only look inflected, or whose ending carries the meaning. */
  private static final Set<String> KEPT =
      Set.of(
          "news",
          "https",
          "always",
          "perhaps",
          "besides",
          "species",
          "series",
          "lens",
          "maths",
          "physics",
          "mathematics",
          "graphics",
          "analytics",
          "statistics",
          "economics",
          "goods",
          "customs",
          "savings",
          "earnings",
          "banking",
          "billing",
          "building",
          "during",
          "nothing",
          "something",
          "anything",
          "everything",
          "morning",
          "evening",
          "string",
          "ceiling",
          "pricing",
          "marketing",
          "engineering",
          "being",
          "hundred",
          "embed",
          "windows",
          "rails",
          "pandas",
          "kubernetes",
          "canvas",
          "alias",
          "atlas",
          "wings",
          "rating",
          "saving",
          "setting",
          "meeting",
          "shopping",
          "shipping",
          "lending",
          "spelling",
          "listing");

  /** Forms that no ending explains; a base word is never a key here. */
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("stolen", "steal"),
          Map.entry("stole", "steal"),
          Map.entry("lost", "lose"),
          Map.entry("paid", "pay"),
          Map.entry("sent", "send"),
          Map.entry("forgot", "forget"),
          Map.entry("forgotten", "forget"),
          Map.entry("withdrawn", "withdraw"),
          Map.entry("withdrew", "withdraw"),
          Map.entry("broken", "break"),
          Map.entry("broke", "break"),
          Map.entry("frozen", "freeze"),
          Map.entry("froze", "freeze"),
          Map.entry("taken", "take"),
          Map.entry("took", "take"),
          Map.entry("given", "give"),
          Map.entry("gave", "give"),
          Map.entry("chosen", "choose"),
          Map.entry("chose", "choose"),
          Map.entry("bought", "buy"),
          Map.entry("sold", "sell"),
          Map.entry("spent", "spend"),
          Map.entry("kept", "keep"),
          Map.entry("eaten", "eat"),
          Map.entry("went", "go"),
          Map.entry("made", "make"),
          Map.entry("people", "person"),
          Map.entry("children", "child"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("ups", "up"),
          Map.entry("ids", "id"),
          Map.entry("indices", "index"),
          Map.entry("apis", "api"),
          Map.entry("uris", "uri"),
          Map.entry("kpis", "kpi"),
          Map.entry("skus", "sku"),
          Map.entry("cpus", "cpu"),
          Map.entry("gpus", "gpu"),
          Map.entry("menus", "menu"));

  private Inflection() {}

  /** Whether the two words, without case, are forms of one word. */
  static boolean same(String one, String other) {
    return one.equals(other) || !Collections.disjoint(bases(one), bases(other));
  }

  /**
   * A short key that all forms of one word share; unlike words may share it too, so it finds
   * candidates for {@link #same} and decides nothing.
   */
  static String bucket(String word) {
    String base = IRREGULAR.getOrDefault(word, word);
    return isEnglish(base) && base.length() > 2 ? base.substring(0, 2) : base;
  }

  /** The word itself and every base word it may be a form of. */
  static List<String> bases(String word) {
    String regular = IRREGULAR.get(word);
    if (regular != null) {
      return List.of(regular);
    }
    List<String> bases = new ArrayList<>(4);
    bases.add(word);
    if (word.length() <= SHORTEST_BASE
        || word.length() > LONGEST_WORD
        || !isEnglish(word)
        || KEPT.contains(word)) {
      return bases;
    }
    if (word.endsWith("s")) {
      addSingulars(word, bases);
    } else if (word.endsWith("ed") && !word.endsWith("eed")) {
      addPresent(word, 2, bases);
    } else if (word.endsWith("ing")) {
      addPresent(word, 3, bases);
    }
    return bases;
  }

  /** The shortest base of each word; what is added and left out is compared by these. */
  static List<String> bases(List<String> words) {
    List<String> shortest = new ArrayList<>(words.size());
    for (String word : words) {
      String base = null;
      for (String other : bases(word)) {
        base = base == null || other.length() < base.length() ? other : base;
      }
      shortest.add(base);
    }
    return shortest;
  }

  private static void addSingulars(String word, List<String> bases) {
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return;
    }
    if (word.endsWith("ies")) {
      add(without(word, 3) + "y", bases);
    } else if (word.endsWith("ses")
        || word.endsWith("xes")
        || word.endsWith("zes")
        || word.endsWith("oes")
        || word.endsWith("ches")
        || word.endsWith("shes")) {
      add(without(word, 2), bases);
    }
    add(without(word, 1), bases);
  }

  private static void addPresent(String word, int ending, List<String> bases) {
    String stem = without(word, ending);
    if (stem.endsWith("i") && ending == 2) {
      add(without(stem, 1) + "y", bases);
      return;
    }
    if (stem.length() < SHORTEST_BASE - 1 || !hasVowel(stem)) {
      return;
    }
    add(stem, bases);
    add(stem + "e", bases);
    int last = stem.length() - 1;
    if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
      add(without(stem, 1), bases);
    }
  }

  private static void add(String base, List<String> bases) {
    if (base.length() >= SHORTEST_BASE && hasVowel(base)) {
      bases.add(base);
    }
  }

  private static String without(String word, int count) {
    return word.substring(0, word.length() - count);
  }

  private static boolean hasVowel(String word) {
    return word.chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
  }

  /** Whether it has no other letters than those of English, in lower case. */
  static boolean isEnglish(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }
}
