package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.sync.plan.PauseReason;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;

/** How plans are started, paused and stopped, by people and by themselves. */
class WriteBackPlansSteeredTest {
  private static final int LIMIT = 3;
  private static final HouseTag LIMIT_TAG = PlanTrial.tag(LIMIT, "Limit", false);

  private static DatabaseForTests database;

  private final PlanTrial trial = new PlanTrial(database, PlanTrial.TICKETS);

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void what_cannot_be_is_refused_with_a_reason() {
    PlanTrial.refuses("unknown-version", () -> trial.make(new PlanOrigin(9, null), false));
    PlanTrial.refuses("unknown-tag", () -> trial.make(new PlanOrigin(null, 9), false));
    PlanTrial.refuses("tag-is-retired", () -> trial.make(new PlanOrigin(null, 2), false));
    PlanTrial.refuses("nothing-to-write", () -> trial.make(new PlanOrigin(3, null), false));
    PlanTrial.refuses("unknown-plan", () -> trial.steer.start(99, "lead"));
    long plan = trial.make();
    PlanTrial.refuses("wrong-state", () -> trial.steer.undo(plan, "lead"));
    trial.steer.stop(plan);
    PlanTrial.refuses("wrong-state", () -> trial.steer.start(plan, "lead"));
    PlanTrial.refuses("nothing-to-undo", () -> trial.steer.undo(plan, "lead"));
  }

  @Test
  void of_an_account_one_plan_runs_at_a_time() {
    trial.start();
    long second = trial.make();

    PlanTrial.refuses("plan-running", () -> trial.steer.start(second, "lead"));
  }

