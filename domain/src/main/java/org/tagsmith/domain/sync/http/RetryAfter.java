package org.tagsmith.domain.sync.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads {@code Retry-After}: seconds (also as a decimal) or an HTTP date. What it gives lies
 * between one second and one hour, so that neither a clock that is wrong nor a slip of the helpdesk
 * stops us for a day. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
public final class RetryAfter {
  public static final Duration SHORTEST = Duration.ofSeconds(1);
  public static final Duration LONGEST = Duration.ofHours(1);
  private static final int LONGEST_TEXT = 64;

  private RetryAfter() {}

  /**
   * How long the helpdesk wants us to wait.
   *
   * @param header as received, null if there was none
   * @param now to which a date is compared
   * @return empty if there is no header or it cannot be read
   */
  public static Optional<Duration> read(String header, Instant now) {
    if (header == null || header.isBlank() || header.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    String text = header.strip();
    return Character.isDigit(text.charAt(0)) || text.charAt(0) == '-'
        ? seconds(text)
        : date(text, now);
  }

  /** The same, kept between {@link #SHORTEST} and {@link #LONGEST}. */
  public static Duration bounded(Duration wait) {
    if (wait.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Optional<Duration> seconds(String text) {
    try {
      BigDecimal capped = new BigDecimal(text).min(BigDecimal.valueOf(LONGEST.toSeconds()));
      long millis = capped.max(BigDecimal.ZERO).movePointRight(3).longValue();
      return Optional.of(bounded(Duration.ofMillis(millis)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String text, Instant now) {
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(now, at)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
