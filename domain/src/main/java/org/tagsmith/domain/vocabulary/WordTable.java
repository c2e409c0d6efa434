package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spellings by their words, for the rules that compare word by word: endings, and order. Filled
 * once, then only read.
 */
final class WordTable {
  private record Entry(List<String> words, String joined, Spelling spelling) {}

  private final WordLikeness likeness;
  private final Map<String, List<Entry>> inOrder = new HashMap<>();
  private final Map<String, List<Entry>> inAnyOrder = new HashMap<>();
  private final Map<String, List<Entry>> joined = new HashMap<>();
  private final boolean alsoInAnyOrder;
  private int mostWords;

  private WordTable(WordLikeness likeness, boolean alsoInAnyOrder) {
    this.likeness = likeness;
    this.alsoInAnyOrder = alsoInAnyOrder;
  }

  /** One that knows words in their order alone. */
  static WordTable ordered(WordLikeness likeness) {
    return new WordTable(likeness, false);
  }

  /** One that also finds them {@link #inAnyOrder}. */
  static WordTable unordered(WordLikeness likeness) {
    return new WordTable(likeness, true);
  }

  void add(List<String> words, Spelling spelling) {
    if (words.isEmpty()) {
      return;
    }
    Entry entry = new Entry(words, LabelWords.key(words, TextForm.SCRIPT), spelling);
    if (words.size() > 1) {
      add(inOrder, bucket(words), entry);
      if (alsoInAnyOrder) {
        add(inAnyOrder, sortedBucket(words), entry);
      }
    }
    likeness.roots(entry.joined()).forEach(root -> add(joined, root, entry));
    mostWords = Math.max(mostWords, words.size());
  }

  /** The spellings of the same words in the same order. */
  List<Spelling> inOrder(List<String> words) {
    List<Spelling> found = new ArrayList<>();
    if (words.size() > 1 && words.size() <= mostWords) {
      for (Entry entry : inOrder.getOrDefault(bucket(words), List.of())) {
        if (same(words, entry.words())) {
          found.add(entry.spelling());
        }
      }
    }
    return found;
  }

  /** The spellings that are the same once both are written as one word. */
  List<Spelling> joined(List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    String word = LabelWords.key(words, TextForm.SCRIPT);
    Set<Spelling> found = new LinkedHashSet<>();
    for (String root : likeness.roots(word)) {
      for (Entry entry : joined.getOrDefault(root, List.of())) {
        if (likeness.same(word, entry.joined())) {
          found.add(entry.spelling());
        }
      }
    }
    return List.copyOf(found);
  }

  /** The spellings of the same words in whatever order; none for a single word. */
  List<Spelling> inAnyOrder(List<String> words) {
    List<Spelling> found = new ArrayList<>();
    if (words.size() > 1 && words.size() <= mostWords && saysMoreThanLetters(words)) {
      for (Entry entry : inAnyOrder.getOrDefault(sortedBucket(words), List.of())) {
        if (sameInAnyOrder(words, entry.words())) {
          found.add(entry.spelling());
        }
      }
    }
    return found;
  }

  /** {@code d3} is not {@code 3d}. */
  private static boolean saysMoreThanLetters(List<String> words) {
    return words.stream().anyMatch(word -> word.length() > 1 && !Character.isDigit(word.charAt(0)));
  }

  private static void add(Map<String, List<Entry>> table, String key, Entry entry) {
    table.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(entry);
  }

  private boolean same(List<String> words, List<String> others) {
    if (words.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!likeness.same(words.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameInAnyOrder(List<String> words, List<String> others) {
    if (words.size() != others.size()) {
      return false;
    }
    List<String> left = new ArrayList<>(others);
    for (String word : words) {
      boolean found = left.remove(word);
      for (int i = 0; i < left.size() && !found; i++) {
        if (likeness.same(word, left.get(i))) {
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

  private String bucket(List<String> words) {
    return String.join(" ", buckets(words));
  }

  private String sortedBucket(List<String> words) {
    List<String> buckets = buckets(words);
    Collections.sort(buckets);
    return String.join(" ", buckets);
  }

  private List<String> buckets(List<String> words) {
    List<String> buckets = new ArrayList<>(words.size());
    for (String word : words) {
      buckets.add(likeness.bucket(word));
    }
    return buckets;
  }
}
