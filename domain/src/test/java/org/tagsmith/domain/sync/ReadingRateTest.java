package org.tagsmith.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;

class ReadingRateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:05Z");

  @Test
  void nothing_is_said_before_half_a_minute_of_whole_slots() {
    assertThat(ReadingRate.median(List.of(), NOW)).isEmpty();
    assertThat(ReadingRate.median(slots(500, 500), NOW)).isEmpty();
    assertThat(ReadingRate.median(slots(500, 500, 500), NOW)).hasValue(50);
  }

  @Test
  void the_slot_that_is_not_over_does_not_count() {
    List<RateSlot> slots = new ArrayList<>(slots(500, 500, 500));
    slots.add(new RateSlot(Instant.parse("2026-03-02T09:00:00Z"), 3));

    assertThat(ReadingRate.median(slots, NOW)).hasValue(50);
  }

  @Test
  void ten_pages_a_minute_are_a_steady_rate() {
    assertThat(
            ReadingRate.median(slots(1000, 2000, 2000, 1000, 2000, 2000, 1000), NOW).orElseThrow())
        .isBetween(160.0, 170.0);
  }

  @Test
  void one_stall_does_not_spoil_the_rate_and_many_do() {
    assertThat(
            ReadingRate.median(
                slots(100, 100, 100, 100, 100, 100, 100, 0, 100, 100, 100, 100, 100), NOW))
        .hasValue(10);
    assertThat(ReadingRate.median(slots(100, 0, 0, 0, 0, 0, 0, 0, 0, 0), NOW)).hasValue(0);
  }

  @Test
  void what_was_read_long_ago_does_not_count() {
    List<RateSlot> old =
        List.of(new RateSlot(NOW.minus(Duration.ofMinutes(6)).minusSeconds(5), 100_000));

    assertThat(ReadingRate.median(old, NOW)).isEmpty();
    assertThat(ReadingRate.average(old, NOW)).isZero();
  }

  @Test
  void before_the_median_knows_the_average_tells() {
    assertThat(ReadingRate.average(slots(150), NOW)).isEqualTo(10);
    assertThat(ReadingRate.average(List.of(), NOW)).isZero();
  }

  /** Slots that end with the last whole one before {@link #NOW}; zeros are left out as in life. */
  private static List<RateSlot> slots(long... tickets) {
    List<RateSlot> slots = new ArrayList<>();
    for (int i = 0; i < tickets.length; i++) {
      if (tickets[i] > 0) {
        Instant beganAt =
            Instant.parse("2026-03-02T09:00:00Z")
                .minus(ReadingRate.SLOT.multipliedBy(tickets.length - i));
        slots.add(new RateSlot(beganAt, tickets[i]));
      }
    }
    return slots;
  }
}
