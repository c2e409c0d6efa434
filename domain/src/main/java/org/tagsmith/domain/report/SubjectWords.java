package org.tagsmith.domain.report;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The distinct words of a ticket's subject. Runs of Chinese characters, written without spaces,
 * give their pairs of characters, as is usual in search.
 */
final class SubjectWords {
  private static final Pattern RUN =
      Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{M}\\p{N}'&&[^\\p{IsHan}]]+");

  private SubjectWords() {}

  /** In ascending order; empty for a subject without a letter or digit. */
  static List<String> of(String subject) {
    String plain = Normalizer.normalize(subject, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Set<String> words = new TreeSet<>();
    for (String run : RUN.matcher(plain).results().map(found -> found.group()).toList()) {
      if (Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN) {
        words.addAll(pairs(run));
      } else {
        words.add(run);
      }
    }
    return List.copyOf(words);
  }

  private static Set<String> pairs(String run) {
    int[] signs = run.codePoints().toArray();
    if (signs.length == 1) {
      return Set.of(run);
    }
    return IntStream.range(0, signs.length - 1)
        .mapToObj(at -> new String(signs, at, 2))
        .collect(Collectors.toSet());
  }
}
