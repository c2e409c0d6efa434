package org.tagsmith.domain.vocabulary;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a label into its words and joins words to a key. Words end at separators of every kind
 * (anything that is no letter, mark or digit), at a change of case as in {@code CreditCard} and
 * {@code APIKey}, between letters and digits, and between Chinese characters and other letters.
 * What cannot be seen (zero-width and direction marks) and apostrophes count for nothing. Plus
 * signs and hashes that end a word belong to it: {@code c++} is not {@code c}. Takes time linear in
 * the text and never throws.
 */
final class LabelWords {
  private enum Kind {
    NOTHING,
    SEPARATOR,
    SYMBOL,
    MARK,
    UPPER,
    LOWER,
    HAN,
    DIGIT;

    boolean startsWord() {
      return this == UPPER || this == LOWER || this == HAN || this == DIGIT;
    }
  }

  private LabelWords() {}

  /** The words of the text in the form, without case, in their order. */
  static List<String> split(String text, TextForm form) {
    String normal = form.normal(text);
    int[] points = new int[normal.length()];
    Kind[] kinds = new Kind[normal.length() + 1];
    int count = 0;
    for (int at = 0; at < normal.length(); at += Character.charCount(normal.codePointAt(at))) {
      int point = normal.codePointAt(at);
      Kind kind = kind(point);
      if (kind != Kind.NOTHING) {
        points[count] = point;
        kinds[count++] = kind;
      }
    }
    kinds[count] = Kind.SEPARATOR;
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Kind before = Kind.SEPARATOR;
    for (int i = 0; i < count; i++) {
      Kind kind = kinds[i];
      if (kind == Kind.MARK) {
        if (!word.isEmpty()) {
          word.appendCodePoint(points[i]);
        }
      } else if (kind == Kind.SYMBOL) {
        int end = endOfSymbols(kinds, i);
        if (!word.isEmpty() && !(end - i == 1 && kinds[end].startsWord())) {
          word.append(new String(points, i, end - i));
        }
        flush(word, words, form);
        before = Kind.SEPARATOR;
        i = end - 1;
      } else if (kind == Kind.SEPARATOR) {
        flush(word, words, form);
        before = Kind.SEPARATOR;
      } else {
        if (wordEndsBefore(before, kinds, points, i)) {
          flush(word, words, form);
        }
        word.appendCodePoint(points[i]);
        before = kind;
      }
    }
    flush(word, words, form);
    return words;
  }

  /**
   * The words as one key without separators, so that {@code creditcard} equals {@code credit_card}.
   * Only where two numbers, or a symbol and more, would run into each other a space stays.
   */
  static String key(List<String> words, TextForm form) {
    StringBuilder key = new StringBuilder();
    for (String word : words) {
      if (!key.isEmpty() && mustStayApart(key.codePointBefore(key.length()), word.codePointAt(0))) {
        key.append(' ');
      }
      key.append(word);
    }
    return form.foldCase(key.toString());
  }

  /** {@link #split} and {@link #key} in one. */
  static String key(String text, TextForm form) {
    return key(split(text, form), form);
  }

  /** Whether the word is written in Chinese characters. */
  static boolean isHan(String word) {
    return kind(word.codePointAt(0)) == Kind.HAN;
  }

  private static boolean mustStayApart(int last, int first) {
    Kind before = kind(last);
    return before == Kind.SYMBOL || (before == Kind.DIGIT && kind(first) == Kind.DIGIT);
  }

  private static void flush(StringBuilder word, List<String> words, TextForm form) {
    if (!word.isEmpty()) {
      String folded = form.foldCase(word.toString());
      if (!folded.isEmpty()) {
        words.add(folded);
      }
      word.setLength(0);
    }
  }

  private static int endOfSymbols(Kind[] kinds, int start) {
    int end = start;
    while (kinds[end] == Kind.SYMBOL) {
      end++;
    }
    return end;
  }

  private static boolean wordEndsBefore(Kind before, Kind[] kinds, int[] points, int i) {
    Kind kind = kinds[i];
    if (before == Kind.SEPARATOR || before == kind) {
      return before == Kind.UPPER
          && kinds[i + 1] == Kind.LOWER
          && !isPluralOfAcronym(kinds, points, i);
    }
    return !(before == Kind.UPPER && kind == Kind.LOWER);
  }

  /** {@code ATMs} is one word, {@code APIKey} is two. */
  private static boolean isPluralOfAcronym(Kind[] kinds, int[] points, int i) {
    return points[i + 1] == 's' && kinds[i + 2] != Kind.LOWER && kinds[i + 2] != Kind.MARK;
  }

  private static Kind kind(int point) {
    if (point < 0x80) {
      return asciiKind(point);
    }
    if (point == '\u2019'
        || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
      return Kind.NOTHING;
    }
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> Kind.UPPER;
      case Character.LOWERCASE_LETTER, Character.MODIFIER_LETTER -> Kind.LOWER;
      case Character.OTHER_LETTER ->
          UCharacter.hasBinaryProperty(point, UProperty.IDEOGRAPHIC) ? Kind.HAN : Kind.LOWER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Kind.DIGIT;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> Kind.MARK;
      case Character.FORMAT -> Kind.NOTHING;
      default -> Kind.SEPARATOR;
    };
  }

  private static Kind asciiKind(int point) {
    if (point >= 'a' && point <= 'z') {
      return Kind.LOWER;
    }
    if (point >= 'A' && point <= 'Z') {
      return Kind.UPPER;
    }
    if (point >= '0' && point <= '9') {
      return Kind.DIGIT;
    }
    return switch (point) {
      case '\'' -> Kind.NOTHING;
      case '+', '#' -> Kind.SYMBOL;
      default -> Kind.SEPARATOR;
    };
  }
}
