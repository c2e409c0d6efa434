package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.ticket.TicketId;

/**
 * Whatever happens in whatever order: once the bad days are over, everything is as it should be.
 */
class SyncPropertyTest {
  private static final List<String> MOMENTS =
      List.of(
          "before claim",
          "after claim",
          "before the transaction",
          "after renew",
          "after store",
          "after advance",
          "before the commit",
          "after the commit",
          "before fail",
          "after fail",
          "before release",
          "before end",
          "after nextDue",
          "before sending",
          "after sending",
          "before written",
          "after written",
          "before postpone",
          "before pause");

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
    READ,
    WRITE,
    KILL,
    BREAK,
    THROTTLE,
    BREAK_OFF,
    DELAY,
    DECIDE_ADD,
    DECIDE_REMOVE,
    CHANGE,
    OPEN,
    DELETE
  }

  @Property(tries = 12)
  void any_sequence_of_failures_and_retries_ends_with_exactly_the_helpdesks_tickets(
      @ForAll("events") @Size(max = 25) List<Event> events) {
    SyncTrial trial = new SyncTrial(database, 37, 10);
    Map<Long, Boolean> decided = new HashMap<>();

    for (Event event : events) {
      happen(trial, event, decided);
      assertBooksAgree(trial);
    }
    trial.fate(moment -> {});
    trial.helpdesk.beforeCall(call -> {});
    settle(trial);
    trial.helpdesk.carryOut();
    settle(trial);

    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.outbox.count(trial.account.id())).isEqualTo(new OutboxCounts(0, 0));
    decided.forEach(
        (ticket, added) ->
            assertThat(trial.helpdesk.tickets().get(ticket).contains("decided")).isEqualTo(added));
    assertBooksAgree(trial);
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

  private static void happen(SyncTrial trial, Event event, Map<Long, Boolean> decided) {
    // Tickets that are changed, deleted and decided about are not the same ones, so that the end is
    // known whoever comes first.
    long aboutTicket = 1L + event.number() % 10;
    switch (event.kind()) {
      case READ -> attempt(trial, () -> trial.server().sync(trial.account.id()));
      case WRITE -> attempt(trial, () -> trial.writer().writeDue(trial.account.id()));
      case KILL -> fate(trial, event, new SyncTrial.Killed(event.moment()));
      case BREAK -> fate(trial, event, null);
      case THROTTLE -> trial.helpdesk.throttleNext(Duration.ofSeconds(event.number()));
      case BREAK_OFF -> breakOff(trial, event.number());
      case DELAY -> trial.helpdesk.delayNextWrite();
      case DECIDE_ADD -> decide(trial, decided, aboutTicket, true);
      case DECIDE_REMOVE -> decide(trial, decided, aboutTicket, false);
      case CHANGE -> trial.helpdesk.relabel(11L + event.number() % 10, Set.of(event.moment()));
      case OPEN -> trial.helpdesk.open(Set.of(event.moment(), "new"));
      case DELETE -> trial.helpdesk.delete(21L + event.number() % 10);
    }
  }

  private static void decide(
      SyncTrial trial, Map<Long, Boolean> decided, long ticket, boolean add) {
    Set<String> label = Set.of("decided");
    trial.outbox.enqueue(
        new TicketId(trial.account.id(), ticket),
        add ? label : Set.of(),
        add ? Set.of() : label,
        "anna");
    decided.put(ticket, add);
  }

  private static void fate(SyncTrial trial, Event event, Error killed) {
    AtomicInteger times = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals(event.moment()) && times.incrementAndGet() == 1 + event.number() % 4) {
            if (killed != null) {
              throw killed;
            }
            throw new IllegalStateException("connection lost");
          }
        });
  }

  private static void breakOff(SyncTrial trial, int number) {
    AtomicInteger calls = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (calls.incrementAndGet() == number % 5) {
            throw new ConnectorFailure.Unreachable("Broke off", null);
          }
        });
  }

  private static void attempt(SyncTrial trial, Runnable work) {
    try {
      work.run();
    } catch (SyncTrial.Killed | IllegalStateException unlucky) {
      assertThat(unlucky.getMessage()).containsAnyOf("killed", "connection lost");
    }
    trial.letTimePass();
  }

  private static void settle(SyncTrial trial) {
    for (int round = 0; round < 3; round++) {
      attempt(trial, () -> trial.writer().writeDue(trial.account.id()));
      Ending ending = Ending.NOT_NOW;
      for (int i = 0; i < 3 && ending != Ending.UP_TO_DATE; i++) {
        ending = trial.server().sync(trial.account.id()).ending();
        trial.letTimePass();
      }
      assertThat(ending).isEqualTo(Ending.UP_TO_DATE);
    }
  }

  private static void assertBooksAgree(SyncTrial trial) {
    long stored = trial.number("select count(*) from ticket");
    assertThat(trial.state().ticketsStored()).isEqualTo(stored);
    assertThat(trial.number("select coalesce(sum(contacts), 0) from contact_day"))
        .isEqualTo(trial.number("select count(*) from ticket where status <> 6"));
  }
}
