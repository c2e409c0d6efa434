package org.tagsmith.sandbox.freshdesk.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import org.tagsmith.sandbox.http.Request;

/**
 * Reads the spellings of a moment that Freshdesk lists, and no others; without a zone it is UTC.
 * Source: https://developers.freshdesk.com/api/#schema
 */
final class Moments {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss]][XXX][XX][X]");

  private Moments() {}

  /** Seconds since 1970, empty if the text is none of those spellings. */
  static OptionalLong read(String text) {
    try {
      var parsed = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof OffsetDateTime moment) {
        return OptionalLong.of(moment.toEpochSecond());
      }
      LocalDateTime local =
          parsed instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(parsed);
      return OptionalLong.of(local.toEpochSecond(ZoneOffset.UTC));
    } catch (DateTimeException other) {
      return OptionalLong.empty();
    }
  }

  /** The second in a parameter, or another if it is absent; refuses other text. */
  static long param(Request request, String name, long otherwise) {
    return request
        .param(name)
        .map(
            text ->
                read(text)
                    .orElseThrow(
                        () ->
                            Errors.refused(
                                Errors.error(
                                    name,
                                    "It should be in the 'combined date and time ISO8601' format",
                                    "invalid_value"))))
        .orElse(otherwise);
  }
}
