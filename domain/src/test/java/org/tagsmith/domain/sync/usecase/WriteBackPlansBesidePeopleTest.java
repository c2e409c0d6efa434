package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.UnwrittenLabel;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.sync.plan.PlanProblem;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.ticket.TicketId;

/** Plans and people who decide about the same tickets. */
class WriteBackPlansBesidePeopleTest {
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
  void in_review_an_admin_releases_ticket_by_ticket() {
    database.execute("update write_back set mode = 'review'");
    long plan = trial.start();

    trial.run(plan);
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(0, 0, 0, 0, 0, 0, 4));
    ReviewChanges review =
        new ReviewChanges(
            new FindAccount(
                trial.sync.accounts,
                new OperatorsAccounts(new Connectors(List.of(trial.sync.helpdesk)))),
            SyncStoresForTests.heldChanges(database.dataSource()));
    review
        .list(trial.sync.account.id())
        .forEach(
            held -> {
              long ticket = held.changes().ticketId();
              if (ticket == 5) {
                review.drop(trial.sync.account.id(), ticket, held.upTo());
              } else {
                review.release(trial.sync.account.id(), ticket, held.upTo());
              }
            });
    trial.run(plan);

    assertThat(trial.labels(1)).containsOnly("card", "vip");
    assertThat(trial.labels(5)).containsOnly("older");
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(3, 0, 0, 0, 1, 0, 0));
    assertThat(trial.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(5, "dropped"));
  }

  @Test
  void what_people_decided_goes_before_what_a_plan_does() {
    trial.start();
    List<Long> order = new ArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    trial.sync.helpdesk.beforeCall(
        call -> {
          if (call.equals("plan") && calls.incrementAndGet() == 1) {
            trial.sync.outbox.enqueue(
                new TicketId(trial.sync.account.id(), 6), Set.of("urgent"), Set.of(), "anna");
          }
          if (call.equals("written")) {
            order.add(trial.labels(6).contains("urgent") ? 6L : 0L);
          }
        });

    trial.step();

    assertThat(order.get(0)).as("the one at hand").isZero();
    assertThat(order.get(1)).as("then the agent's").isEqualTo(6L);
    assertThat(trial.labels(6)).containsOnly("card", "urgent");
  }

  @Test
  void what_a_plan_does_does_not_stand_among_the_labels_that_agents_wait_for() {
    trial.start();
    trial.sync.helpdesk.unplug(true);
    trial.step();
    assertThat(trial.unwritten(1)).as("on its way").isEmpty();
    trial.sync.helpdesk.unplug(false);
    trial.sync.helpdesk.delete(1);
    trial.sync.letTimePass();
    trial.step();
    assertThat(trial.sync.outbox.count(trial.sync.account.id()).refused()).isEqualTo(1);
    assertThat(trial.unwritten(1)).as("refused").isEmpty();

    trial.decide(1, Set.of("urgent"), Set.of());

    assertThat(trial.unwritten(1)).extracting(UnwrittenLabel::label).containsExactly("urgent");
  }

  @ParameterizedTest
  @CsvSource({"'', old, vip", "'', card, old vip", "old, '', old vip"})
  void where_a_person_decided_otherwise_meanwhile_that_counts_and_the_plan_writes_nothing(
      String add, String remove, String labels) {
    long plan = trial.start();
    trial.decide(1, words(add), words(remove));
    AtomicInteger looks = new AtomicInteger();
    trial.sync.helpdesk.beforeCall(
        call -> {
          if (call.equals("plan")) {
            looks.incrementAndGet();
          }
        });

    trial.run(plan);

    assertThat(trial.labels(1)).isEqualTo(words(labels));
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(1, "changed-since"));
    assertThat(trial.progress(plan)).isEqualTo(new PlanProgress(3, 0, 1, 0, 0, 0, 0));
    assertThat(looks).as("at the other three").hasValue(3);
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }
}
