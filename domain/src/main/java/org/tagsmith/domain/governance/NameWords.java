package org.tagsmith.domain.governance;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that a name is made of, as they are written: {@code APIKey} is {@code API}, {@code
 * Key}.
 */
final class NameWords {
  private NameWords() {}

  /** In their order; whatever is no letter, mark or digit only separates. */
  static List<String> of(String text) {
    int[] points = text.codePoints().toArray();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      if (!isPartOfWords(points[i])) {
        flush(word, words);
      } else {
        if (!word.isEmpty() && startsWord(points, i)) {
          flush(word, words);
        }
        word.appendCodePoint(points[i]);
      }
    }
    flush(word, words);
    return words;
  }

  static boolean isPartOfWords(int point) {
    return Character.isLetterOrDigit(point) || isMark(point);
  }

  static boolean isHan(int point) {
    return UScript.getScript(point) == UScript.HAN;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean startsWord(int[] points, int i) {
    int before = points[i - 1];
    int here = points[i];
    if (isHan(before) != isHan(here) && !isMark(here)) {
      return true;
    }
    if (!Character.isUpperCase(here)) {
      return false;
    }
    return !Character.isUpperCase(before)
        || (i + 1 < points.length && Character.isLowerCase(points[i + 1]));
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
