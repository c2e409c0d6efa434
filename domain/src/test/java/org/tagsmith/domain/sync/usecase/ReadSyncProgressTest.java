package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.ticket.TicketId;

class ReadSyncProgressTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 95, 10);

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void an_account_that_was_never_read_is_waiting_and_claims_to_know_nothing() {
    SyncProgress progress = progress();

    assertThat(progress.account()).isEqualTo(trial.account);
    assertThat(progress.phase()).isEqualTo("waiting");
    assertThat(progress.ticketsStored()).isZero();
    assertThat(progress.ticketsTotal()).isEmpty();
    assertThat(progress.ticketsPerSecond()).isZero();
    assertThat(progress.readUpTo()).isNull();
    assertThat(progress.lag()).isNull();
    assertThat(progress.remaining()).isNull();
    assertThat(progress.failureKind()).isNull();
  }

  @Test
  void half_way_it_tells_how_many_of_how_many() {
    SyncProgress progress = halfWay();

    assertThat(progress.phase()).isEqualTo("reading");
    assertThat(progress.ticketsStored()).isEqualTo(50);
    assertThat(progress.ticketsTotal()).isEqualTo(OptionalLong.of(95));
    assertThat(progress.readUpTo()).isEqualTo(Instant.parse("2026-01-01T08:50:00Z"));
    assertThat(progress.lag()).isPositive();
    assertThat(progress.remaining()).as("too early to say").isNull();
    assertThat(progress.ticketsPerSecond()).isPositive();
  }

  @Test
  void a_total_that_turned_out_too_small_is_never_below_what_is_here() {
    trial.helpdesk.beforeCall(call -> {});
    halfWay();
    database.execute("update sync_state set tickets_total = 7");

    assertThat(progress().ticketsTotal()).isEqualTo(OptionalLong.of(50));
  }

  @Test
  void after_half_a_minute_the_rest_is_estimated_from_the_median() {
    halfWay();
    database.execute(
        """
        insert into sync_rate
        select 1, date_bin('10 seconds', clock_timestamp(), 'epoch') - n * interval '10 seconds', 9
        from generate_series(1, 6) n
        """);
    // The runner is gone but for its lease, as between two pages.
    database.execute(
        "update sync_state set phase = 'reading', lease_until = clock_timestamp() + interval '1h'");

    SyncProgress progress = progress();

    assertThat(progress.ticketsPerSecond()).isEqualTo(0.9);
    assertThat(progress.remaining()).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void at_the_end_of_the_stream_the_lag_is_small_however_old_the_last_change() {
    trial.server().sync(trial.account.id());

    SyncProgress progress = progress();

    assertThat(progress.phase()).isEqualTo("idle");
    assertThat(progress.lag()).isLessThan(Duration.ofMinutes(5));
    assertThat(progress.ticketsTotal()).isEqualTo(OptionalLong.of(95));
    assertThat(progress.remaining()).isNull();
    assertThat(progress.ticketsPerSecond()).isZero();
  }

  @Test
  void a_runner_that_was_killed_is_not_said_to_be_reading() {
    halfWay();
    trial.letTimePass();

    assertThat(progress().phase()).isEqualTo("waiting");
  }

  @Test
  void a_failure_is_told_with_its_remedy_until_a_page_goes_well() {
    trial.helpdesk.beforeCall(
        call -> {
          throw new ConnectorFailure.NotPermitted("The key may not read tickets");
        });
    trial.server().sync(trial.account.id());

    SyncProgress failed = progress();
    assertThat(failed.phase()).isEqualTo("stopped");
    assertThat(failed.failureKind()).isEqualTo("not-permitted");
    assertThat(failed.failureMessage()).isEqualTo("The key may not read tickets");
    assertThat(failed.failedAt()).isNotNull();
    assertThat(failed.waitingUntil()).isAfter(failed.failedAt());

    trial.helpdesk.beforeCall(call -> {});
    trial.letTimePass();
    trial.server().sync(trial.account.id());
    assertThat(progress().failureKind()).isNull();
    assertThat(progress().waitingUntil()).isNull();
  }

  @Test
  void what_waits_and_what_was_refused_on_the_way_out_is_counted() {
    trial.outbox.enqueue(new TicketId(trial.account.id(), 3), Set.of("a"), Set.of(), "anna");
    trial.outbox.enqueue(
        new TicketId(trial.account.id(), 4), Set.of("protected_x"), Set.of(), "anna");
    trial.outbox.enqueue(new TicketId(trial.account.id(), 4711), Set.of("b"), Set.of(), "anna");
    assertThat(progress().outboxWaiting()).isEqualTo(3);

    trial.writer().writeDue(trial.account.id());

    assertThat(progress().outboxWaiting()).isZero();
    assertThat(progress().outboxRefused()).isEqualTo(2);
  }

  private SyncProgress progress() {
    return new ReadSyncProgress(trial.states, trial.backfills, trial.outbox).read().get(0);
  }

  /** What is told when five pages of ten are stored and the run goes on. */
  private SyncProgress halfWay() {
    AtomicReference<SyncProgress> seen = new AtomicReference<>();
    trial.fate(
        moment -> {
          if (moment.equals("after the commit")
              && seen.get() == null
              && trial.state().ticketsStored() == 50) {
            seen.set(progress());
            throw new SyncTrial.Killed(moment);
          }
        });
    try {
      trial.server().sync(trial.account.id());
    } catch (SyncTrial.Killed expected) {
      trial.fate(moment -> {});
    }
    return seen.get();
  }
}
