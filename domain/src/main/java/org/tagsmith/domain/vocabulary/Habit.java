package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * One way in which this house's people write other words than its names have: words that they write
 * for others, leave out or add, at one place of the label.
 *
 * @param typed base words as people type them; empty where they leave words out
 * @param meant base words as the house's names have them; empty where people add words
 * @param place where in the label
 */
record Habit(List<String> typed, List<String> meant, Place place) {
  enum Place {
    START,
    MIDDLE,
    END,
    ANYWHERE
  }

  Habit {
    typed = List.copyOf(typed);
    meant = List.copyOf(meant);
  }

  /**
   * What stands between two word lists once the words that both begin and end with are taken away;
   * null where nothing is common, or nothing differs.
   */
  static Habit between(List<String> label, List<String> name) {
    int shorter = Math.min(label.size(), name.size());
    int start = 0;
    while (start < shorter && label.get(start).equals(name.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && label.get(label.size() - 1 - end).equals(name.get(name.size() - 1 - end))) {
      end++;
    }
    List<String> typed = label.subList(start, label.size() - end);
    List<String> meant = name.subList(start, name.size() - end);
    if ((typed.isEmpty() && meant.isEmpty()) || hasNumber(typed) || hasNumber(meant)) {
      return null;
    }
    if (start + end == 0) {
      return typed.size() == 1 ? new Habit(typed, meant, Place.ANYWHERE) : null;
    }
    return new Habit(typed, meant, start == 0 ? Place.START : end == 0 ? Place.END : Place.MIDDLE);
  }

  private static boolean hasNumber(List<String> words) {
    return words.stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
  }

  /** Whether words stand for other words; else they are only added or left out. */
  boolean isReplacement() {
    return !typed.isEmpty() && !meant.isEmpty();
  }

  /**
   * The label as the house would have written it, once for each place where the habit may have been
   * at work.
   *
   * @param words the label's words
   * @param bases the same as base words
   */
  List<List<String>> undone(List<String> words, List<String> bases) {
    List<List<String>> results = new ArrayList<>(1);
    int last = words.size() - typed.size();
    if (last < (meant.isEmpty() ? 1 : 0)) {
      return results;
    }
    int from = place == Place.END ? last : place == Place.MIDDLE ? 1 : 0;
    int to = place == Place.START ? 0 : place == Place.MIDDLE ? last - 1 : last;
    for (int at = from; at <= to; at++) {
      if (bases.subList(at, at + typed.size()).equals(typed)) {
        List<String> result = new ArrayList<>(words.subList(0, at));
        result.addAll(meant);
        result.addAll(words.subList(at + typed.size(), words.size()));
        results.add(result);
      }
    }
    return results;
  }
}
