package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.DryRun;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.PlannedWrite.Ends;
import org.tagsmith.domain.sync.PlannedWrite.Sends;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.plan.PlanProblem;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.Replacement;
import org.tagsmith.domain.sync.plan.WriteBackPlan;

/** What plans write. On a real database; the helpdesk's tickets are in memory. */
class WriteBackPlansTest {
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
  void a_plan_says_what_is_replaced_on_how_many_tickets_and_writes_nothing() {
    WriteBackPlan plan = trial.plans.find(trial.make()).orElseThrow();

    assertThat(plan.tickets()).isEqualTo(4);
    assertThat(plan.replacements())
        .containsExactly(
            new Replacement("old", "card", PlanTrial.CARD, 3),
            new Replacement("older", "card", PlanTrial.CARD, 2));
    assertThat(plan.state()).isEqualTo(PlanState.READY);
    assertThat(plan.vocabulary()).isEqualTo(3);
    trial.step();
    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
  }

  @Test
  void the_same_comes_from_a_house_tag() {
    long plan = trial.make(new PlanOrigin(null, PlanTrial.CARD), false);

    assertThat(trial.plans.find(plan).orElseThrow().tickets()).isEqualTo(4);
  }

  @Test
  void it_writes_the_one_label_onto_every_ticket_and_leaves_all_others_alone() {
    long plan = trial.start();

    trial.run(plan);

    assertThat(trial.labels())
        .containsExactly(
            Set.of("card", "vip"),
            Set.of("card"),
            Set.of("vip"),
            Set.of("card"),
            Set.of("card"),
            Set.of("card"));
    assertThat(trial.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
    assertThat(trial.sync.helpdesk.writes()).isEqualTo(4);
    trial.step();
    assertThat(trial.sync.helpdesk.writes()).as("nothing twice").isEqualTo(4);
  }

  @Test
  void a_ticket_from_which_somebody_took_the_old_label_gets_no_new_one() {
    long plan = trial.start();
    trial.change(1, Set.of("limit"), Set.of("old"));

    trial.run(plan);

    assertThat(trial.labels(1)).containsOnly("vip", "limit");
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(1, "changed-since"));
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(3, 0, 1, 0, 0, 0, 0));
  }

  @Test
  void closed_tickets_are_written_only_where_the_lead_said_so() {
    database.execute("update ticket set status = 5 where remote_id in (1, 2)");

    long without = trial.make(PlanTrial.VERSION_2, false);
    long with = trial.make(PlanTrial.VERSION_2, true);

    assertThat(trial.plans.find(without).orElseThrow().tickets()).isEqualTo(2);
    assertThat(trial.plans.find(with).orElseThrow().tickets()).isEqualTo(4);
    trial.steer.start(without, "lead");
    trial.run(without);
    assertThat(trial.labels(1)).contains("old");
    trial.steer.start(with, "lead");
    trial.run(with);
    assertThat(trial.labels(1)).containsOnly("card", "vip");
  }

  @Test
  void with_write_back_off_a_plan_can_be_made_and_tried_but_not_started() {
    database.execute("update write_back set mode = 'off'");
    long plan = trial.make();

    assertThat(trial.tryPlan.of(plan).orElseThrow().tickets()).hasSize(4);
    PlanTrial.refuses("write-back-off", () -> trial.steer.start(plan, "lead"));
  }

  @Test
  void switched_off_on_the_way_it_rests_and_goes_on_when_it_is_on_again() {
    long plan = trial.start();
    database.execute("update write_back set mode = 'off'");
    trial.step();
    assertThat(trial.labels()).isEqualTo(PlanTrial.TICKETS);
    database.execute("update write_back set mode = 'automatic'");

    trial.run(plan);

    assertThat(trial.progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void what_the_helpdesk_refuses_is_counted_and_listed_and_the_rest_goes_on() {
    long plan = trial.start();
    trial.sync.helpdesk.delete(2);

    trial.run(plan);

    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(3, 0, 0, 1, 0, 0, 0));
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(2, "deleted"));
  }

  @Test
  void a_demand_to_wait_loses_nothing() {
    long plan = trial.start();
    trial.sync.helpdesk.throttleNext(Duration.ofMinutes(1));

    trial.run(plan);

    assertThat(trial.progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void it_waits_while_others_use_the_limit() {
    trial.start();
    trial.sync.helpdesk.keepWaiting(Duration.ofSeconds(30));

    assertThat(trial.step()).isZero();

    assertThat(trial.sync.helpdesk.askedShares()).containsOnly(50);
  }

  @Test
  void a_plan_that_waits_for_an_admin_takes_nobodys_turn() {
    PlanTrial many = PlanTrial.alike(database, 60);
    database.execute("update write_back set mode = 'review'");
    long plan = many.start();
    for (int i = 0; i < 10; i++) {
      many.step();
    }
    assertThat(many.read.one(plan).progress().held()).isEqualTo(50);
    int asked = many.sync.helpdesk.askedShares().size();

    many.step();

    assertThat(many.sync.helpdesk.askedShares()).hasSize(asked);
  }

  @Test
  void a_dry_run_shows_the_newest_tickets_as_they_are_now_and_writes_nothing() {
    long plan = trial.make();
    trial.change(5, Set.of(), Set.of("older"));

    DryRun run = trial.tryPlan.of(plan).orElseThrow();

    assertThat(run.waiting()).isEqualTo(4);
    assertThat(run.tickets()).extracting(DryRun.Ticket::ticketId).containsExactly(5L, 4L, 2L, 1L);
    assertThat(run.tickets().get(0).plan())
        .isEqualTo(new Ends(new Refused("changed-since", Set.of())));
    assertThat(run.tickets().get(1).plan())
        .isEqualTo(new Sends(new LabelPlan(Set.of(), Set.of("old"))));
    assertThat(trial.sync.helpdesk.writes()).isZero();
    assertThat(trial.sync.number("select count(*) from outbox_entry")).isZero();
  }
}
