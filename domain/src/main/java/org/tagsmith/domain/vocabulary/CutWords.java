package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spellings of several words of which a label cuts one short, or writes out one that the house cuts
 * short: {@code dict-comprehension}, {@code temporary-tables}. All other words are the same, and
 * the word that differs is none that the house uses itself: {@code java-sdk} is not {@code
 * javascript-sdk} where there is a {@code java}. Filled once, then only read.
 */
final class CutWords {
  private static final int SHORTEST = 3;
  private static final int FEWEST_CUT = 3;
  private static final int LONGEST_CUT = 4;
  private static final int MOST_WORDS = 7;

  private record Entry(String word, Spelling spelling) {}

  private final Map<String, List<Entry>> byOthers = new HashMap<>();
  private final Set<String> houseWords = new HashSet<>();

  /**
   * @param bases the spelling's base words
   */
  void add(List<String> bases, Spelling spelling) {
    houseWords.addAll(bases);
    if (bases.size() < 2 || bases.size() > MOST_WORDS) {
      return;
    }
    for (int at = 0; at < bases.size(); at++) {
      String word = bases.get(at);
      if (word.length() >= SHORTEST && saysEnough(bases, at)) {
        byOthers
            .computeIfAbsent(others(bases, at), absent -> new ArrayList<>(1))
            .add(new Entry(word, spelling));
      }
    }
  }

  /** The spellings that the label's base words may stand for. */
  List<Spelling> of(List<String> bases) {
    List<Spelling> found = new ArrayList<>();
    if (bases.size() < 2 || bases.size() > MOST_WORDS) {
      return found;
    }
    for (int at = 0; at < bases.size(); at++) {
      String word = bases.get(at);
      if (word.length() >= SHORTEST && !houseWords.contains(word)) {
        for (Entry entry : byOthers.getOrDefault(others(bases, at), List.of())) {
          if (isCut(word, entry.word()) || isCut(entry.word(), word)) {
            found.add(entry.spelling());
          }
        }
      }
    }
    return found;
  }

  private static boolean isCut(String shorter, String longer) {
    return shorter.length() <= LONGEST_CUT
        && longer.length() - shorter.length() >= FEWEST_CUT
        && longer.startsWith(shorter);
  }

  /** Whether the other words are more than a number or an ending. */
  private static boolean saysEnough(List<String> bases, int at) {
    for (int i = 0; i < bases.size(); i++) {
      if (i != at
          && bases.get(i).length() > SHORTEST
          && Character.isLetter(bases.get(i).charAt(0))) {
        return true;
      }
    }
    return false;
  }

  /** All other words, and how the word at hand begins. */
  private static String others(List<String> bases, int at) {
    List<String> others = new ArrayList<>(bases);
    others.set(at, "*" + bases.get(at).substring(0, SHORTEST));
    return String.join(" ", others);
  }
}
