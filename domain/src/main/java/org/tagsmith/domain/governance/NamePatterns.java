package org.tagsmith.domain.governance;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Patterns that people wrote, in the syntax of RE2, so that none takes longer than the name is
 * long. How large a pattern becomes is bounded as well.
 */
final class NamePatterns {
  private static final int LONGEST = 200;
  private static final int LARGEST = 2000;

  private NamePatterns() {}

  /**
   * A pattern ready for use.
   *
   * @throws IllegalArgumentException if it is none, or too long or too large; says why
   */
  static Pattern compile(String pattern) {
    if (pattern.isBlank()) {
      throw new IllegalArgumentException("it is empty");
    }
    if (pattern.length() > LONGEST) {
      throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
    }
    if (size(pattern) > LARGEST) {
      throw new IllegalArgumentException("its repetitions repeat one another too often");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription() + ": " + e.getPattern(), e);
    }
  }

  /** The pattern, or nothing where it is none: {@link RulesCheck} tells leads so. */
  static Optional<Pattern> usable(String pattern) {
    try {
      return Optional.of(compile(pattern));
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** About how many steps it unfolds to, worked out before anything is unfolded. */
  private static long size(String pattern) {
    Deque<Long> outer = new ArrayDeque<>();
    long sum = 0;
    long atom = 0;
    int i = 0;
    while (i < pattern.length()) {
      char here = pattern.charAt(i);
      int end = i + 1;
      if (here == '(') {
        outer.push(sum + atom);
        sum = 0;
        atom = 0;
      } else if (here == ')' && !outer.isEmpty()) {
        atom = sum + atom;
        sum = outer.pop();
      } else if (here == '{' && most(pattern, i) >= 0) {
        atom *= Math.max(1, most(pattern, i));
        end = pattern.indexOf('}', i) + 1;
      } else {
        sum += atom;
        atom = 1;
        end = endOfOne(pattern, i);
      }
      if (sum + atom > LARGEST) {
        return sum + atom;
      }
      i = end;
    }
    return sum + atom + outer.stream().mapToLong(Long::longValue).sum();
  }

  /** Where the sign, escape or class that begins here ends. */
  private static int endOfOne(String pattern, int start) {
    int end = start + 1;
    if (pattern.charAt(start) == '\\' && end < pattern.length()) {
      boolean named = "pPx".indexOf(pattern.charAt(end)) >= 0;
      end++;
      int close = pattern.indexOf('}', end);
      return named && pattern.startsWith("{", end) && close > 0 ? close + 1 : end;
    }
    return end;
  }

  /** The greatest number of a repetition such as <code>{2,40}</code>; -1 if it is none. */
  private static long most(String pattern, int start) {
    int end = pattern.indexOf('}', start);
    if (end < 0 || end - start > 12) {
      return -1;
    }
    String[] numbers = pattern.substring(start + 1, end).split(",");
    long most = -1;
    for (String number : numbers) {
      if (!number.isEmpty() && number.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
        most = Math.max(most, Long.parseLong(number));
      } else {
        return -1;
      }
    }
    return most;
  }
}
