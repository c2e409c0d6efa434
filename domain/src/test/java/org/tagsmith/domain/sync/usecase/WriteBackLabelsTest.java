package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.UnwrittenLabel;
import org.tagsmith.domain.ticket.TicketId;

class WriteBackLabelsTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 20, 10);

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void what_was_decided_reaches_the_helpdesk_once() {
    decide(3, Set.of("upgrade_creditcard"), Set.of("urgent"));

    assertThat(write()).isEqualTo(1);
    assertThat(write()).isZero();

    assertThat(labels(3)).contains("upgrade_creditcard").doesNotContain("urgent");
    assertThat(trial.helpdesk.writes()).isEqualTo(1);
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 0));
    assertThat(trial.number("select count(*) from outbox_entry where state = 'written'"))
        .isEqualTo(1);
  }

  @Test
  void several_decisions_about_a_ticket_are_one_write() {
    decide(3, Set.of("a"), Set.of());
    decide(3, Set.of("b"), Set.of());
    decide(3, Set.of(), Set.of("urgent"));
    decide(4, Set.of("c"), Set.of());

    assertThat(write()).isEqualTo(2);

    assertThat(labels(3)).contains("a", "b").doesNotContain("urgent");
    assertThat(labels(4)).contains("c");
    assertThat(trial.helpdesk.writes()).isEqualTo(2);
  }

  @Test
  void a_decision_and_its_undo_write_nothing() {
    Set<String> before = labels(3);
    decide(3, Set.of("by_mistake"), Set.of());
    decide(3, Set.of(), Set.of("by_mistake"));

    write();

    assertThat(labels(3)).isEqualTo(before);
    assertThat(trial.helpdesk.writes()).isZero();
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 0));
  }

  @Test
  void the_removal_of_a_label_that_was_there_before_is_not_lost_with_an_addition_of_it() {
    decide(3, Set.of("urgent"), Set.of());
    decide(3, Set.of(), Set.of("urgent"));

    write();

    assertThat(labels(3)).doesNotContain("urgent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after claim",
        "after nextDue",
        "before sending",
        "after sending",
        "before written",
        "after written",
        "before release"
      })
  void a_kill_at_any_step_writes_no_label_twice_and_loses_none(String step) {
    decide(3, Set.of("a"), Set.of());
    decide(4, Set.of("b"), Set.of("urgent"));
    for (int time = 1; time <= 2; time++) {
      killAt(step, time);
      trial.letTimePass();
    }

    write();

    assertThat(labels(3)).contains("a");
    assertThat(labels(4)).contains("b").doesNotContain("urgent");
    assertThat(trial.helpdesk.writes()).isEqualTo(2);
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 0));
  }

  @Test
  void a_kill_right_after_the_helpdesk_took_the_write_writes_no_label_twice() {
    decide(3, Set.of("a"), Set.of());
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("written")) {
            throw new SyncTrial.Killed(call);
          }
        });
    assertThat(catchThrowable(this::write)).isInstanceOf(SyncTrial.Killed.class);
    trial.helpdesk.beforeCall(call -> {});
    trial.letTimePass();

    assertThat(write()).isEqualTo(1);

    assertThat(trial.helpdesk.writes()).isEqualTo(1);
    assertThat(labels(3)).contains("a");
  }

  @Test
  void a_refused_change_is_kept_with_its_reason_and_not_tried_again() {
    trial.helpdesk.delete(3);
    decide(3, Set.of("too_late"), Set.of());
    decide(4, Set.of("fine"), Set.of());

    assertThat(write()).isEqualTo(1);

    assertThat(counts()).isEqualTo(new OutboxCounts(0, 1));
    assertThat(
            trial.number(
                "select count(*) from outbox_entry"
                    + " where state = 'refused' and last_problem = 'deleted'"))
        .isEqualTo(1);
    assertThat(labels(4)).contains("fine");
  }

  @Test
  void a_label_that_is_refused_takes_no_other_label_with_it() {
    decide(3, Set.of("protected_field"), Set.of());
    decide(3, Set.of("fine"), Set.of());

    assertThat(write()).isEqualTo(1);

    assertThat(labels(3)).contains("fine").doesNotContain("protected_field");
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 1));
  }

  @Test
  void a_label_on_its_way_is_told_as_that_until_the_helpdesk_holds_it() {
    decide(3, Set.of("a"), Set.of("urgent"));

    assertThat(unwritten(3))
        .containsExactly(
            new UnwrittenLabel("a", true, false, null),
            new UnwrittenLabel("urgent", false, false, null));
    assertThat(unwritten(4)).isEmpty();
    trial.helpdesk.revokeKey();
    write();
    assertThat(unwritten(3))
        .extracting(UnwrittenLabel::problem)
        .containsOnly("credentials-rejected");
    trial.helpdesk.restoreKey();
    trial.letTimePass();
    write();
    assertThat(unwritten(3)).isEmpty();
  }

  @Test
  void a_refused_label_is_told_with_the_reason_until_it_is_decided_anew() {
    decide(3, Set.of("protected_field"), Set.of());
    decide(3, Set.of("fine"), Set.of());
    write();

    assertThat(unwritten(3))
        .singleElement()
        .satisfies(
            label -> {
              assertThat(label.label()).isEqualTo("protected_field");
              assertThat(label.refused()).isTrue();
              assertThat(label.why()).contains("protected-label");
            });
    decide(3, Set.of(), Set.of("protected_field"));
    assertThat(unwritten(3))
        .containsExactly(new UnwrittenLabel("protected_field", false, false, null));
    database.execute("update outbox_entry set state = 'written' where state = 'waiting'");
    assertThat(unwritten(3)).isEmpty();
  }

  @Test
  void a_demand_to_wait_lets_all_writing_rest_and_loses_nothing() {
    decide(3, Set.of("a"), Set.of());
    decide(4, Set.of("b"), Set.of());
    trial.helpdesk.throttleNext(Duration.ofMinutes(5));

    assertThat(write()).isZero();
    decide(5, Set.of("c"), Set.of());
    assertThat(write()).isZero();

    assertThat(trial.helpdesk.writes()).isZero();
    assertThat(counts()).isEqualTo(new OutboxCounts(3, 0));
    trial.letTimePass();
    assertThat(write()).isEqualTo(3);
    assertThat(trial.helpdesk.writes()).isEqualTo(3);
  }

  @Test
  void an_outage_keeps_every_change_and_a_revoked_key_too() {
    decide(3, Set.of("a"), Set.of());
    trial.helpdesk.unplug(true);
    assertThat(write()).isZero();
    trial.letTimePass();
    trial.helpdesk.unplug(false);
    trial.helpdesk.revokeKey();
    assertThat(write()).isZero();
    trial.helpdesk.restoreKey();

    new ResumeSync(trial.states, trial.outbox).resume(trial.account.id());

    assertThat(write()).isEqualTo(1);
    assertThat(labels(3)).contains("a");
  }

  @Test
  void a_ticket_that_breaks_the_connector_does_not_hold_up_the_others() {
    AtomicInteger writes = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("write") && writes.incrementAndGet() == 1) {
            throw new ConnectorFailure.ContractBroken("Odd answer", null);
          }
        });
    decide(3, Set.of("a"), Set.of());
    decide(4, Set.of("b"), Set.of());

    assertThat(write()).isEqualTo(1);

    assertThat(labels(4)).contains("b");
    assertThat(counts()).isEqualTo(new OutboxCounts(1, 0));
    trial.letTimePass();
    assertThat(write()).isEqualTo(1);
    assertThat(labels(3)).contains("a");
  }

  @Test
  void of_two_writers_one_writes() throws Exception {
    decide(3, Set.of("a"), Set.of());
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    trial.helpdesk.beforeCall(
        call -> {
          writing.countDown();
          await(goOn);
        });
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> first = other.submit(this::write);
      await(writing);

      int second = write();
      goOn.countDown();

      assertThat(second).isZero();
      assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void a_decision_taken_while_its_ticket_is_being_written_is_written_next() {
    decide(3, Set.of("a"), Set.of());
    AtomicInteger written = new AtomicInteger();
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("written") && written.incrementAndGet() == 1) {
            decide(3, Set.of(), Set.of("a"));
          }
        });

    assertThat(write()).isEqualTo(2);

    assertThat(labels(3)).doesNotContain("a");
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 0));
  }

  @Test
  void an_undo_is_not_lost_to_an_attempt_that_takes_effect_after_it() {
    decide(3, Set.of("by_mistake"), Set.of());
    trial.helpdesk.delayNextWrite();
    assertThat(write()).isZero();
    decide(3, Set.of(), Set.of("by_mistake"));
    trial.letTimePass();

    assertThat(write()).isEqualTo(1);
    trial.helpdesk.carryOut();

    assertThat(labels(3)).doesNotContain("by_mistake");
    assertThat(counts()).isEqualTo(new OutboxCounts(0, 0));
  }

  @Test
  void an_undo_is_not_lost_to_an_attempt_of_a_writer_that_was_killed() {
    decide(3, Set.of("by_mistake"), Set.of());
    trial.helpdesk.delayNextWrite();
    killAt("before failuresInARow", 1);
    decide(3, Set.of(), Set.of("by_mistake"));
    trial.letTimePass();

    assertThat(write()).isEqualTo(1);
    trial.helpdesk.carryOut();

    assertThat(labels(3)).doesNotContain("by_mistake");
  }

  @Test
  void pauses_grow_with_the_failures_of_the_account_however_many_tickets_wait() {
    trial.helpdesk.unplug(true);
    List<Duration> pauses = new ArrayList<>();
    for (int failure = 1; failure <= 12; failure++) {
      decide(failure, Set.of("a"), Set.of());
      assertThat(write()).isZero();
      pauses.add(pause());
      trial.letTimePass();
    }
    assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    assertThat(pauses.get(11)).isBetween(Duration.ofSeconds(55), Duration.ofMinutes(2));

    trial.helpdesk.unplug(false);
    assertThat(write()).isEqualTo(12);
    trial.helpdesk.unplug(true);
    decide(3, Set.of("b"), Set.of());
    write();

    assertThat(pause()).as("after a success").isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_refusal_ends_a_row_of_failures_too() {
    decide(3, Set.of("a"), Set.of());
    trial.helpdesk.unplug(true);
    write();
    trial.letTimePass();
    trial.helpdesk.unplug(false);
    trial.helpdesk.delete(3);

    write();

    assertThat(trial.outbox.failuresInARow(trial.account.id())).isZero();
  }

  private Duration pause() {
    return Duration.ofMillis(
        trial.number(
            "select (extract(epoch from paused_until - clock_timestamp()) * 1000)::bigint"
                + " from write_back"));
  }

  private void decide(long ticket, Set<String> add, Set<String> remove) {
    trial.outbox.enqueue(new TicketId(trial.account.id(), ticket), add, remove, "agent");
  }

  private int write() {
    return trial.writer().writeDue(trial.account.id());
  }

  private Set<String> labels(long ticket) {
    return new HashSet<>(trial.helpdesk.tickets().get(ticket));
  }

  private List<UnwrittenLabel> unwritten(long ticket) {
    return trial.outbox.unwritten(new TicketId(trial.account.id(), ticket));
  }

  private OutboxCounts counts() {
    return trial.outbox.count(trial.account.id());
  }

  private void killAt(String step, int time) {
    AtomicInteger times = new AtomicInteger();
    trial.fate(
        moment -> {
          if (moment.equals(step) && times.incrementAndGet() == time) {
            throw new SyncTrial.Killed(step);
          }
        });
    Throwable killed = catchThrowable(this::write);
    trial.fate(moment -> {});
    assertThat(killed != null).as("killed").isEqualTo(times.get() >= time);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
