package org.tagsmith.sandbox.zendesk.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.OptionalLong;

/** Reads ISO dates and times; those without a zone are UTC. */
final class Times {
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter();
  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder()
          .append(LOCAL)
          .appendPattern("[' ']")
          .appendPattern("[XXX][XX][X]")
          .toFormatter();

  private Times() {}

  /** Seconds since 1970, empty if the text is no ISO date or time. */
  static OptionalLong read(String text) {
    try {
      if (text.length() <= 10) {
        return OptionalLong.of(LocalDate.parse(text).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC));
      }
      var parsed =
          OFFSET.parseBest(text.replace(" UTC", "Z"), OffsetDateTime::from, LocalDateTime::from);
      long second =
          parsed instanceof OffsetDateTime moment
              ? moment.toEpochSecond()
              : LocalDateTime.from(parsed).toEpochSecond(ZoneOffset.UTC);
      return second >= 0 ? OptionalLong.of(second) : OptionalLong.empty();
    } catch (DateTimeException notIso) {
      return OptionalLong.empty();
    }
  }
}
