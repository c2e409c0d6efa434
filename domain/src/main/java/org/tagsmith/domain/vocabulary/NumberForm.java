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
    boolean noDigit = text.chars().noneMatch(c -> c >= '0' && c <= '9');
    return noDigit
        ? text
        : VERSION.matcher(EMPTY_PLACES.matcher(text).replaceAll("")).replaceAll("");
  }
}
