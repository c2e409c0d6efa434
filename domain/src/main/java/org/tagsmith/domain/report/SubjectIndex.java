package org.tagsmith.domain.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds subjects that are alike: by the words they share, rare ones counting more (cosine of their
 * inverse document frequencies). Subjects of the same words are one. Thread-safe.
 */
public final class SubjectIndex {
  private static final int NEAREST = 10;
  private static final double LEAST_CLOSE = 0.35;

  /** A word of more subjects than this says little, and would take long. */
  private static final double COMMON = 0.05;

  private static final int COMMON_FROM = 20;
  private static final int COMMON_AT_MOST = 1_000;

  /**
   * Tickets of one set of labels with subjects of the same words.
   *
   * @param tickets how many, at least 1
   */
  record Carried(int tagSetId, int tickets) {}

  /**
   * @param closeness 0..1, 1 for the same words
   */
  record Near(int subject, double closeness) {}

  private final List<int[]> words = new ArrayList<>();
  private final List<List<Carried>> carried = new ArrayList<>();
  private final Map<Integer, List<Integer>> subjectsOfSet = new HashMap<>();
  private final int[][] holders;
  private final double[] weights;
  private final double[] norms;
  private final Map<Integer, List<Near>> nearest = new ConcurrentHashMap<>();

  /**
   * Takes about a second for a full sample.
   *
   * @param sample is not kept
   */
  public SubjectIndex(SubjectSample sample) {
    Map<String, Integer> wordNumbers = new HashMap<>();
    Map<List<String>, Integer> subjectNumbers = new HashMap<>();
    List<Map<Integer, Integer>> tickets = new ArrayList<>();
    sample
        .subjects()
        .forEach(
            (set, subjects) -> {
              for (String subject : subjects) {
                List<String> found = SubjectWords.of(subject);
                if (!found.isEmpty()) {
                  int number =
                      subjectNumbers.computeIfAbsent(
                          found,
                          fresh -> {
                            words.add(numbers(fresh, wordNumbers));
                            tickets.add(new TreeMap<>());
                            return words.size() - 1;
                          });
                  if (tickets.get(number).merge(set, 1, Integer::sum) == 1) {
                    subjectsOfSet.computeIfAbsent(set, id -> new ArrayList<>(2)).add(number);
                  }
                }
              }
            });
    tickets.forEach(
        sets ->
            carried.add(
                sets.entrySet().stream()
                    .map(each -> new Carried(each.getKey(), each.getValue()))
                    .toList()));
    holders = holders(wordNumbers.size());
    weights =
        Arrays.stream(holders)
            .mapToDouble(each -> Math.log((words.size() + 1.0) / each.length))
            .toArray();
    norms =
        words.stream()
            .mapToDouble(each -> Math.sqrt(Arrays.stream(each).mapToDouble(this::squared).sum()))
            .toArray();
  }

  private static int[] numbers(List<String> words, Map<String, Integer> wordNumbers) {
    return words.stream()
        .mapToInt(word -> wordNumbers.computeIfAbsent(word, fresh -> wordNumbers.size()))
        .toArray();
  }

  private int[][] holders(int wordCount) {
    int[] counts = new int[wordCount];
    words.forEach(each -> Arrays.stream(each).forEach(word -> counts[word]++));
    int[][] found = new int[wordCount][];
    Arrays.setAll(found, word -> new int[counts[word]]);
    Arrays.fill(counts, 0);
    for (int subject = 0; subject < words.size(); subject++) {
      for (int word : words.get(subject)) {
        found[word][counts[word]++] = subject;
      }
    }
    return found;
  }

  private double squared(int word) {
    return weights[word] * weights[word];
  }

  /** The sets of labels that the sample has subjects of. */
  Set<Integer> tagSetIds() {
    return subjectsOfSet.keySet();
  }

  /** How many different subjects; their numbers are 0 to this less one. */
  int size() {
    return words.size();
  }

  /** The different subjects of a set of labels; empty if the sample has none. */
  List<Integer> subjectsOf(int tagSetId) {
    return subjectsOfSet.getOrDefault(tagSetId, List.of());
  }

  /** Which sets of labels the tickets with this subject carry, ascending. */
  List<Carried> carriedWith(int subject) {
    return carried.get(subject);
  }

  /** Up to ten subjects that are alike, itself included, the closest first. */
  List<Near> nearest(int subject) {
    return nearest.computeIfAbsent(subject, this::search);
  }

  private List<Near> search(int subject) {
    Map<Integer, Double> shared = new HashMap<>();
    double most = Math.max(COMMON_FROM, Math.min(COMMON_AT_MOST, COMMON * words.size()));
    for (int word : words.get(subject)) {
      if (holders[word].length <= most) {
        for (int other : holders[word]) {
          shared.merge(other, squared(word), Double::sum);
        }
      }
    }
    shared.remove(subject);
    List<Near> found = new ArrayList<>(List.of(new Near(subject, 1)));
    shared.forEach((other, sum) -> found.add(new Near(other, sum / norms[subject] / norms[other])));
    return found.stream()
        .filter(near -> near.closeness() >= LEAST_CLOSE)
        .sorted(
            Comparator.comparingDouble(Near::closeness).reversed().thenComparingInt(Near::subject))
        .limit(NEAREST)
        .toList();
  }
}
