package org.tagsmith.domain.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpdeskTimeTest {
  @Property
  void every_second_is_read_as_the_platform_reads_it(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second) {
    Instant moment = Instant.ofEpochSecond(second);

    assertThat(HelpdeskTime.read(moment.toString())).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T08:00:00Z",
        "2024-02-29T08:00:00Z",
        "2026-13-01T08:00:00Z",
        "2026-00-10T08:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T24:00:01Z",
        "2026-06-30T23:59:60Z",
        "2026-01-31T08:61:00Z",
        "2026-01-31T08:15:00.250Z",
        "2026-01-31T08:15:00+08:00",
        "2026-01-31T08:15:00",
        "2026-01-31 08:15:00Z",
        "2026-01-31T08:15:00z",
        "2026-01-31T08:15:0oZ",
        "31.01.2026",
        ""
      })
  void unusual_times_are_read_as_the_platform_reads_them(String text) {
    assertThat(HelpdeskTime.read(text)).isEqualTo(ofThePlatform(text));
  }

  @Test
  void no_text_is_no_time() {
    assertThat(HelpdeskTime.read(null)).isNull();
  }

  private static Instant ofThePlatform(String text) {
    try {
      return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
