package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.DryRun;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome.AlreadySo;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.PlannedWrite.Ends;
import org.tagsmith.domain.sync.PlannedWrite.Sends;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.ticket.TicketId;

/** Dry runs of what waits in a real outbox. */
class TryWritingTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 20, 10);
  private final Connectors connectors = new Connectors(List.of(trial.helpdesk));
  private final TryWriting tryWriting =
      new TryWriting(
          new FindAccount(trial.accounts, new OperatorsAccounts(connectors)),
          connectors,
          SyncStoresForTests.heldChanges(database.dataSource()),
          trial.states,
          Clock.systemUTC());

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "review", "automatic"})
  void it_shows_what_would_be_written_and_what_not_and_changes_nothing(String mode) {
    database.execute("update write_back set mode = '%s'".formatted(mode));
    trial.helpdesk.delete(4);
    trial.helpdesk.relabel(5, Set.of("a"));
    decide(3, Set.of("a"), Set.of("urgent"));
    decide(3, Set.of("b"), Set.of());
    decide(4, Set.of("a"), Set.of());
    decide(5, Set.of("a"), Set.of());
    decide(6, Set.of("protected_one"), Set.of());
    String before = outbox();

    DryRun run = run();

    assertThat(run.waiting()).isEqualTo(4);
    assertThat(run.endedEarly()).isEmpty();
    assertThat(run.tickets())
        .extracting(DryRun.Ticket::ticketId, DryRun.Ticket::plan)
        .containsExactly(
            tuple(6L, new Ends(new Refused("protected-label", Set.of("protected_one")))),
            tuple(5L, new Ends(new AlreadySo(Set.of("a")))),
            tuple(4L, new Ends(new Refused("deleted", Set.of()))),
            tuple(3L, new Sends(new LabelPlan(Set.of("a", "b"), Set.of("urgent")))));
    assertThat(trial.helpdesk.writes()).isZero();
    assertThat(outbox()).isEqualTo(before);
  }

  @Test
  void where_nothing_waits_nobody_is_asked() {
    trial.helpdesk.beforeCall(
        call -> {
          throw new IllegalStateException("asked for " + call);
        });

    assertThat(run().tickets()).isEmpty();
    assertThat(run().waiting()).isZero();
  }

  @Test
  void of_many_tickets_the_newest_decisions_are_read() {
    for (int ticket = 1; ticket <= 210; ticket++) {
      decide(ticket, Set.of("a"), Set.of());
    }
    decide(1, Set.of("b"), Set.of());

    DryRun run = run();

    assertThat(run.waiting()).isEqualTo(210);
    assertThat(run.tickets()).hasSize(TryWriting.MOST_TICKETS);
    assertThat(run.tickets().get(0).ticketId()).isEqualTo(1);
    assertThat(run.tickets().get(199).ticketId()).isEqualTo(12);
  }

  @Test
  void it_ends_when_the_helpdesk_asks_for_a_pause_and_says_how_long() {
    decide(3, Set.of("a"), Set.of());
    decide(4, Set.of("a"), Set.of());
    trial.helpdesk.throttleNext(Duration.ofSeconds(40));

    DryRun run = run();

    assertThat(run.tickets()).isEmpty();
    assertThat(run.endedEarly()).contains(new DryRun.Stop("throttled", Duration.ofSeconds(40)));
  }

  @Test
  void a_pause_that_reading_was_told_of_counts_here_as_well() {
    decide(3, Set.of("a"), Set.of());
    database.execute(
        "update sync_state set phase = 'throttled', waiting_until = now() + interval '1 minute'");
    trial.helpdesk.beforeCall(
        call -> {
          throw new IllegalStateException("asked for " + call);
        });

    assertThat(run().endedEarly().orElseThrow().kind()).isEqualTo("throttled");
    assertThat(run().endedEarly().orElseThrow().retryAfter()).isPositive();
  }

  @Test
  void a_ticket_that_alone_cannot_be_read_does_not_end_it() {
    decide(3, Set.of("a"), Set.of());
    decide(4, Set.of("a"), Set.of());
    trial.helpdesk.beforeCall(
        call -> {
          trial.helpdesk.beforeCall(later -> {});
          throw new ConnectorFailure.ContractBroken("Another ticket", null);
        });

    assertThat(run().tickets())
        .extracting(DryRun.Ticket::ticketId, DryRun.Ticket::problem)
        .containsExactly(tuple(4L, "contract-broken"), tuple(3L, null));
  }

  @Test
  void one_account_has_one_at_a_time() {
    decide(3, Set.of("a"), Set.of());
    trial.helpdesk.beforeCall(
        call -> assertThat(tryWriting.of(trial.account.id())).as("a second one").isEmpty());

    assertThat(run().tickets()).hasSize(1);
    trial.helpdesk.beforeCall(call -> {});
    assertThat(tryWriting.of(trial.account.id())).as("after its end").isPresent();
  }

  private DryRun run() {
    return tryWriting.of(trial.account.id()).orElseThrow();
  }

  private String outbox() {
    return Long.toString(
        trial.number(
            "select sum(hashtext(outbox_entry::text)) from outbox_entry where state in ('waiting',"
                + " 'held')"));
  }

  private void decide(long ticket, Set<String> add, Set<String> remove) {
    trial.outbox.enqueue(new TicketId(trial.account.id(), ticket), add, remove, "anna");
  }
}
