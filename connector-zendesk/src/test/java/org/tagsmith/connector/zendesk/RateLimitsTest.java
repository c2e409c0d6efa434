package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.http.CallLimits;

class RateLimitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zendesk-rate-limit-incremental-exports",
        "zendesk-ratelimit-incremental-exports-cursor",
        "Zendesk-RateLimit-Tickets-Update",
        "ZENDESK-RATE-LIMIT-X"
      })
  void the_limit_of_one_endpoint_is_read_in_every_spelling(String name) {
    assertThat(read(name, "total=20; remaining=0; resets=41")).isEqualTo(Duration.ofSeconds(41));
  }

  @ParameterizedTest
  @CsvSource({
    "rate-limit-remaining, rate-limit-reset",
    "ratelimit-remaining, ratelimit-reset",
    "RateLimit-Remaining, RateLimit-Reset"
  })
  void the_limit_of_the_account_is_read_in_every_spelling(String remaining, String reset) {
    assertThat(RateLimits.read(headers(remaining, "0", reset, "12.0")).exhaustedFor())
        .contains(Duration.ofSeconds(12));
  }

  @Test
  void a_limit_with_room_left_asks_for_no_wait() {
    Map<String, List<String>> headers =
        headers("ratelimit-remaining", "3", "ratelimit-reset", "12");
    headers.put("zendesk-ratelimit-x", List.of("total=20; remaining=1; resets=41"));

    assertThat(RateLimits.read(headers).exhaustedFor()).isEmpty();
  }

  @Test
  void of_two_used_up_limits_the_longer_one_counts() {
    Map<String, List<String>> headers =
        headers("rate-limit-remaining", "0", "rate-limit-reset", "5");
    headers.put("zendesk-ratelimit-x", List.of("total=20;remaining=0;resets=41"));

    assertThat(RateLimits.read(headers).exhaustedFor()).contains(Duration.ofSeconds(41));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "remaining=0", "remaining=0; resets=99999999999999999999"})
  void what_cannot_be_read_asks_for_no_wait(String value) {
    assertThat(RateLimits.read(headers("zendesk-ratelimit-x", value, "x", "y")).exhaustedFor())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rate-limit, rate-limit-remaining, rate-limit-reset",
    "ratelimit-limit, ratelimit-remaining, ratelimit-reset",
    "X-Rate-Limit, X-Rate-Limit-Remaining, x-none"
  })
  void what_is_used_of_the_accounts_limit_is_noted_in_every_spelling(
      String total, String remaining, String reset) {
    Map<String, List<String>> headers = headers(total, "400", remaining, "200.0");
    headers.put(reset, List.of("60"));
    CallLimits limits = new CallLimits(new ClockForTests(ZendeskParts.NOW));

    RateLimits.note(headers, limits);

    assertThat(limits.untilFree(51, 1)).isZero();
    assertThat(limits.untilFree(50, 1)).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zendesk-rate-limit-incremental-exports",
        "zendesk-ratelimit-incremental-exports-cursor",
        "Zendesk-RateLimit-Incremental-Exports"
      })
  void what_is_used_of_the_exports_limit_is_noted_in_every_spelling(String name) {
    Map<String, List<String>> headers = headers(name, "total=20; remaining=10; resets=41", "x", "");
    CallLimits limits = new CallLimits(new ClockForTests(ZendeskParts.NOW));

    RateLimits.note(headers, limits);

    assertThat(limits.untilFree(55, 1)).isZero();
    assertThat(limits.untilFree(50, 1)).isEqualTo(Duration.ofSeconds(41));
  }

  @Test
  void the_limits_of_other_calls_and_what_cannot_be_read_keep_nobody_waiting() {
    Map<String, List<String>> headers =
        headers("zendesk-ratelimit-tickets-update", "total=20; remaining=0; resets=41", "x", "");
    headers.put("ratelimit-limit", List.of("many"));
    headers.put("ratelimit-remaining", List.of("few"));
    headers.put("zendesk-ratelimit-incremental-exports", List.of("soon"));
    CallLimits limits = new CallLimits(new ClockForTests(ZendeskParts.NOW));

    RateLimits.note(headers, limits);

    assertThat(limits.untilFree(10, 1)).isZero();
  }

  private static Duration read(String name, String value) {
    return RateLimits.read(headers(name, value, "content-length", "7"))
        .exhaustedFor()
        .orElseThrow();
  }

  private static Map<String, List<String>> headers(
      String name, String value, String otherName, String otherValue) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(name, List.of(value));
    headers.put(otherName, List.of(otherValue));
    headers.put("empty", List.of());
    return headers;
  }
}
