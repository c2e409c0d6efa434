package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.Comparison;
import org.tagsmith.domain.sync.Drift;
import org.tagsmith.domain.sync.Drift.Kind;
import org.tagsmith.domain.sync.Reconcile;
import org.tagsmith.domain.sync.Reconcile.State;
import org.tagsmith.domain.sync.ReconcileRepository;
import org.tagsmith.domain.sync.ReconcileRepository.KeptDrift;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;

/** Drift made on purpose, found and healed, on a real database. */
class CompareWithHelpdeskTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 20, 10);
  private final ReconcileRepository reconciles =
      SyncStoresForTests.reconciles(database.dataSource());
  private final ReviewDrift review =
      new ReviewDrift(
          new FindAccount(
              trial.accounts, new OperatorsAccounts(new Connectors(List.of(trial.helpdesk)))),
          reconciles,
          trial.states,
          trial.looks,
          SyncStoresForTests.tickets(database.dataSource()));

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void readAll() {
    trial.server().sync(trial.account.id());
  }

  @Test
  void where_nothing_drifted_it_says_so_with_both_counts() {
    Reconcile done = compare(OptionalInt.of(200));

    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.drifted()).isZero();
    assertThat(done.compared()).isEqualTo(20);
    assertThat(done.planned()).hasValue(20);
    assertThat(done.ours()).hasValue(20);
    assertThat(done.theirs()).hasValue(20);
    assertThat(done.askedBy()).isEqualTo("mei");
    assertThat(drift()).isEmpty();
  }

  @Test
  void rows_that_were_changed_behind_our_back_are_found_and_healed_by_reading_them_again() {
    database.execute("update ticket set tag_set_id = 1, status = 4 where remote_id in (3, 4)");
    database.execute(
        "update ticket set updated_at = updated_at - interval '1 day' where remote_id = 6");

    assertThat(compare(OptionalInt.empty()).drifted()).isEqualTo(3);

    assertThat(drift()).extracting(each -> each.drift().ticketId()).containsExactly(3L, 4L, 6L);
    Drift third = drift().get(0).drift();
    assertThat(third.kinds()).contains(Kind.STATUS);
    assertThat(third.theirs().labels()).isEqualTo(trial.helpdesk.tickets().get(3L));
    assertThat(drift().get(2).drift().kinds()).containsExactly(Kind.UPDATED);
    heal();
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.countsThatDifferFromARecount()).isZero();
  }

  @Test
  void a_row_with_labels_that_no_other_ticket_of_its_day_has_is_healed_with_its_daily_count() {
    // what read such a ticket again found nothing to count down and was refused five times, and
    // then nobody looked any more: the next comparison still found it
    database.execute("insert into tag_set (label_ids) values ('{999}')");
    database.execute(
        "update ticket set status = 3, tag_set_id = (select max(id) from tag_set)"
            + " where remote_id in (3, 4)");
    assertThat(compare(OptionalInt.empty()).drifted()).isEqualTo(2);

    heal();

    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.countsThatDifferFromARecount()).isZero();
  }

  @Test
  void a_reading_that_meets_a_row_changed_behind_our_back_goes_on_and_counts_its_day_anew() {
    database.execute("insert into tag_set (label_ids) values ('{999}')");
    database.execute(
        "update ticket set tag_set_id = (select max(id) from tag_set) where remote_id = 3");
    trial.helpdesk.relabel(3, Set.of("news"));

    trial.server().sync(trial.account.id());

    assertThat(trial.state().failureKind()).isNull();
    assertThat(trial.stored()).isEqualTo(trial.helpdesk.tickets());
    assertThat(trial.countsThatDifferFromARecount()).isZero();
  }

  @Test
  void tickets_of_a_page_that_was_lost_are_found_missing_and_read() {
    long opened = trial.helpdesk.open(Set.of("lost"));
    trial.helpdesk.relabel(5, Set.of("lost_as_well"));
    database.execute("update sync_state set cursor = '1:22', read_up_to = now()");

    assertThat(compare(OptionalInt.empty()).drifted()).isPositive();

    assertThat(drift())
        .extracting(each -> each.drift().ticketId())
        .contains(5L)
        .doesNotContain(opened - 20);
    heal();
    assertThat(trial.stored().get(5L)).containsExactly("lost_as_well");
  }

  @Test
  void a_deletion_that_nobody_told_is_found_once_a_reading_would_have_told_it() {
    trial.helpdesk.delete(3);
    database.execute("update sync_state set cursor = '1:21'");

    Reconcile first = turns(OptionalInt.of(200), 3);
    assertThat(first.confirming()).isTrue();
    assertThat(first.state()).isEqualTo(State.WAITING);
    assertThat(drift()).as("it may be on its way").isEmpty();
    letTimePass();
    turn();

    assertThat(latest().state()).isEqualTo(State.DONE);
    assertThat(drift())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.drift().kinds()).containsExactly(Kind.GONE);
              assertThat(each.drift().theirs()).isNull();
            });
    heal();
    assertThat(trial.stored()).doesNotContainKey(3L).hasSize(19);
  }

  @Test
  void a_deletion_that_a_reading_told_meanwhile_is_no_drift() {
    trial.helpdesk.delete(3);
    turns(OptionalInt.of(200), 3);
    trial.server().sync(trial.account.id());
    letTimePass();
    turn();

    assertThat(latest().state()).isEqualTo(State.DONE);
    assertThat(latest().drifted()).isZero();
  }

  @Test
  void what_changed_after_the_last_reading_is_on_its_way_and_no_drift() {
    trial.helpdesk.relabel(3, Set.of("news"));
    database.execute("update sync_state set caught_up_at = null");

    Reconcile done = compare(OptionalInt.of(200));

    assertThat(done.drifted()).isZero();
    assertThat(done.onItsWay()).isEqualTo(1);
  }

  @Test
  void the_next_comparison_looks_at_what_drifted_before_however_small_its_sample() {
    database.execute("update ticket set status = 4 where remote_id in (17, 18)");
    compare(OptionalInt.empty());
    assertThat(drift()).hasSize(2);

    compare(OptionalInt.of(1));

    assertThat(drift()).hasSize(2);
  }

  @Test
  void all_tickets_of_a_larger_account_are_compared_in_turns_with_progress() {
    for (int i = 0; i < 1000; i++) {
      trial.helpdesk.open(Set.of("more"));
    }
    trial.server().sync(trial.account.id());
    database.execute("update ticket set status = 4 where remote_id % 100 = 0");

    Reconcile after = turns(OptionalInt.empty(), 1);
    assertThat(after.compared()).isBetween(100L, 400L);
    assertThat(after.planned()).hasValue(1020);
    Reconcile done = turns(30);

    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.compared()).isEqualTo(1020);
    assertThat(done.drifted()).isEqualTo(10);
  }

  @Test
  void a_pause_that_the_helpdesk_asks_for_is_kept_and_nothing_is_compared_twice() {
    trial.helpdesk.beforeCall(
        call -> {
          if (call.equals("look")) {
            trial.helpdesk.beforeCall(later -> {});
            throw new org.tagsmith.domain.sync.ConnectorFailure.Throttled(
                "Too many requests", Duration.ofSeconds(40));
          }
        });
    Reconcile waits = turns(OptionalInt.of(200), 3);

    assertThat(waits.state()).isEqualTo(State.WAITING);
    assertThat(waits.problem()).isEqualTo("throttled");
    assertThat(waits.notBefore()).isAfter(trial.states.now().plusSeconds(30));
    assertThat(trial.helpdesk.looks()).isZero();
    letTimePass();
    turn();
    assertThat(turns(2).compared()).isEqualTo(20);
  }

  @Test
  void a_paused_account_is_not_compared() {
    database.execute("update sync_state set paused = true");

    assertThat(turns(OptionalInt.of(200), 3).hasBegun()).isFalse();
    assertThat(trial.helpdesk.looks()).isZero();
  }

  @Test
  void a_key_that_was_revoked_ends_it_as_failed_and_it_goes_on_when_started_again() {
    trial.helpdesk.revokeKey();
    Reconcile failed = turns(OptionalInt.of(200), 1);
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.problem()).isEqualTo("credentials-rejected");

    trial.helpdesk.restoreKey();
    assertThat(review.resume(trial.account.id(), failed.id())).isTrue();

    assertThat(turns(3).state()).isEqualTo(State.DONE);
  }

  @Test
  void a_helpdesk_out_of_reach_is_tried_again_and_given_up_after_some_attempts() {
    trial.helpdesk.unplug(true);
    turns(OptionalInt.of(200), 1);
    for (int i = 1; i < CompareWithHelpdesk.MOST_ATTEMPTS; i++) {
      assertThat(latest().state()).isEqualTo(State.WAITING);
      letTimePass();
      turn();
    }

    assertThat(latest().state()).isEqualTo(State.FAILED);
    assertThat(latest().problem()).isEqualTo("unreachable");
  }

  @Test
  void a_server_that_is_killed_leaves_it_interrupted_and_it_goes_on_where_it_was() {
    database.execute("update ticket set status = 4 where remote_id = 3");
    review.ask(trial.account.id(), OptionalInt.of(200), "mei");
    StoreComparison killed =
        new StoreComparison(reconciles) {
          @Override
          boolean store(
              Reconcile job, String holder, Duration lease, Reconcile.Part part, Comparison found) {
            throw new SyncTrial.Killed("before the transaction");
          }
        };
    assertThat(catchThrowable(() -> comparer(killed).turn(trial.account.id())))
        .isInstanceOf(SyncTrial.Killed.class);
    assertThat(latest().state()).isEqualTo(State.RUNNING);
    assertThat(review.ask(trial.account.id(), OptionalInt.of(200), "mei"))
        .as("while another server might have it")
        .isFalse();

    letTimePass();
    assertThat(latest().state()).isEqualTo(State.INTERRUPTED);
    assertThat(review.resume(trial.account.id(), latest().id())).isTrue();

    assertThat(turns(3).drifted()).isEqualTo(1);
    assertThat(latest().state()).isEqualTo(State.DONE);
  }

  @Test
  void a_server_that_stops_leaves_it_interrupted() {
    review.ask(trial.account.id(), OptionalInt.of(200), "mei");
    Thread.currentThread().interrupt();
    turn();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(latest().state()).isEqualTo(State.INTERRUPTED);
  }

  @Test
  void one_is_due_each_day_and_none_where_that_is_switched_off() {
    turn();
    assertThat(reconciles.latest(trial.account.id())).isEmpty();

    CompareWithHelpdesk daily = comparer(stored(), "P1D");
    daily.turn(trial.account.id());
    assertThat(latest().askedBy()).isNull();
    assertThat(latest().sample()).hasValue(100);
    turns(3);
    daily.turn(trial.account.id());
    assertThat(trial.number("select count(*) from reconcile")).isEqualTo(1);
    database.execute("update reconcile set created_at = now() - interval '25 hours'");
    daily.turn(trial.account.id());

    assertThat(trial.number("select count(*) from reconcile")).isEqualTo(2);
  }

  @Test
  void the_open_drift_is_told_until_it_is_read_again() {
    database.execute("update ticket set status = 4 where remote_id in (3, 4)");
    compare(OptionalInt.empty());

    assertThat(turn()).isEqualTo(2);
    readAgain();

    assertThat(turn()).isZero();
    assertThat(drift()).allSatisfy(each -> assertThat(each.askedAgainAt()).isNotNull());
    assertThat(readAgain()).isZero();
  }

  private void heal() {
    int drifted = drift().size();
    assertThat(readAgain()).isEqualTo(drifted);
    assertThat(trial.countsThatDifferFromARecount()).as("already now").isZero();
    assertThat(trial.looker().lookAtDue(trial.account.id())).isEqualTo(drifted);
    letTimePass();
    Reconcile again = compare(OptionalInt.empty());
    assertThat(again.drifted()).isZero();
    assertThat(again.state()).isEqualTo(State.DONE);
  }

  private int readAgain() {
    return trial.transactions.required(
        () -> review.readAgain(trial.account.id(), latest().id(), "mei"));
  }

  private Reconcile compare(OptionalInt sample) {
    return turns(sample, 3);
  }

  private Reconcile turns(OptionalInt sample, int turns) {
    assertThat(review.ask(trial.account.id(), sample, "mei")).isTrue();
    return turns(turns);
  }

  private Reconcile turns(int turns) {
    for (int i = 0; i < turns; i++) {
      turn();
    }
    return latest();
  }

  private long turn() {
    return comparer(stored(), "0").turn(trial.account.id());
  }

  private CompareWithHelpdesk comparer(StoreComparison store) {
    return comparer(store, "0");
  }

  private CompareWithHelpdesk comparer(StoreComparison store, String every) {
    return new CompareWithHelpdesk(
        trial.accounts,
        new Connectors(List.of(trial.helpdesk)),
        reconciles,
        store,
        trial.states,
        trial.backfills,
        Optional.of(every));
  }

  private StoreComparison stored() {
    return new StoreComparison(reconciles) {
      @Override
      boolean store(
          Reconcile job, String holder, Duration lease, Reconcile.Part part, Comparison found) {
        return trial.transactions.required(() -> super.store(job, holder, lease, part, found));
      }
    };
  }

  private Reconcile latest() {
    return review.latest(trial.account.id()).orElseThrow();
  }

  private List<KeptDrift> drift() {
    return review.drift(latest(), 0);
  }

  private void letTimePass() {
    trial.letTimePass();
    database.execute(
        "update reconcile set not_before = not_before - interval '1 day',"
            + " lease_until = lease_until - interval '1 day'");
  }
}
