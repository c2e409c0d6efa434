package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.plan.PlanProblem;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanState;

/** What plans did is taken back. On a real database; the helpdesk's tickets are in memory. */
class WriteBackPlansUndoneTest {
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
  void an_undo_restores_what_the_plan_changed_and_keeps_what_was_there_before() {
    long plan = trial.start();
    trial.run(plan);

    trial.steer.undo(plan, "lead");
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
    assertThat(trial.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
    PlanTrial.refuses("nothing-to-undo", () -> trial.steer.undo(plan, "lead"));
  }

  @Test
  void an_undo_leaves_tickets_alone_that_somebody_changed_since_and_lists_them() {
    long plan = trial.start();
    trial.run(plan);
    trial.change(1, Set.of("complaint"), Set.of("vip"));
    trial.change(2, Set.of("limit"), Set.of("card"));
    trial.change(4, Set.of("old"), Set.of());
    trial.change(5, Set.of(), Set.of("card"));

    trial.steer.undo(plan, "lead");
    trial.run(plan);

    assertThat(trial.labels(1)).as("others' labels do not matter").containsOnly("old", "complaint");
    assertThat(trial.labels(2)).containsOnly("limit");
    assertThat(trial.labels(4)).containsOnly("card", "old");
    assertThat(trial.labels(5)).isEmpty();
    assertThat(trial.read.problems(plan))
        .containsExactly(
            new PlanProblem(2, "changed-since"),
            new PlanProblem(4, "changed-since"),
            new PlanProblem(5, "changed-since"));
  }

  @Test
  void an_undo_that_was_stopped_is_taken_up_again() {
    long plan = trial.start();
    trial.run(plan);
    trial.steer.undo(plan, "lead");
    AtomicInteger writes = new AtomicInteger();
    trial.sync.helpdesk.beforeCall(
        call -> {
          if (call.equals("written") && writes.incrementAndGet() == 1) {
            trial.steer.stop(plan);
          }
        });
    trial.step();
    trial.sync.helpdesk.beforeCall(call -> {});
    assertThat(trial.progress(plan).changed()).isEqualTo(1);
    assertThat(trial.read.one(plan).toUndo()).isEqualTo(3);

    trial.steer.undo(plan, "lead");
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
    assertThat(trial.plans.find(plan).orElseThrow().tickets()).isEqualTo(4);
  }

  @Test
  void a_refused_change_that_is_tried_again_knows_what_was_begun() {
    long plan = trial.start();
    trial.sync.helpdesk.delayNextWrite();
    trial.step();
    trial.sync.helpdesk.delete(1);
    trial.sync.letTimePass();
    trial.run(plan);
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(1, "deleted"));
    trial.sync.helpdesk.relabel(1, Set.of("card", "vip"));
    trial.tryAgain();
    trial.step();
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));

    trial.steer.undo(plan, "lead");
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
  }
}
