package org.tagsmith.domain.vocabulary;

import java.util.regex.Pattern;

/**
 * Numbers as people write them for one version of a thing: {@code 7.0} and {@code 7.x} are {@code
 * 7}, {@code v3} is {@code 3}. Numbers that differ otherwise stay different. Takes time linear in
 * the text.
 */
final class NumberForm {
  private static final Pattern EMPTY_PLACES =
      Pattern.compile("(?<=\\d)(?:\\.(?:0{1,3}|[xX]))+(?![\\p{L}\\p{N}.])");
  private static final Pattern VERSION =
      Pattern.compile("(?<![\\p{L}\\p{N}])[vV](?=\\d)|(?<=\\p{L}{3})[vV](?=\\d)");

  private NumberForm() {}

  /** The text with its numbers in their shortest form. */
  static String shortest(String text) {
    return mayBeShorter(text)
        ? VERSION.matcher(EMPTY_PLACES.matcher(text).replaceAll("")).replaceAll("")
        : text;
  }

  /** Whether there is anything that the patterns could find; they cost more than looking. */
  private static boolean mayBeShorter(String text) {
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      char here = text.charAt(i);
      if ((here == '.' && isDigit(before)) || ((before == 'v' || before == 'V') && isDigit(here))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
