package org.tagsmith.domain.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30                            | PT30S",
        " 30 | PT30S",
        "0.5 | PT1S",
        "34.5 | PT34.5S",
        "0 | PT1S",
        "-5 | PT1S",
        "86400 | PT1H",
        "99999999999999999999999999 | PT1H",
        "1E400000000 | PT1H",
        "1E-400000000 | PT1S",
        "Wed, 06 May 2026 12:01:30 GMT | PT90S",
        "Wed, 06 May 2026 11:00:00 GMT | PT1S",
        "Thu, 07 May 2026 12:00:00 GMT | PT1H"
      })
  void both_forms_are_read_and_kept_between_a_second_and_an_hour(String header, Duration wait) {
    assertThat(RetryAfter.read(header, NOW)).contains(wait);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "soon", "30 seconds", "12:00", "-", "Wed, 99 May 2026"})
  void what_cannot_be_read_is_no_demand(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }
}
