package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * A crash at each step of the bookkeeping of two streams: their first hour is lived through once to
 * note every step, and then once more for each step, with a crash there.
 */
class CrashInBackfillTest {
  private static final int TICKETS = 25;
  private static final int PAGE = 10;
  private static final int MOST_TURNS = 10;
  private static final Instant LIVE_FROM = Instant.parse("2026-01-01T08:18:00Z");

  private static DatabaseForTests database;
  private static Hour uneventful;

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
    uneventful = new Hour(step -> {});
    uneventful.live();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** The how-manieth time something happens in that hour. */
  private record Step(String moment, int time) {
    @Override
    public String toString() {
      return moment + " " + time;
    }
  }

  /** What goes wrong at a step; nothing, or it throws. */
  private interface Crash {
    void at(Step step);
  }

  static Stream<Step> steps() {
    return uneventful.steps.stream();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_crash_at_each_step_loses_nothing_and_doubles_nothing(Step fatal) {
    AtomicBoolean crashed = new AtomicBoolean();
    Hour hour =
        new Hour(
            step -> {
              if (step.equals(fatal)) {
                crashed.set(true);
                throw new SyncTrial.Killed(fatal.toString());
              }
            });

    hour.live();

    assertThat(crashed).as("crashed").isTrue();
    // one page, and the look of live reading in the turns that a crash late in the hour adds
    assertThat(hour.trial.helpdesk.reads() - uneventful.trial.helpdesk.reads())
        .as("pages read again")
        .isLessThanOrEqualTo(2);
  }

  @Test
  void the_hour_has_a_step_before_and_after_every_call_that_changes_the_books_of_a_backfill() {
    Set<String> ofOthers =
        Set.of("list", "find", "recentSlots", "now", "estimate", "share", "pause", "startAgain");
    Stream<String> calls =
        Arrays.stream(BackfillRepository.class.getMethods())
            .map(Method::getName)
            .filter(name -> !ofOthers.contains(name))
            .distinct()
            .flatMap(name -> Stream.of("before " + name, "after " + name));

    assertThat(uneventful.steps.stream().map(Step::moment).distinct())
        .containsAll(calls.toList())
        .contains("before the transaction", "before the commit", "after the commit");
  }

  /** The first hour of an account. */
  private static final class Hour {
    private final List<Step> steps = new ArrayList<>();
    private final SyncTrial trial = new SyncTrial(database, TICKETS, PAGE);
    private final ClockForTests clock = new ClockForTests(LIVE_FROM.plus(OpenStreams.OVERLAP));
    private final Map<String, Integer> times = new HashMap<>();
    private final Thread server = Thread.currentThread();
    private final Crash crash;
    private volatile boolean dead;

    Hour(Crash crash) {
      this.crash = crash;
      trial.fate(this::at);
    }

    /** Opens both streams, reads a little of each, changes what both have read, reads the rest. */
    void live() {
      AtomicInteger reads = new AtomicInteger();
      trial.helpdesk.beforeCall(
          call -> {
            if (call.equals("read") && reads.incrementAndGet() == 2) {
              throw new ConnectorFailure.Unreachable("Broke off", null);
            }
          });
      for (int turn = 0; trial.backfills.find(trial.account.id()).isEmpty(); turn++) {
        assertThat(turn).isLessThan(MOST_TURNS);
        turn(() -> trial.opener(clock).open(trial.account.id()));
      }
      turn(() -> trial.backfiller().backfill(trial.account.id()));
      trial.helpdesk.relabel(3, Set.of("meanwhile"));
      trial.helpdesk.relabel(17, Set.of("meanwhile"));
      for (int turn = 0; !isAllHere(); turn++) {
        assertThat(turn).isLessThan(MOST_TURNS);
        turn(() -> trial.server().sync(trial.account.id()));
        turn(() -> trial.backfiller().backfill(trial.account.id()));
      }
      assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
      assertThat(trial.backfill().state().failureKind()).isNull();
    }

    private boolean isAllHere() {
      return trial.backfill().isFinished() && trial.state().caughtUpAt() != null;
    }

    private void at(String moment) {
      if (dead) {
        throw new SyncTrial.Killed("with the others");
      }
      // what asks for the share or the number of tickets is another thread, at any time; what keeps
      // pages is it too, but does so one after the other
      if (Thread.currentThread() == server || moment.endsWith(" keep")) {
        take(moment);
      }
    }

    private synchronized void take(String moment) {
      Step step = new Step(moment, times.merge(moment, 1, Integer::sum));
      steps.add(step);
      try {
        crash.at(step);
      } catch (SyncTrial.Killed end) {
        dead = true;
        throw end;
      }
    }

    private void turn(Runnable work) {
      Throwable unlucky = catchThrowable(work::run);
      assertThat(unlucky == null || unlucky instanceof SyncTrial.Killed).as("%s", unlucky).isTrue();
      assertNothingHalfDone();
      trial.letTimePass();
      dead = false;
    }

    private void assertNothingHalfDone() {
      long stored = trial.number("select count(*) from ticket");
      assertThat(trial.state().ticketsStored()).as("tickets counted").isEqualTo(stored);
      assertThat(trial.number("select coalesce(sum(contacts), 0) from contact_day"))
          .as("contacts counted")
          .isEqualTo(stored);
      assertThat(
              trial.number(
                  "select count(*) from sync_state where (cursor is null)"
                      + " = exists (select 1 from backfill)"))
          .as("one stream is open without the other")
          .isZero();
      assertThat(
              trial.number(
                  "select coalesce(sum(abs(tickets_read - ("
                      + "  select coalesce(sum(tickets), 0) from sync_rate"
                      + "  where stream = 'backfill'))), 0) from backfill"))
          .as("tickets read, but for those in the rate")
          .isZero();
      long bookmark =
          trial.number(
              "select coalesce(max(split_part(substr(cursor, 3), '/', 1)::integer), 0)"
                  + " from backfill");
      assertThat(trial.number("select coalesce(max(tickets_read), 0) from backfill"))
          .as("tickets read up to the bookmark")
          .isEqualTo(bookmark);
    }
  }
}
