package org.tagsmith.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.shared.HelpdeskAccountId;

class BackfillEstimateTest {
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant UNTIL = FROM.plusSeconds(1_000_000);

  @Test
  void one_that_reads_everything_has_the_helpdesks_count_but_never_less_than_was_read() {
    assertThat(all(10, OptionalLong.of(500))).hasValue(500);
    assertThat(all(700, OptionalLong.of(500))).hasValue(700);
    assertThat(all(10, OptionalLong.empty())).isEmpty();
  }

  @Test
  void one_that_begins_later_says_nothing_until_a_twentieth_of_its_time_is_behind_it() {
    assertThat(since(10, 49_999, OptionalLong.of(5_000))).isEmpty();
    assertThat(since(10, 50_000, OptionalLong.of(5_000))).hasValue(200);
    assertThat(since(0, 60_000, OptionalLong.of(5_000))).isEmpty();
  }

  @Test
  void it_is_extended_by_time_but_never_above_what_the_helpdesk_has_nor_below_what_was_read() {
    assertThat(since(100, 250_000, OptionalLong.empty())).hasValue(400);
    assertThat(since(100, 250_000, OptionalLong.of(300))).hasValue(300);
    assertThat(since(100, 250_000, OptionalLong.of(90))).hasValue(100);
    assertThat(since(100, 2_000_000, OptionalLong.of(300))).hasValue(100);
  }

  @Test
  void once_it_is_finished_what_it_has_read_is_all() {
    Backfill finished =
        new Backfill(state(77, UNTIL, OptionalLong.of(500), UNTIL), FROM, UNTIL, false);

    assertThat(BackfillEstimate.total(finished)).hasValue(77);
  }

  private static OptionalLong all(long read, OptionalLong counted) {
    return BackfillEstimate.total(
        new Backfill(state(read, FROM, counted, null), BackfillEstimate.EVERYTHING, UNTIL, false));
  }

  private static OptionalLong since(long read, long seconds, OptionalLong counted) {
    return BackfillEstimate.total(
        new Backfill(state(read, FROM.plusSeconds(seconds), counted, null), FROM, UNTIL, false));
  }

  private static SyncState state(
      long read, Instant upTo, OptionalLong counted, Instant finishedAt) {
    return new SyncState(
        new HelpdeskAccount(new HelpdeskAccountId(1), new ConnectorId("memory"), "harbourbank"),
        null,
        upTo,
        finishedAt,
        read,
        counted,
        SyncPhase.READING,
        null,
        null,
        null,
        null,
        0,
        null,
        true);
  }
}
