package org.tagsmith.domain.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.shared.ClockForTests;

class CallLimitsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ClockForTests clock = new ClockForTests(Instant.parse("2026-05-06T12:00:00Z"));
  private final CallLimits limits = new CallLimits(clock);

  @Test
  void where_nothing_was_told_nobody_waits() {
    assertThat(limits.untilFree(10, 1)).isZero();
  }

  @Test
  void a_page_goes_while_it_fits_into_the_share_and_waits_for_the_limit_to_open_when_it_does_not() {
    limits.told("account", 100, 60, Duration.ofSeconds(33));

    assertThat(limits.untilFree(50, 10)).isZero();
    assertThat(limits.untilFree(50, 11)).isEqualTo(Duration.ofSeconds(33));
    assertThat(limits.untilFree(51, 11)).isZero();
  }

  @Test
  void what_a_limit_allows_is_known_from_the_last_answer() {
    assertThat(limits.total("account")).isEmpty();
    limits.told("account", 400.0, 10, MINUTE);
    limits.told("export", 20, 8, MINUTE);

    assertThat(limits.total("account")).hasValue(400);
  }

  @Test
  void decimals_count_as_they_are() {
    limits.told("account", 50.0, 24.5, MINUTE);

    assertThat(limits.untilFree(52, 1)).isEqualTo(MINUTE);
    assertThat(limits.untilFree(53, 1)).isZero();
  }

  @Test
  void of_two_limits_the_one_that_opens_later_counts() {
    limits.told("account", 400, 10, Duration.ofSeconds(20));
    limits.told("export", 20, 8, Duration.ofSeconds(41));

    assertThat(limits.untilFree(50, 1)).isEqualTo(Duration.ofSeconds(41));
  }

  @Test
  void what_was_told_is_believed_until_the_limit_opens_again() {
    limits.told("account", 10, 2, Duration.ofSeconds(30));

    clock.pass(Duration.ofSeconds(29));
    assertThat(limits.untilFree(50, 1)).isEqualTo(Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(limits.untilFree(50, 1)).isZero();
  }

  @Test
  void a_later_answer_replaces_an_earlier_one() {
    limits.told("account", 10, 2, MINUTE);
    limits.told("account", 10, 9, MINUTE);

    assertThat(limits.untilFree(50, 1)).isZero();
  }

  @Test
  void others_who_use_more_than_the_share_without_end_leave_one_page_a_minute() {
    int pages = 0;
    for (int second = 0; second < 600; second++) {
      limits.told("account", 100, 30, MINUTE);
      pages += limits.untilFree(50, 1).isZero() ? 1 : 0;
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(pages).isBetween(9, 10);
  }

  @Test
  void the_last_tenth_of_a_limit_is_left_to_others_in_any_case() {
    for (int second = 0; second < 600; second++) {
      limits.told("account", 100, 10, MINUTE);
      assertThat(limits.untilFree(50, 1)).isPositive();
      clock.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void a_limit_that_allows_nothing_is_no_limit() {
    limits.told("account", 0, 0, MINUTE);

    assertThat(limits.untilFree(10, 1)).isZero();
  }
}
