package org.tagsmith.domain.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spellings by the initials that people write for them: of all words ({@code wol} for {@code
 * wake-on-lan}, small words written or not), of some of them ({@code vs-2013} for {@code
 * visual-studio-2013}), and with a count in place of letters ({@code i18n}). Filled once, then only
 * read.
 */
final class Initials {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_PART = 2;
  private static final int MOST_WORDS = 7;
  private static final int SHORTEST_COUNTED = 8;
  private static final Set<String> SMALL =
      Set.of("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with");

  private final Map<String, List<Spelling>> byKey = new HashMap<>();

  void add(List<String> words, Spelling spelling) {
    if (words.size() > MOST_WORDS || !words.stream().allMatch(Initials::isPlain)) {
      return;
    }
    if (words.size() == 1) {
      addCounted(words.get(0), spelling);
      return;
    }
    addAll(words, spelling);
    List<String> great = words.stream().filter(word -> !SMALL.contains(word)).toList();
    if (great.size() > 1 && great.size() < words.size()) {
      addAll(great, spelling);
    }
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + SHORTEST_PART; to <= words.size(); to++) {
        if (to - from < words.size() && isLetters(words.subList(from, to))) {
          List<String> part = new ArrayList<>(words.subList(0, from));
          part.add(initials(words.subList(from, to)));
          part.addAll(words.subList(to, words.size()));
          add(String.join(" ", part), spelling);
        }
      }
    }
  }

  /** The initials of all words, and of all but the small ones; none for a single word. */
  static Set<String> ofAll(List<String> words) {
    Set<String> initials = new LinkedHashSet<>();
    List<String> great = words.stream().filter(word -> !SMALL.contains(word)).toList();
    if (words.size() > 1) {
      initials.add(initials(words));
    }
    if (great.size() > 1) {
      initials.add(initials(great));
    }
    return initials;
  }

  /** The spellings for which the words may stand. */
  List<Spelling> of(List<String> words) {
    return byKey.getOrDefault(String.join(" ", words), List.of());
  }

  private void addAll(List<String> words, Spelling spelling) {
    if (words.size() >= SHORTEST && isLetters(words)) {
      add(initials(words), spelling);
    }
  }

  private void addCounted(String word, Spelling spelling) {
    int last = word.length() - 1;
    if (word.length() >= SHORTEST_COUNTED && isLetters(List.of(word))) {
      add(word.charAt(0) + " " + (last - 1) + " " + word.charAt(last), spelling);
    }
  }

  private void add(String key, Spelling spelling) {
    List<Spelling> known = byKey.computeIfAbsent(key, absent -> new ArrayList<>(1));
    if (!known.contains(spelling)) {
      known.add(spelling);
    }
  }

  private static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.appendCodePoint(word.codePointAt(0)));
    return initials.toString();
  }

  private static boolean isLetters(List<String> words) {
    return words.stream().allMatch(word -> word.charAt(0) >= 'a' && word.charAt(0) <= 'z');
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}
