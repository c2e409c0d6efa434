package org.tagsmith.domain.sync.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads the times that helpdesks write. Nearly all are {@code 2026-01-31T08:15:00Z}, a dozen in
 * each ticket: those are read digit by digit, which takes a tenth of the time that the general way
 * takes.
 */
public final class HelpdeskTime {
  private static final String USUAL = "0000-00-00T00:00:00Z";
  private static final int SECONDS_OF_A_DAY = 86_400;

  private HelpdeskTime() {}

  /**
   * The moment that an ISO 8601 text with an offset names.
   *
   * @param text null for none
   * @return null if there is no text, or it names no moment
   */
  public static Instant read(String text) {
    if (text == null) {
      return null;
    }
    try {
      if (isUsual(text)) {
        return usual(text);
      }
      return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length()) {
      return false;
    }
    for (int i = 0; i < USUAL.length(); i++) {
      char wanted = USUAL.charAt(i);
      char found = text.charAt(i);
      if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    // midnight as 24 and leap seconds are left to the general way
    return number(text, 11, 2) < 24 && number(text, 14, 2) < 60 && number(text, 17, 2) < 60;
  }

  private static Instant usual(String text) {
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2)).toEpochDay();
    long second = number(text, 11, 2) * 3_600L + number(text, 14, 2) * 60L + number(text, 17, 2);
    return Instant.ofEpochSecond(day * SECONDS_OF_A_DAY + second);
  }

  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
