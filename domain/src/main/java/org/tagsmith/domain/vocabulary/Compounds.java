package org.tagsmith.domain.vocabulary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that the house's spellings write apart, so that {@code creditcard} is taken apart; none
 * that they write apart in two ways. Immutable.
 */
final class Compounds {
  private static final int MOST_PARTS = 4;
  private static final int SHORTEST = 5;
  private static final int SHORTEST_PART = 2;

  private final Map<String, List<String>> parts = new HashMap<>();

  /**
   * @param spellings the words of each
   */
  Compounds(Stream<List<String>> spellings) {
    Set<String> ambiguous = new HashSet<>();
    spellings.forEach(words -> learn(words, ambiguous));
    parts.keySet().removeAll(ambiguous);
  }

  /** The words that the word is made of; itself if it is none of these. */
  List<String> parts(String word) {
    if (word.length() >= SHORTEST) {
      for (String base : Inflection.bases(word)) {
        List<String> known = parts.get(base);
        if (known != null) {
          return known;
        }
      }
    }
    return List.of(word);
  }

  private void learn(List<String> words, Set<String> ambiguous) {
    for (int start = 0; start < words.size(); start++) {
      StringBuilder compound = new StringBuilder();
      int most = Math.min(words.size(), start + MOST_PARTS);
      for (int end = start; end < most && words.get(end).length() >= SHORTEST_PART; end++) {
        compound.append(words.get(end));
        if (end > start && compound.length() >= SHORTEST) {
          List<String> of = words.subList(start, end + 1);
          List<String> known = parts.putIfAbsent(compound.toString(), List.copyOf(of));
          if (known != null && !known.equals(of)) {
            ambiguous.add(compound.toString());
          }
        }
      }
    }
  }
}
