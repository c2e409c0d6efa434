package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.plan.PlanProgress;

/** Plans whose server is killed. On a real database; the helpdesk's tickets are in memory. */
class WriteBackPlansKilledTest {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before the commit",
        "after the commit",
        "after claim",
        "before found",
        "after found",
        "before written",
        "after written",
        "before release"
      })
  void a_kill_at_any_step_writes_nothing_twice_and_the_undo_is_exact(String step) {
    long plan = trial.start();
    for (int time = 1; time <= 2; time++) {
      trial.killAt(step, time);
      trial.sync.letTimePass();
    }
    trial.run(plan);
    assertThat(trial.sync.helpdesk.writes()).isEqualTo(4);
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));

    trial.steer.undo(plan, "lead");
    for (int time = 1; time <= 2; time++) {
      trial.killAt(step, time);
      trial.sync.letTimePass();
    }
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
    assertThat(trial.sync.helpdesk.writes()).isEqualTo(8);
  }

  @Test
  void a_ticket_that_a_plan_had_begun_keeps_its_notes_whatever_a_person_decides_then() {
    long plan = trial.start();
    trial.killAt("after found", 1);
    trial.sync.letTimePass();
    trial.decide(1, Set.of(), Set.of("card"));

    trial.run(plan);

    assertThat(trial.labels(1)).containsOnly("vip");
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
  }
}
