package org.tagsmith.domain.vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * In which spellings a piece of text stands, and how much it tells: what is rare tells more. Filled
 * once, then only read.
 */
final class Postings {
  private static final int[] NOWHERE = {};

  private final Map<String, int[]> places = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int all;

  /**
   * @param place must not be lower than in the call before
   */
  void add(String piece, int place) {
    int count = counts.merge(piece, 1, Integer::sum);
    int[] known = places.getOrDefault(piece, NOWHERE);
    int[] grown = count > known.length ? Arrays.copyOf(known, Math.max(2, count * 2)) : known;
    grown[count - 1] = place;
    places.put(piece, grown);
    all = Math.max(all, place + 1);
  }

  /** More for a rare piece; the most for one that stands nowhere. */
  double weight(String piece) {
    return Math.log(1 + all / (double) counts.getOrDefault(piece, 1));
  }

  /** Adds the amount at each place of the piece, and notes the places that were empty. */
  void addTo(double[] sums, double amount, String piece, java.util.BitSet touched) {
    int[] known = places.getOrDefault(piece, NOWHERE);
    int count = counts.getOrDefault(piece, 0);
    for (int i = 0; i < count; i++) {
      sums[known[i]] += amount;
      touched.set(known[i]);
    }
  }
}
