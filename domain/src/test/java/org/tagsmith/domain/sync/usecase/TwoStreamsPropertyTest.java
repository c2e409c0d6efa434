package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.SyncOutcome.Ending;

/**
 * Whichever of the two streams reads a ticket first, however often and with whatever kills between:
 * none is lost, none counts twice, none goes back in time.
 */
class TwoStreamsPropertyTest {
  private static final int TICKETS = 37;
  private static final List<String> MOMENTS =
      List.of(
          "before open",
          "after open",
          "after claim",
          "before the transaction",
          "after renew",
          "after store",
          "before advance",
          "after advance",
          "before the commit",
          "after the commit",
          "before release",
          "before end");

  private static DatabaseForTests database;

  @BeforeContainer
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  /** A thing that happens. */
  record Event(Kind kind, String moment, int number) {}

  enum Kind {
    OPEN_STREAMS,
    LIVE,
    BACKFILL,
    KILL,
    START_AGAIN,
    PAUSE,
    RESUME,
    CHANGE,
    OPEN,
    DELETE
  }

  @Property(tries = 12)
  void every_ticket_is_here_once_and_as_it_was_last(
      @ForAll("events") @Size(max = 30) List<Event> events, @ForAll("minutes") int liveFrom) {
    SyncTrial trial = new SyncTrial(database, TICKETS, 7);
    ClockForTests clock =
        new ClockForTests(
            Instant.parse("2026-01-01T08:00:00Z")
                .plus(Duration.ofMinutes(liveFrom))
                .plus(OpenStreams.OVERLAP));

    for (Event event : events) {
      happen(trial, clock, event);
      assertBooksAgree(trial);
    }
    trial.fate(moment -> {});
    settle(trial, clock);

    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertBooksAgree(trial);
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(1, TICKETS + 20);
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.of(MOMENTS),
            Arbitraries.integers().between(1, 30))
        .as(Event::new)
        .list();
  }

  private static void happen(SyncTrial trial, ClockForTests clock, Event event) {
    switch (event.kind()) {
      case OPEN_STREAMS -> attempt(trial, () -> trial.opener(clock).open(trial.account.id()));
      case LIVE -> attempt(trial, () -> trial.server().sync(trial.account.id()));
      case BACKFILL -> attempt(trial, () -> trial.backfiller().backfill(trial.account.id()));
      case KILL -> kill(trial, event);
      case START_AGAIN ->
          attempt(
              trial,
              () ->
                  trial
                      .steerBackfill(clock)
                      .startAgain(trial.account.id(), Instant.parse("2025-01-01T00:00:00Z")));
      case PAUSE -> trial.backfills.pause(trial.account.id(), true);
      case RESUME -> trial.backfills.pause(trial.account.id(), false);
      case CHANGE -> trial.helpdesk.relabel(1L + event.number(), Set.of(event.moment()));
      case OPEN -> trial.helpdesk.open(Set.of(event.moment(), "new"));
      case DELETE -> trial.helpdesk.delete(1L + event.number());
    }
  }

  private static void kill(SyncTrial trial, Event event) {
    AtomicInteger times = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals(event.moment()) && times.incrementAndGet() == 1 + event.number() % 3) {
            throw new SyncTrial.Killed(moment);
          }
        });
  }

  private static void attempt(SyncTrial trial, Runnable work) {
    try {
      work.run();
    } catch (SyncTrial.Killed unlucky) {
      assertThat(unlucky.getMessage()).contains("killed");
    }
    trial.letTimePass();
  }

  private static void settle(SyncTrial trial, ClockForTests clock) {
    trial.opener(clock).open(trial.account.id());
    trial.backfills.pause(trial.account.id(), false);
    for (int round = 0; round < 2; round++) {
      trial.backfiller().backfill(trial.account.id());
      assertThat(trial.server().sync(trial.account.id()).ending()).isEqualTo(Ending.UP_TO_DATE);
    }
    assertThat(trial.backfills.list()).allMatch(backfill -> backfill.isFinished());
  }

  private static void assertBooksAgree(SyncTrial trial) {
    assertThat(trial.state().ticketsStored())
        .isEqualTo(trial.number("select count(*) from ticket"));
    assertThat(trial.number("select coalesce(sum(contacts), 0) from contact_day"))
        .isEqualTo(trial.number("select count(*) from ticket where status <> 6"));
  }
}
