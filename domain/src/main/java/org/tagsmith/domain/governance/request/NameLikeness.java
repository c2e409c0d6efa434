package org.tagsmith.domain.governance.request;

import java.util.HashMap;
import java.util.Map;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** How alike two wanted names are: by the pairs of letters that they share, in any script. */
final class NameLikeness {
  private NameLikeness() {}

  /** 1 for names that differ in case, separators and script alone, 0 for nothing in common. */
  static double of(String one, String other) {
    String first = letters(one);
    String second = letters(other);
    if (first.equals(second)) {
      return 1;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int at = 0; at + 1 < first.length(); at++) {
      pairs.merge(first.substring(at, at + 2), 1, Integer::sum);
    }
    int shared = 0;
    for (int at = 0; at + 1 < second.length(); at++) {
      String pair = second.substring(at, at + 2);
      if (pairs.merge(pair, -1, Integer::sum) >= 0) {
        shared++;
      }
    }
    int all = Math.max(0, first.length() - 1) + Math.max(0, second.length() - 1);
    return all == 0 ? 0 : 2.0 * shared / all;
  }

  private static String letters(String name) {
    return SpellingKey.inAnyScript(name).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
