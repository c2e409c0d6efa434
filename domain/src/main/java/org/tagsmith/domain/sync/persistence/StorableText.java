package org.tagsmith.domain.sync.persistence;

/** What PostgreSQL can hold of a text, changing as little as possible. */
final class StorableText {
  private static final char SYMBOL_FOR_NUL = '\u2400';
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** The text itself, but for NUL characters and unpaired surrogates. Null stays null. */
  static String of(String text) {
    if (text == null) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return replaced(text, i);
      }
    }
    return text;
  }

  /** At most this many code points from the beginning. Null stays null. */
  static String cut(String text, int codePoints) {
    if (text == null || text.length() <= codePoints) {
      return text;
    }
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  private static String replaced(String text, int start) {
    StringBuilder result = new StringBuilder(text.length()).append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        result.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        result.append(REPLACEMENT);
      } else {
        result.append(c == 0 ? SYMBOL_FOR_NUL : c);
      }
    }
    return result.toString();
  }
}
