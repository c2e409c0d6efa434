package org.tagsmith.domain.vocabulary;

import java.util.Arrays;

/**
 * How alike two spellings are by the fewest slips between them: a letter too many, too few, wrong,
 * or two neighbours swapped (optimal string alignment).
 */
final class SpellingDistance {
  private SpellingDistance() {}

  /**
   * 1 for equal, 0 for less alike than {@code least} (then it stops early); takes time in
   * proportion to both lengths at most.
   */
  static double likeness(String one, String other, double least) {
    int longer = Math.max(one.length(), other.length());
    if (longer == 0) {
      return 0;
    }
    int most = (int) ((1 - least) * longer);
    if (Math.abs(one.length() - other.length()) > most) {
      return 0;
    }
    int distance = distance(one, other, most);
    return distance > most ? 0 : 1 - (double) distance / longer;
  }

  private static int distance(String one, String other, int most) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] here = new int[other.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      here[0] = i;
      int smallest = i;
      for (int j = 1; j <= other.length(); j++) {
        int slip = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(Math.min(here[j - 1], last[j]) + 1, last[j - 1] + slip);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost = Math.min(cost, beforeLast[j - 2] + 1);
        }
        here[j] = cost;
        smallest = Math.min(smallest, cost);
      }
      if (smallest > most) {
        return most + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = here;
      here = free;
    }
    return last[other.length()];
  }
}
