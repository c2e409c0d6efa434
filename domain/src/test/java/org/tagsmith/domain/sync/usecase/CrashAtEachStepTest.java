package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.LookRepository;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.TicketBatchStore;
import org.tagsmith.domain.ticket.TicketId;

/**
 * A crash at each step: one working day of reading, looking and writing is lived through once to
 * note every step of it, and then once more for each step, with a crash there. Steps are what
 * happens before and after each call of a store, around the commit of a page or a look, before the
 * helpdesk answers a look, and before and after it takes a write.
 */
class CrashAtEachStepTest {
  private static final int TICKETS = 35;
  private static final int PAGE = 20;
  private static final int MOST_TURNS = 10;

  private static DatabaseForTests database;
  private static Day uneventful;

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
    // first once for nothing: a stall while classes are loaded may cost a lease, and steps with it
    new Day(step -> {}).live();
    uneventful = new Day(step -> {});
    uneventful.live();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** The how-manieth time something happens that day. */
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
    Day day =
        new Day(
            step -> {
              if (step.equals(fatal)) {
                crashed.set(true);
                throw new SyncTrial.Killed(fatal.toString());
              }
            });

    day.live();

    assertThat(crashed).as("crashed").isTrue();
    assertThat(day.trial.helpdesk.tickets()).isEqualTo(uneventful.trial.helpdesk.tickets());
    assertThat(day.trial.helpdesk.writes()).isEqualTo(uneventful.trial.helpdesk.writes());
    assertThat(day.trial.helpdesk.reads() - uneventful.trial.helpdesk.reads())
        .as("pages read again")
        .isLessThanOrEqualTo(1);
    assertThat(day.trial.helpdesk.looks() - uneventful.trial.helpdesk.looks())
        .as("looks repeated")
        .isLessThanOrEqualTo(1);
  }

  @Test
  void the_day_has_a_step_before_and_after_every_call_of_every_store() {
    // what only asks, and what is called by others than readers, lookers and writers
    Set<String> ofOthers =
        Set.of(
            "list",
            "find",
            "resume",
            "recentSlots",
            "now",
            "enqueue",
            "count",
            "distrust",
            "estimate",
            "request",
            "unwritten");
    Stream<String> calls =
        Stream.of(
                SyncStateRepository.class,
                SyncRunRepository.class,
                TicketBatchStore.class,
                LookRepository.class,
                OutboxRepository.class)
            .flatMap(port -> Arrays.stream(port.getMethods()))
            .map(Method::getName)
            .filter(name -> !ofOthers.contains(name))
            .distinct()
            .flatMap(name -> Stream.of("before " + name, "after " + name));
    Stream<String> more =
        Stream.of(
            "before the transaction",
            "before the commit",
            "after the commit",
            "helpdesk: look",
            "helpdesk: write",
            "helpdesk: written");

    assertThat(uneventful.steps.stream().map(Step::moment).distinct())
        .containsExactlyInAnyOrderElementsOf(Stream.concat(calls, more).toList());
  }

  /** A day, from an empty database on. */
  private static final class Day {
    private final List<Step> steps = new ArrayList<>();
    private final SyncTrial trial = new SyncTrial(database, TICKETS, PAGE);
    private final Map<String, Integer> times = new HashMap<>();
    private final Thread server = Thread.currentThread();
    private final Crash crash;
    private volatile boolean dead;
    private int decided;
    private int aheadOfTheBookmark;

    Day(Crash crash) {
      this.crash = crash;
      trial.fate(this::at);
    }

    /**
     * Reads, with a failure on the way; writes, with a failure and a refusal; looks, with failures
     * of both kinds; reads that.
     */
    void live() {
      AtomicInteger reads = new AtomicInteger();
      AtomicInteger looks = new AtomicInteger();
      AtomicInteger writes = new AtomicInteger();
      trial.helpdesk.beforeCall(
          call -> {
            if (call.equals("read") && reads.incrementAndGet() == 2) {
              throw new ConnectorFailure.Unreachable("Broke off", null);
            }
            if (call.equals("write") && writes.incrementAndGet() == 1) {
              throw new ConnectorFailure.Unreachable("Broke off", null);
            }
            if (call.startsWith("writ") || call.equals("look")) {
              // a write is on a thread of its own, while the server's waits for its end
              take("helpdesk: " + call);
            }
            if (call.equals("look")) {
              failTwice(looks.incrementAndGet());
            }
          });
      readAll();

      decide(3, "a", true);
      decide(4, "b", true);
      decide(4, "urgent", false);
      decide(5, "protected_field", true);
      writeAll();
      decide(3, "a", false);
      writeAll();

      aheadOfTheBookmark = 1;
      long late = trial.helpdesk.open(Set.of("late"));
      trial.helpdesk.relabel(7, Set.of("just_now"));
      trial.helpdesk.delete(8);
      lookAll(late, 7L, 8L);
      assertThat(trial.stored().get(late)).containsExactly("late");
      assertThat(trial.stored().get(7L)).containsExactly("just_now");
      assertThat(trial.stored()).doesNotContainKey(8L);
      readAll();
      assertAllIsWell();
    }

    private static void failTwice(int look) {
      if (look == 1) {
        throw new ConnectorFailure.Unreachable("Broke off", null);
      }
      if (look == 2) {
        throw new ConnectorFailure.ContractBroken("Nonsense", null);
      }
    }

    private void lookAll(Long... tickets) {
      for (long ticket : tickets) {
        trial.looks.request(trial.account.id(), ticket, null);
      }
      for (int turn = 0; trial.number("select count(*) from ticket_to_look_at") > 0; turn++) {
        assertThat(turn).isLessThan(MOST_TURNS);
        turn(() -> trial.looker().lookAtDue(trial.account.id()));
      }
    }

    private void at(String moment) {
      assertAlive();
      // the estimate of the number of tickets comes from another thread, at any time; so do pages,
      // one after the other
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

    /** Whichever thread it was that met the end, all others go with it. */
    private void assertAlive() {
      if (dead) {
        throw new SyncTrial.Killed("with the others");
      }
    }

    private void decide(long ticket, String label, boolean add) {
      decided++;
      trial.outbox.enqueue(
          new TicketId(trial.account.id(), ticket),
          add ? Set.of(label) : Set.of(),
          add ? Set.of() : Set.of(label),
          "anna");
    }

    private void readAll() {
      Ending ending = null;
      for (int turn = 0; ending != Ending.UP_TO_DATE; turn++) {
        assertThat(turn).isLessThan(MOST_TURNS);
        ending = turn(() -> trial.server().sync(trial.account.id()).ending());
      }
    }

    private void writeAll() {
      for (int turn = 0; waiting() > 0; turn++) {
        assertThat(turn).isLessThan(MOST_TURNS);
        turn(() -> trial.writer().writeDue(trial.account.id()));
      }
    }

    private long waiting() {
      return trial.outbox.count(trial.account.id()).waiting();
    }

    private <T> T turn(Supplier<T> work) {
      List<T> result = new ArrayList<>();
      Throwable unlucky = catchThrowable(() -> result.add(work.get()));
      assertThat(unlucky == null || unlucky instanceof SyncTrial.Killed).as("%s", unlucky).isTrue();
      if (unlucky != null) {
        assertNothingHalfDone();
      }
      trial.letTimePass();
      dead = false;
      return result.isEmpty() ? null : result.get(0);
    }

    private void assertNothingHalfDone() {
      long stored = trial.number("select count(*) from ticket");
      assertThat(trial.state().ticketsStored()).as("tickets counted").isEqualTo(stored);
      assertThat(trial.countsThatDifferFromARecount())
          .as("days and sets of labels that differ from a recount")
          .isZero();
      long bookmark =
          trial.number("select coalesce(max(substr(cursor, 3)::integer), 0) from sync_state");
      assertThat(stored)
          .as("tickets of the %d changes before the bookmark", bookmark)
          .isBetween(Math.min(bookmark, TICKETS), bookmark + aheadOfTheBookmark);
      assertThat(trial.number("select coalesce(sum(tickets), 0) from sync_rate"))
          .as("tickets in the rate")
          .isEqualTo(trial.number("select coalesce(sum(tickets), 0) from sync_run"));
      assertThat(trial.number("select count(*) from outbox_entry")).isEqualTo(decided);
    }

    private void assertAllIsWell() {
      assertNothingHalfDone();
      assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
      assertThat(trial.outbox.count(trial.account.id())).isEqualTo(new OutboxCounts(0, 1));
      assertThat(
              trial.number(
                  "select ticket_id from outbox_entry where state = 'refused'"
                      + " and last_problem = 'protected-label'"))
          .isEqualTo(5);
      assertThat(trial.state().failureKind()).isNull();
      assertThat(trial.outbox.failuresInARow(trial.account.id())).isZero();
    }
  }
}