  @Test
  void paused_it_begins_no_more_tickets_and_resumed_it_goes_on_where_it_was() {
    long plan = trial.start();
    trial.steer.pause(plan);
    trial.step();
    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
    PlanTrial.refuses("wrong-state", () -> trial.steer.pause(plan));
    assertThat(trial.pauseReason(plan)).as("a person wished it").isNull();

    trial.steer.resume(plan);
    trial.run(plan);

    assertThat(trial.progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void stopped_it_drops_what_nobody_began_to_write_and_what_was_written_can_be_undone() {
    long plan = trial.start();
    AtomicInteger writes = new AtomicInteger();
    trial.sync.helpdesk.beforeCall(
        call -> {
          if (call.equals("written") && writes.incrementAndGet() == 2) {
            trial.steer.stop(plan);
          }
        });
    trial.step();
    trial.sync.helpdesk.beforeCall(call -> {});

    assertThat(trial.state(plan)).isEqualTo(PlanState.STOPPED);
    assertThat(trial.labels(1)).contains("card");
    assertThat(trial.labels(2)).contains("card");
    assertThat(trial.labels(5)).containsOnly("older");
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(2, 0, 0, 0, 0, 0, 0));
    PlanTrial.refuses("wrong-state", () -> trial.steer.resume(plan));
    trial.steer.undo(plan, "lead");
    trial.run(plan);
    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
  }

  @Test
  void an_account_that_is_disconnected_pauses_its_plan() {
    long plan = trial.start();

    SyncStoresForTests.connections(database.dataSource()).disconnect(trial.sync.account.id());

    assertThat(trial.state(plan)).isEqualTo(PlanState.PAUSED);
    assertThat(trial.pauseReason(plan)).isEqualTo(PauseReason.DISCONNECTED);
  }

  @Test
  void of_a_plan_whose_every_ticket_is_refused_no_more_than_fifty_are_tried() {
    PlanTrial many = PlanTrial.alike(database, 60);
    long plan = many.start();
    many.delete(1, 60);

    many.run(plan);

    assertThat(many.state(plan)).isEqualTo(PlanState.PAUSED);
    assertThat(many.pauseReason(plan)).isEqualTo(PauseReason.ALL_REFUSED);
    assertThat(many.read.one(plan).progress()).isEqualTo(new PlanProgress(0, 0, 0, 50, 0, 0, 0));
    for (long ticket = 1; ticket <= 60; ticket++) {
      many.sync.helpdesk.relabel(ticket, Set.of("old"));
    }
    many.tryAgain();
    many.steer.resume(plan);
    assertThat(many.pauseReason(plan)).isNull();
    many.run(plan);
    assertThat(many.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(many.read.one(plan).progress()).isEqualTo(new PlanProgress(60, 0, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"60, 2, a ticket that it could write", "50, 1, none that is left"})
  void a_plan_with_many_refusals_comes_to_its_end_with(int tickets, int firstRefused, String why) {
    PlanTrial many = PlanTrial.alike(database, tickets);
    long plan = many.start();
    many.delete(firstRefused, tickets);

    many.run(plan);

    assertThat(many.state(plan)).as(why).isEqualTo(PlanState.FINISHED);
    assertThat(many.read.one(plan).progress().refused()).isEqualTo(tickets - firstRefused + 1);
  }

  @Test
  void a_plan_whose_labels_mean_something_else_by_now_is_not_started() {
    long plan = trial.make();

    trial.publish(List.of(PlanTrial.CARD_TAG, LIMIT_TAG), new Alias("old", LIMIT), PlanTrial.OLDER);
    PlanTrial.refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    trial.publish(List.of(PlanTrial.CARD_TAG), PlanTrial.OLDER);
    PlanTrial.refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    trial.publish(
        List.of(PlanTrial.tag(PlanTrial.CARD, "Card", true)), PlanTrial.OLD, PlanTrial.OLDER);
    PlanTrial.refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    trial.publish(
        List.of(PlanTrial.tag(PlanTrial.CARD, "Bank_Card", false), LIMIT_TAG),
        PlanTrial.OLD,
        PlanTrial.OLDER,
        new Alias("card", LIMIT));
    PlanTrial.refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    assertThat(trial.state(plan)).isEqualTo(PlanState.READY);

    trial.publish(List.of(PlanTrial.CARD_TAG, LIMIT_TAG), PlanTrial.OLD, PlanTrial.OLDER);
    trial.steer.start(plan, "lead");
    trial.run(plan);
    assertThat(trial.progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void nor_is_it_resumed_but_its_undo_is() {
    long plan = trial.start();
    trial.steer.pause(plan);
    trial.publish(List.of(PlanTrial.CARD_TAG), PlanTrial.OLDER);
    PlanTrial.refuses("meaning-changed", () -> trial.steer.resume(plan));
    assertThat(trial.state(plan)).isEqualTo(PlanState.PAUSED);

    trial.publish(List.of(PlanTrial.CARD_TAG), PlanTrial.OLD, PlanTrial.OLDER);
    trial.steer.resume(plan);
    trial.run(plan);
    trial.publish(List.of(PlanTrial.CARD_TAG));
    trial.steer.undo(plan, "lead");
    trial.steer.pause(plan);
    trial.steer.resume(plan);
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
  }

  @Test
  void one_that_runs_pauses_when_its_labels_come_to_mean_something_else_and_says_why() {
    PlanTrial many = PlanTrial.alike(database, 20);
    long plan = many.start();
    many.step();
    List<Set<String>> then = many.labels();
    assertThat(then).contains(Set.of("card"), Set.of("old"));

    many.publish(List.of(PlanTrial.CARD_TAG, LIMIT_TAG), new Alias("old", LIMIT), PlanTrial.OLDER);
    many.run(plan);

    assertThat(many.state(plan)).isEqualTo(PlanState.PAUSED);
    assertThat(many.pauseReason(plan)).isEqualTo(PauseReason.MEANING_CHANGED);
    assertThat(many.labels()).isEqualTo(then);
    PlanTrial.refuses("meaning-changed", () -> many.steer.resume(plan));
    many.publish(List.of(PlanTrial.CARD_TAG), PlanTrial.OLD, PlanTrial.OLDER);
    many.steer.resume(plan);
    many.run(plan);
    assertThat(many.progress(plan)).isEqualTo(new PlanProgress(20, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void what_it_handed_out_for_review_then_is_taken_in_and_has_its_turn_later() {
    database.execute("update write_back set mode = 'review'");
    long plan = trial.start();
    trial.step();
    assertThat(trial.progress(plan).held()).isEqualTo(4);

    trial.publish(List.of(PlanTrial.tag(PlanTrial.CARD, "Card", true)), PlanTrial.OLD);
    trial.step();

    assertThat(trial.pauseReason(plan)).isEqualTo(PauseReason.MEANING_CHANGED);
    assertThat(trial.progress(plan)).isEqualTo(PlanProgress.NONE);
    trial.publish(List.of(PlanTrial.CARD_TAG), PlanTrial.OLD, PlanTrial.OLDER);
    database.execute("update write_back set mode = 'automatic'");
    trial.steer.resume(plan);
    trial.run(plan);
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void a_publication_that_leaves_its_labels_what_they_mean_stops_no_plan_and_none_stops_an_undo() {
    long plan = trial.start();
    trial.publish(List.of(PlanTrial.CARD_TAG, LIMIT_TAG), PlanTrial.OLD, PlanTrial.OLDER);
    trial.run(plan);
    assertThat(trial.progress(plan).changed()).isEqualTo(4);

    trial.steer.undo(plan, "lead");
    trial.publish(List.of(PlanTrial.CARD_TAG));
    trial.run(plan);

    assertThat(trial.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
  }

  @Test
  void a_list_of_many_plans_asks_the_database_no_more_often_than_one_of_few() {
    long undone = trial.start();
    trial.run(undone);
    trial.readTickets();
    trial.steer.undo(undone, "lead");
    trial.run(undone);
    trial.readTickets();
    long paused = trial.start();
    trial.steer.pause(paused);
    int few = trial.questionsOf(() -> assertThat(trial.read.newest()).hasSize(2));
    for (int i = 0; i < 20; i++) {
      trial.steer.pause(trial.start());
    }

    assertThat(trial.questionsOf(() -> assertThat(trial.read.newest()).hasSize(22))).isEqualTo(few);

    trial.steer.resume(paused);
    trial.run(paused);
    assertThat(trial.read.newest())
        .filteredOn(each -> each.plan().id() == undone || each.plan().id() == paused)
        .extracting(each -> each.progress().changed(), each -> each.toUndo())
        .containsExactly(tuple(4L, 4L), tuple(4L, 0L));
  }
}
