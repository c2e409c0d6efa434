package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Spellings by their words, for the rules that compare word by word: endings, and order. Filled
 * once, then only read.
 */
final class WordTable {
  private record Entry(List<String> words, Spelling spelling) {}

  private final Map<String, List<Entry>> inOrder = new HashMap<>();
  private final Map<String, List<Entry>> inAnyOrder = new HashMap<>();
  private int mostWords;

  void add(List<String> words, Spelling spelling) {
    if (words.isEmpty()) {
      return;
    }
    Entry entry = new Entry(words, spelling);
    inOrder.computeIfAbsent(bucket(words), absent -> new ArrayList<>(1)).add(entry);
    inAnyOrder.computeIfAbsent(sortedBucket(words), absent -> new ArrayList<>(1)).add(entry);
    mostWords = Math.max(mostWords, words.size());
  }

  /** Equal but for endings, else the same words in another order, else empty. */
  Optional<Interpretation> read(String label, List<String> words) {
    if (words.isEmpty() || words.size() > mostWords) {
      return Optional.empty();
    }
    List<Spelling> sameOrder = new ArrayList<>();
    for (Entry entry : inOrder.getOrDefault(bucket(words), List.of())) {
      if (same(words, entry.words())) {
        sameOrder.add(entry.spelling());
      }
    }
    if (!sameOrder.isEmpty() || words.size() == 1) {
      return SpellingTable.decide(label, ReadingRule.INFLECTION, sameOrder);
    }
    List<Spelling> anyOrder = new ArrayList<>();
    for (Entry entry : inAnyOrder.getOrDefault(sortedBucket(words), List.of())) {
      if (sameInAnyOrder(words, entry.words())) {
        anyOrder.add(entry.spelling());
      }
    }
    return SpellingTable.decide(label, ReadingRule.WORD_ORDER, anyOrder);
  }

  private static boolean same(List<String> words, List<String> others) {
    if (words.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!Inflection.same(words.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameInAnyOrder(List<String> words, List<String> others) {
    if (words.size() != others.size()) {
      return false;
    }
    List<String> left = new ArrayList<>(others);
    for (String word : words) {
      boolean found = left.remove(word);
      for (int i = 0; i < left.size() && !found; i++) {
        if (Inflection.same(word, left.get(i))) {
          left.remove(i);
          found = true;
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static String bucket(List<String> words) {
    return words.stream().map(Inflection::bucket).collect(Collectors.joining(" "));
  }

  private static String sortedBucket(List<String> words) {
    return words.stream().map(Inflection::bucket).sorted().collect(Collectors.joining(" "));
  }
}
