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
