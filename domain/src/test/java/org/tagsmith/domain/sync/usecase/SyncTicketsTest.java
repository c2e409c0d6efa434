package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.sync.SyncPhase;
import org.tagsmith.domain.sync.SyncState;

class SyncTicketsTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 95, 10);

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
    // begins Hibernate, which may take longer than a lease where the machine is busy
    database.entityManagers();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_first_run_brings_in_every_ticket_and_ends_up_to_date() {
    SyncOutcome outcome = trial.server().sync(trial.account.id());

    assertThat(outcome).isEqualTo(new SyncOutcome(Ending.UP_TO_DATE, 10, 95, 0, null));
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    SyncState state = trial.state();
    assertThat(state.phase()).isEqualTo(SyncPhase.IDLE);
    assertThat(state.ticketsStored()).isEqualTo(95);
    assertThat(state.caughtUpAt()).isNotNull();
    assertThat(state.isHeld()).isFalse();
    assertThat(trial.number("select tickets from sync_run where outcome = 'up-to-date'"))
        .isEqualTo(95);
  }

  @Test
  void a_run_that_finds_nothing_new_leaves_no_trace_in_the_history() {
    trial.server().sync(trial.account.id());

    SyncOutcome outcome = trial.server().sync(trial.account.id());

    assertThat(outcome).isEqualTo(new SyncOutcome(Ending.UP_TO_DATE, 1, 0, 0, null));
    assertThat(trial.number("select count(*) from sync_run")).isEqualTo(1);
  }

  @Test
  void changed_tickets_are_counted_once_among_the_tickets_held() {
    trial.server().sync(trial.account.id());
    trial.helpdesk.relabel(7, Set.of("changed"));
    trial.helpdesk.open(Set.of("new"));
    trial.helpdesk.delete(8);

    SyncOutcome outcome = trial.server().sync(trial.account.id());

    assertThat(outcome.tickets()).isEqualTo(3);
    assertThat(trial.state().ticketsStored()).isEqualTo(96);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
  }

  @Test
  void the_next_page_is_read_while_a_page_is_stored_and_no_further() {
    List<Integer> readBeforeStoring = new ArrayList<>();
    CountDownLatch secondPageRead = new CountDownLatch(2);
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read")) {
            secondPageRead.countDown();
          }
        });
    AtomicBoolean first = new AtomicBoolean(true);
    trial.fate(
        moment -> {
          if (moment.equals("before the commit")) {
            if (first.getAndSet(false)) {
              await(secondPageRead);
            }
            readBeforeStoring.add(trial.helpdesk.reads());
          }
        });

    trial.server().sync(trial.account.id());

    for (int page = 1; page <= readBeforeStoring.size(); page++) {
      assertThat(readBeforeStoring.get(page - 1)).isBetween(page, page + 1);
    }
    assertThat(readBeforeStoring).hasSize(10);
  }

  @Test
  void a_failure_of_the_page_ahead_surfaces_after_the_page_at_hand_is_stored() {
    AtomicInteger reads = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read") && reads.incrementAndGet() == 3) {
            throw new ConnectorFailure.Unreachable("Broke off", null);
          }
        });

    SyncOutcome outcome = trial.server().sync(trial.account.id());

    assertThat(outcome.ending()).isEqualTo(Ending.UNREACHABLE);
    assertThat(outcome.pages()).isEqualTo(2);
    assertThat(trial.stored()).hasSize(20);
    assertThat(trial.state().phase()).isEqualTo(SyncPhase.WAITING);
    assertThat(trial.state().failureKind()).isEqualTo("unreachable");
    assertThat(trial.state().failureMessage()).isEqualTo("Broke off");
  }

  @Test
  void a_demand_to_wait_is_kept_and_nobody_reads_before() {
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read")) {
            throw new ConnectorFailure.Throttled("Slow down", Duration.ofMinutes(7));
          }
        });

    SyncOutcome outcome = trial.server().sync(trial.account.id());
    trial.helpdesk.beforeCall(call -> {});
    SyncOutcome tooEarly = trial.server().sync(trial.account.id());

    assertThat(outcome.ending()).isEqualTo(Ending.THROTTLED);
    assertThat(tooEarly).isEqualTo(SyncOutcome.notNow());
    assertThat(trial.state().phase()).isEqualTo(SyncPhase.THROTTLED);
    assertThat(Duration.between(trial.states.now(), trial.state().waitingUntil()))
        .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7));
    trial.letTimePass();
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.state().failureKind()).isNull();
  }

  @Test
  void an_outage_makes_pauses_grow_to_two_minutes_and_heals_by_itself() {
    trial.helpdesk.unplug(true);
    List<Duration> pauses = new ArrayList<>();
    for (int attempt = 0; attempt < 12; attempt++) {
      assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UNREACHABLE);
      pauses.add(Duration.between(trial.states.now(), trial.state().waitingUntil()));
      trial.letTimePass();
    }

    assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    assertThat(pauses.get(11)).isBetween(Duration.ofSeconds(55), Duration.ofMinutes(2));
    trial.helpdesk.unplug(false);
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.state().failuresInARow()).isZero();
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
  }

  @Test
  void a_revoked_key_stops_the_account_until_an_admin_or_a_restart_says_try_again() {
    trial.helpdesk.revokeKey();
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.STOPPED);
    assertThat(trial.state().phase()).isEqualTo(SyncPhase.STOPPED);
    assertThat(trial.server().sync(trial.account.id())).isEqualTo(SyncOutcome.notNow());
    trial.helpdesk.restoreKey();

    boolean mayRead = new ResumeSync(trial.states, trial.outbox).resume(trial.account.id());

    assertThat(mayRead).isTrue();
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
  }

  @Test
  void connecting_again_lets_a_stopped_account_try_at_once() {
    trial.helpdesk.revokeKey();
    trial.server().sync(trial.account.id());
    trial.helpdesk.restoreKey();

    new ConnectAccounts(trial.accounts, new Connectors(List.of(trial.helpdesk))).connect();

    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.number("select count(*) from helpdesk_account")).isEqualTo(1);
  }

  @Test
  void an_admin_cannot_break_a_pause_that_the_helpdesk_asked_for() {
    trial.helpdesk.beforeCall(
        call -> {
          throw new ConnectorFailure.Throttled("Slow down", Duration.ofMinutes(7));
        });
    trial.server().sync(trial.account.id());

    assertThat(new ResumeSync(trial.states, trial.outbox).resume(trial.account.id())).isFalse();
    assertThat(trial.server().sync(trial.account.id())).isEqualTo(SyncOutcome.notNow());
  }

  @Test
  void a_bookmark_that_comes_back_ends_the_run_with_a_clear_failure() {
    trial.helpdesk.neverPass(10);

    SyncOutcome outcome = trial.server().sync(trial.account.id());

    assertThat(outcome.ending()).isEqualTo(Ending.STOPPED);
    assertThat(outcome.message()).contains("bookmark a second time");
    assertThat(outcome.pages()).isEqualTo(2);
    assertThat(trial.state().failureKind()).isEqualTo("contract-broken");
    assertThat(trial.stored()).hasSize(20);
  }

  @Test
  void a_failure_nobody_expected_is_told_without_its_text() {
    trial.helpdesk.beforeCall(
        call -> {
          throw new IllegalStateException("Dear bank, my card 4111 1111 1111 1111");
        });

    SyncOutcome outcome = trial.server().sync(trial.account.id());

    assertThat(outcome.ending()).isEqualTo(Ending.UNREACHABLE);
    assertThat(trial.state().failureKind()).isEqualTo("unexpected");
    assertThat(trial.state().failureMessage())
        .isEqualTo("Tagsmith failed unexpectedly (IllegalStateException).");
  }

  @Test
  void a_database_that_could_not_is_tried_again_soon_however_often_it_could_not() {
    trial.fate(
        moment -> {
          if (moment.equals("before the commit")) {
            throw new IllegalStateException(new SQLException("No space left on device", "53100"));
          }
        });
    for (int failure = 0; failure < 8; failure++) {
      trial.database.execute("update sync_state set waiting_until = null");
      assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UNREACHABLE);
    }

    SyncState state = trial.state();
    assertThat(state.failureKind()).isEqualTo("database");
    assertThat(state.failuresInARow()).isEqualTo(8);
    assertThat(state.waitingUntil()).isBefore(trial.states.now().plusSeconds(11));
  }

  @Test
  void of_two_runners_one_reads() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    trial.fate(
        moment -> {
          if (moment.equals("before the commit")) {
            reading.countDown();
            await(goOn);
          }
        });
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<SyncOutcome> first = other.submit(() -> trial.server().sync(trial.account.id()));
      await(reading);

      SyncOutcome second = trial.server().sync(trial.account.id());
      goOn.countDown();

      assertThat(second).isEqualTo(SyncOutcome.notNow());
      assertThat(first.get(30, TimeUnit.SECONDS).ending()).isEqualTo(Ending.UP_TO_DATE);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void a_lease_lasts_until_it_is_over_and_is_taken_over_then() {
    killAt("before the commit", 3);
    assertThat(trial.server().sync(trial.account.id())).isEqualTo(SyncOutcome.notNow());

    trial.letTimePass();

    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.number("select count(*) from sync_run where outcome = 'abandoned'"))
        .isEqualTo(1);
  }

  @Test
  void a_lease_and_the_timer_after_it_make_less_than_half_a_minute() {
    Duration timer = Duration.ofSeconds(15);

    assertThat(SyncTickets.LEASE.plus(timer)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void a_runner_that_lost_its_lease_stores_nothing_more() {
    AtomicInteger pages = new AtomicInteger();
    AtomicBoolean overtaken = new AtomicBoolean();
    trial.fate(
        moment -> {
          if (moment.equals("before the transaction")
              && pages.incrementAndGet() == 3
              && overtaken.compareAndSet(false, true)) {
            trial.letTimePass();
            trial.states.claim(trial.account.id(), "the other one", Duration.ofMinutes(1));
          }
        });

    SyncOutcome outcome = trial.server().sync(trial.account.id());

    assertThat(outcome.ending()).isEqualTo(Ending.LEASE_LOST);
    assertThat(trial.stored()).hasSize(20);
    assertThat(trial.state().isHeld()).isTrue();
  }

  @Test
  void a_runner_whose_lease_is_over_stores_nothing_more_even_if_nobody_took_it() {
    AtomicInteger pages = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals("before the transaction") && pages.incrementAndGet() == 3) {
            trial.letTimePass();
          }
        });

    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.LEASE_LOST);
    assertThat(trial.stored()).hasSize(20);
  }

  @Test
  void a_page_that_takes_long_to_read_keeps_its_lease() {
    CountDownLatch renewedWhileReading = new CountDownLatch(1);
    trial.fate(
        moment -> {
          if (moment.equals("after renew")) {
            renewedWhileReading.countDown();
          }
        });
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("read")) {
            await(renewedWhileReading);
          }
        });

    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
  }

  @Test
  void nobody_takes_a_lease_or_waits_for_it_while_a_page_is_being_stored() throws Exception {
    trial.states.claim(trial.account.id(), "the first one", Duration.ofMinutes(1));
    trial.letTimePass();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      boolean taken =
          trial.transactions.required(
              () -> {
                trial.number("select account_id from sync_state for update");
                return get(other.submit(() -> claim("the other one")));
              });

      assertThat(taken).isFalse();
      assertThat(claim("a later one")).isTrue();
    } finally {
      other.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after claim",
        "before the transaction",
        "after renew",
        "before store",
        "after store",
        "after begin",
        "after addPages",
        "before advance",
        "after advance",
        "before the commit",
        "after the commit",
        "before release",
        "before end",
        "after end"
      })
  void a_kill_at_any_step_loses_and_doubles_nothing(String step) {
    for (int kill = 1; kill <= 4; kill++) {
      killAt(step, kill);
      long stored = trial.number("select count(*) from ticket");
      assertThat(trial.state().ticketsStored()).as("counted").isEqualTo(stored);
      assertThat(trial.number("select coalesce(sum(contacts), 0) from contact_day"))
          .as("rolled up")
          .isEqualTo(stored);
      trial.letTimePass();
    }

    trial.fate(moment -> {});
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.state().ticketsStored()).isEqualTo(95);
  }

  @Test
  void a_database_that_fails_for_a_page_leaves_it_for_the_next_run() {
    AtomicInteger stores = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals("after store") && stores.incrementAndGet() == 2) {
            throw new IllegalStateException("connection lost");
          }
        });

    SyncOutcome broken = trial.server().sync(trial.account.id());
    trial.letTimePass();
    SyncOutcome mended = trial.server().sync(trial.account.id());

    assertThat(broken.ending()).isEqualTo(Ending.UNREACHABLE);
    assertThat(broken.pages()).isEqualTo(1);
    assertThat(mended.ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
  }

  @Test
  void an_interrupted_run_gives_its_lease_back() {
    AtomicInteger pages = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals("after the commit") && pages.incrementAndGet() == 2) {
            Thread.currentThread().interrupt();
          }
        });

    SyncOutcome outcome = trial.server().sync(trial.account.id());
    boolean stillInterrupted = Thread.interrupted();
    trial.fate(moment -> {});

    assertThat(outcome.ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(stillInterrupted).isTrue();
    assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
  }

  @Test
  void an_account_that_is_not_connected_is_named() {
    assertThatThrownBy(() -> trial.server().sync(new HelpdeskAccountId(77)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No helpdesk account 77 is connected.");
  }

  private void killAt(String step, int time) {
    AtomicInteger times = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals(step) && times.incrementAndGet() == time) {
            throw new SyncTrial.Killed(step);
          }
        });
    Throwable killed = catchThrowable(() -> trial.server().sync(trial.account.id()));
    trial.fate(moment -> {});
    if (times.get() >= time) {
      assertThat(killed).isInstanceOf(SyncTrial.Killed.class);
    }
  }

  private boolean claim(String holder) {
    return trial.states.claim(trial.account.id(), holder, Duration.ofMinutes(1)).isPresent();
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
