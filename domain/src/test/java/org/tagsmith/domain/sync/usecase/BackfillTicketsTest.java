package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.BackfillProgress;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;

/** The two streams of an account. Ticket {@code n} of the helpdesk changed at {@code 08:00 + n}. */
class BackfillTicketsTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T08:00:00Z");

  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 95, 10);
  // live reading begins with ticket 60
  private final ClockForTests clock =
      new ClockForTests(BEGIN.plus(Duration.ofMinutes(60)).plus(OpenStreams.OVERLAP));

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void an_account_that_was_never_read_is_opened_once() {
    assertThat(trial.opener(clock).open(trial.account.id())).isTrue();
    assertThat(trial.opener(clock).open(trial.account.id())).isFalse();

    assertThat(trial.backfill().from()).isEqualTo("2000-01-01T00:00:00Z");
    assertThat(trial.backfill().until()).isEqualTo(BEGIN.plus(Duration.ofMinutes(60)));
  }

  @Test
  void an_account_that_was_read_is_being_read_or_is_paused_keeps_its_one_stream() {
    trial.states.claim(trial.account.id(), "somebody", Duration.ofMinutes(1));
    assertThat(trial.opener(clock).open(trial.account.id())).isFalse();
    trial.states.release(trial.account.id(), "somebody");
    connections().pause(trial.account.id(), true);
    assertThat(trial.opener(clock).open(trial.account.id())).isFalse();
    connections().pause(trial.account.id(), false);
    trial.server().sync(trial.account.id());

    assertThat(trial.opener(clock).open(trial.account.id())).isFalse();
    assertThat(trial.backfills.find(trial.account.id())).isEmpty();
    assertThat(trial.backfiller().backfill(trial.account.id())).isEqualTo(SyncOutcome.notNow());
  }

  @Test
  void live_reading_brings_what_is_new_at_once_and_the_backfill_what_was_before() {
    trial.opener(clock).open(trial.account.id());

    SyncOutcome live = trial.server().sync(trial.account.id());
    assertThat(trial.stored().keySet()).hasSize(36).allMatch(ticket -> ticket >= 60);
    SyncOutcome backfill = trial.backfiller().backfill(trial.account.id());

    assertThat(live.ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(backfill.ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(backfill.pages()).as("up to where live reading began").isEqualTo(7);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertAllCountedOnce();
    assertThat(trial.backfill().isFinished()).isTrue();
    assertThat(trial.backfiller().backfill(trial.account.id())).isEqualTo(SyncOutcome.notNow());
    assertThat(trial.number("select count(*) from sync_run where stream = 'backfill'")).isOne();
  }

  @Test
  void a_ticket_that_both_read_stays_as_it_was_last_whoever_comes_first() {
    trial.opener(clock).open(trial.account.id());
    afterPages(2, () -> trial.helpdesk.relabel(55, Set.of("meanwhile")));
    trial.server().sync(trial.account.id());
    trial.fate(moment -> {});

    trial.backfiller().backfill(trial.account.id());

    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.stored().get(55L)).containsExactly("meanwhile");
    assertAllCountedOnce();
  }

  @Test
  void a_page_of_the_backfill_that_is_being_stored_keeps_live_reading_from_nothing() {
    trial.opener(clock).open(trial.account.id());
    AtomicReference<Boolean> claimed = new AtomicReference<>();
    trial.fate(
        moment -> {
          if (moment.equals("before the commit") && claimed.get() == null) {
            Thread other =
                new Thread(
                    () ->
                        claimed.set(
                            trial
                                .states
                                .claim(trial.account.id(), "live", Duration.ofMinutes(1))
                                .isPresent()));
            other.start();
            join(other);
          }
        });

    trial.backfiller().backfill(trial.account.id());

    assertThat(claimed.get()).isTrue();
  }

  @Test
  void a_backfill_is_paused_while_live_reading_goes_on_and_resumed_where_it_was() {
    trial.opener(clock).open(trial.account.id());
    afterPages(3, () -> trial.steerBackfill(clock).steer(trial.account.id(), true, null));

    SyncOutcome paused = trial.backfiller().backfill(trial.account.id());
    trial.fate(moment -> {});

    assertThat(paused.ending()).isEqualTo(Ending.LEASE_LOST);
    assertThat(trial.stored()).hasSize(30);
    assertThat(trial.backfiller().backfill(trial.account.id())).isEqualTo(SyncOutcome.notNow());
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    trial.steerBackfill(clock).steer(trial.account.id(), false, null);
    assertThat(trial.backfiller().backfill(trial.account.id()).pages()).isEqualTo(4);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
  }

  @Test
  void an_account_that_is_paused_reads_by_neither_stream_until_it_is_resumed() {
    trial.opener(clock).open(trial.account.id());
    afterPages(3, () -> connections().pause(trial.account.id(), true));

    assertThat(trial.backfiller().backfill(trial.account.id()).ending())
        .isEqualTo(Ending.LEASE_LOST);
    trial.fate(moment -> {});
    assertThat(trial.backfiller().backfill(trial.account.id())).isEqualTo(SyncOutcome.notNow());
    assertThat(trial.server().sync(trial.account.id())).isEqualTo(SyncOutcome.notNow());

    connections().pause(trial.account.id(), false);
    assertThat(trial.backfiller().backfill(trial.account.id()).ending())
        .isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.backfill().paused()).isFalse();
  }

  @Test
  void a_demand_to_wait_that_live_reading_got_holds_for_the_backfill_and_not_the_other_way_round() {
    trial.opener(clock).open(trial.account.id());
    throttleNextRead();
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.THROTTLED);
    assertThat(trial.backfiller().backfill(trial.account.id())).isEqualTo(SyncOutcome.notNow());
    trial.letTimePass();

    throttleNextRead();
    SyncOutcome throttled = trial.backfiller().backfill(trial.account.id());

    assertThat(throttled.ending()).isEqualTo(Ending.THROTTLED);
    assertThat(progress().backfill().phase()).isEqualTo("throttled");
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.backfiller().backfill(trial.account.id())).isEqualTo(SyncOutcome.notNow());
    assertThat(progress().phase()).isEqualTo("throttled");
  }

  @Test
  void before_each_page_it_gives_way_with_the_share_that_the_admin_set_last() {
    trial.opener(clock).open(trial.account.id());
    trial.helpdesk.keepWaiting(Duration.ofSeconds(47));
    List<Duration> waits = new ArrayList<>();
    trial.pause(
        length -> {
          waits.add(length);
          if (waits.size() == 2) {
            trial.steerBackfill(clock).steer(trial.account.id(), null, 80);
          }
          if (waits.size() == 4) {
            trial.helpdesk.keepWaiting(Duration.ZERO);
          }
        });

    trial.backfiller().backfill(trial.account.id());

    assertThat(waits).hasSize(4).containsOnly(Duration.ofSeconds(5));
    assertThat(trial.helpdesk.askedShares()).startsWith(50, 50, 80, 80, 80).hasSize(4 + 7);
    assertThat(trial.stored()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void live_reading_gives_way_to_nobody() {
    trial.opener(clock).open(trial.account.id());
    trial.helpdesk.keepWaiting(Duration.ofHours(1));

    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.helpdesk.askedShares()).isEmpty();
  }

  @Test
  void started_again_it_reads_all_from_that_date_and_a_runner_of_before_stores_nothing_more() {
    trial.opener(clock).open(trial.account.id());
    Instant from = BEGIN.plus(Duration.ofMinutes(31));
    afterPages(2, () -> trial.steerBackfill(clock).startAgain(trial.account.id(), from));

    assertThat(trial.backfiller().backfill(trial.account.id()).ending())
        .isEqualTo(Ending.LEASE_LOST);
    trial.fate(moment -> {});
    assertThat(trial.stored()).hasSize(20);
    trial.backfiller().backfill(trial.account.id());
    trial.server().sync(trial.account.id());

    assertThat(trial.stored().keySet()).contains(1L, 20L, 31L, 95L).doesNotContain(21L, 30L);
    assertThat(trial.backfill().state().ticketsStored()).as("read since").isEqualTo(40);
    assertAllCountedOnce();

    trial.steerBackfill(clock).startAgain(trial.account.id(), BEGIN);
    trial.backfiller().backfill(trial.account.id());
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertAllCountedOnce();
  }

  @Test
  void a_start_after_live_reading_began_and_a_share_out_of_bounds_are_refused() {
    trial.opener(clock).open(trial.account.id());
    SteerBackfill steer = trial.steerBackfill(clock);
    Instant until = trial.backfill().until();

    assertThatThrownBy(() -> steer.startAgain(trial.account.id(), until))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("Choose an earlier date");
    for (int share : new int[] {9, 91}) {
      assertThatThrownBy(() -> steer.steer(trial.account.id(), null, share))
          .isInstanceOf(SettingsRefused.class)
          .hasMessageContaining("from 10 to 90");
    }
    assertThat(trial.backfills.share(trial.account.id())).isEqualTo(50);
  }

  @Test
  void killed_at_any_page_it_goes_on_where_it_was() {
    trial.opener(clock).open(trial.account.id());
    for (int kill = 1; kill <= 5; kill++) {
      AtomicInteger commits = new AtomicInteger();
      trial.fate(
          moment -> {
            if (moment.equals("after the commit") && commits.incrementAndGet() == 1) {
              throw new SyncTrial.Killed(moment);
            }
          });
      assertThat(catchThrowable(() -> trial.backfiller().backfill(trial.account.id())))
          .isInstanceOf(SyncTrial.Killed.class);
      assertThat(trial.backfill().state().ticketsStored()).isEqualTo(10L * kill);
      trial.letTimePass();
    }
    trial.fate(moment -> {});

    assertThat(trial.backfiller().backfill(trial.account.id()).pages()).isEqualTo(2);
    trial.server().sync(trial.account.id());
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertAllCountedOnce();
  }

  @Test
  void pages_are_gathered_until_they_are_worth_a_transaction() {
    trial.opener(clock).open(trial.account.id());
    AtomicInteger commits = commits();

    SyncOutcome outcome = trial.backfiller(30).backfill(trial.account.id());
    trial.fate(moment -> {});
    trial.server().sync(trial.account.id());

    assertThat(outcome.pages()).as("pages read").isEqualTo(7);
    assertThat(trial.number("select pages from sync_run where stream = 'backfill'")).isEqualTo(7);
    assertThat(commits).as("transactions").hasValue(3);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertAllCountedOnce();
    assertThat(trial.number("select count(*) from kept_page")).isZero();
  }

  @Test
  void what_was_gathered_is_stored_when_the_next_page_cannot_be_had() {
    trial.opener(clock).open(trial.account.id());
    AtomicInteger reads = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read") && reads.incrementAndGet() == 3) {
            throw new ConnectorFailure.Throttled("Slow down", Duration.ofMinutes(7));
          }
        });

    assertThat(trial.backfiller(1_000).backfill(trial.account.id()).ending())
        .isEqualTo(Ending.THROTTLED);

    assertThat(trial.stored()).hasSize(20);
    assertAllCountedOnce();
  }

  @Test
  void what_was_gathered_does_not_wait_for_a_slow_helpdesk() {
    trial.opener(clock).open(trial.account.id());
    CountDownLatch stored = new CountDownLatch(1);
    trial.fate(
        moment -> {
          if (moment.equals("after the commit")) {
            stored.countDown();
          }
        });
    AtomicInteger reads = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read") && reads.incrementAndGet() == 3) {
            await(stored);
          }
        });

    assertThat(trial.backfiller(1_000).backfill(trial.account.id()).ending())
        .isEqualTo(Ending.UP_TO_DATE);
  }

  @Test
  void gathered_pages_that_a_kill_kept_from_being_stored_are_not_asked_for_again() {
    trial.opener(clock).open(trial.account.id());
    killWhile("before the transaction", 1);
    assertThat(trial.stored()).isEmpty();
    assertThat(trial.backfill().state().cursor()).isNull();
    int before = trial.helpdesk.reads();
    trial.letTimePass();

    SyncOutcome outcome = trial.backfiller(30).backfill(trial.account.id());
    trial.server().sync(trial.account.id());

    assertThat(outcome.pages()).isEqualTo(7);
    // three are kept, and the fourth may have been on its way
    assertThat(before).isBetween(3, 4);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertAllCountedOnce();
    assertThat(trial.number("select count(*) from kept_page")).isZero();
  }

  @Test
  void a_kept_page_is_stored_by_whoever_resumes_and_read_again_by_whoever_starts_again() {
    trial.opener(clock).open(trial.account.id());
    killWhile("before the transaction", 2);
    trial.steerBackfill(clock).steer(trial.account.id(), true, null);
    assertThat(trial.number("select count(*) from kept_page")).isEqualTo(3);
    trial.steerBackfill(clock).steer(trial.account.id(), false, null);
    trial.letTimePass();
    assertThat(trial.backfiller(30).backfill(trial.account.id()).pages()).isEqualTo(4);

    trial.steerBackfill(clock).startAgain(trial.account.id(), BEGIN);
    killWhile("before the transaction", 1);
    trial.steerBackfill(clock).startAgain(trial.account.id(), BEGIN);

    assertThat(trial.number("select count(*) from kept_page")).isZero();
  }

  @Test
  void a_runner_that_lost_its_lease_keeps_no_page() {
    trial.opener(clock).open(trial.account.id());
    AtomicInteger keeps = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals("before keep") && keeps.incrementAndGet() == 2) {
            trial.letTimePass();
            trial.backfills.claim(trial.account.id(), "another", Duration.ofMinutes(1));
          }
        });

    assertThat(trial.backfiller(1_000).backfill(trial.account.id()).ending())
        .isEqualTo(Ending.LEASE_LOST);

    assertThat(trial.number("select count(*) from kept_page")).isOne();
  }

  @Test
  void a_kept_page_of_an_overtaken_runner_is_thrown_away() {
    trial.opener(clock).open(trial.account.id());
    killWhile("before the transaction", 2);
    trial.database.execute("update kept_page set behind = 'elsewhere ' || behind");
    trial.letTimePass();

    assertThat(trial.backfiller(30).backfill(trial.account.id()).pages()).isEqualTo(4);
    trial.server().sync(trial.account.id());

    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.number("select count(*) from kept_page")).isZero();
  }

  @Test
  void its_progress_is_the_accounts_until_it_is_finished_while_the_lag_is_that_of_live_reading() {
    trial.opener(clock).open(trial.account.id());
    assertThat(progress().phase()).isEqualTo("waiting");
    trial.server().sync(trial.account.id());
    AtomicReference<SyncProgress> halfWay = new AtomicReference<>();
    afterPages(
        5,
        () -> {
          trial.backfills.estimate(trial.account.id(), OptionalLong.of(95));
          halfWay.set(progress());
        });
    trial.backfiller().backfill(trial.account.id());
    trial.fate(moment -> {});

    SyncProgress account = halfWay.get();
    BackfillProgress backfill = account.backfill();
    assertThat(account.phase()).isEqualTo("reading");
    assertThat(account.ticketsStored()).isEqualTo(36 + 50);
    assertThat(account.ticketsTotal()).hasValue(95);
    assertThat(account.lag()).isLessThan(Duration.ofMinutes(5));
    assertThat(backfill.isOpen()).isTrue();
    assertThat(backfill.ticketsRead()).isEqualTo(50);
    assertThat(backfill.ticketsTotal()).hasValue(95);
    assertThat(backfill.readUpTo()).isEqualTo(BEGIN.plus(Duration.ofMinutes(50)));

    assertThat(progress().phase()).isEqualTo("idle");
    assertThat(progress().ticketsTotal()).hasValue(95);
    assertThat(progress().backfill().isOpen()).isFalse();
    assertThat(progress().backfill().remaining()).isNull();
  }

  @Test
  void with_an_accounts_data_its_backfill_is_forgotten_and_both_streams_open_anew() {
    trial.opener(clock).open(trial.account.id());
    trial.server().sync(trial.account.id());
    trial.backfiller().backfill(trial.account.id());
    connections().disconnect(trial.account.id());
    connections().deleteData(trial.account.id());
    trial.accounts.connect(trial.account.connector(), trial.account.subdomain());

    assertThat(trial.backfills.find(trial.account.id())).isEmpty();
    assertThat(trial.state().ticketsStored()).isZero();
    assertThat(trial.opener(clock).open(trial.account.id())).isTrue();
    trial.server().sync(trial.account.id());
    trial.backfiller().backfill(trial.account.id());
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertAllCountedOnce();
  }

  private AtomicInteger commits() {
    AtomicInteger commits = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals("after the commit")) {
            commits.incrementAndGet();
          }
        });
    return commits;
  }

  /** Kills a server that gathers three pages, the how-manieth time it is there. */
  private void killWhile(String step, int time) {
    AtomicInteger times = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals(step) && times.incrementAndGet() == time) {
            throw new SyncTrial.Killed(step);
          }
        });
    assertThat(catchThrowable(() -> trial.backfiller(30).backfill(trial.account.id())))
        .isInstanceOf(SyncTrial.Killed.class);
    trial.fate(moment -> {});
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void throttleNextRead() {
    AtomicInteger reads = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read") && reads.incrementAndGet() == 1) {
            throw new ConnectorFailure.Throttled("Slow down", Duration.ofMinutes(7));
          }
        });
  }

  private ConnectionRepository connections() {
    return SyncStoresForTests.connections(database.dataSource());
  }

  private SyncProgress progress() {
    return new ReadSyncProgress(trial.states, trial.backfills, trial.outbox).read().get(0);
  }

  /** Lets something happen once so many pages of the next run are stored. */
  private void afterPages(int pages, Runnable happening) {
    AtomicInteger commits = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals("after the commit") && commits.incrementAndGet() == pages) {
            happening.run();
          }
        });
  }

  private void assertAllCountedOnce() {
    long stored = trial.number("select count(*) from ticket");
    assertThat(trial.state().ticketsStored()).isEqualTo(stored);
    assertThat(trial.number("select coalesce(sum(contacts), 0) from contact_day"))
        .isEqualTo(stored);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
