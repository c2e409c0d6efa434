package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.DryRun;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.PlannedWrite.Ends;
import org.tagsmith.domain.sync.PlannedWrite.Sends;
import org.tagsmith.domain.sync.UnwrittenLabel;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.plan.PlanProblem;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanRefused;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.Replacement;
import org.tagsmith.domain.sync.plan.WriteBackPlan;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;

/** Plans on a real database; the helpdesk's tickets are in memory. */
class WriteBackPlansTest {
  private static final PlanOrigin VERSION_2 = new PlanOrigin(2, null);
  private static final int LIMIT = 3;
  private static final Alias OLD = new Alias("old", PlanTrial.CARD);
  private static final Alias OLDER = new Alias("older", PlanTrial.CARD);
  private static final List<Set<String>> TICKETS =
      List.of(
          Set.of("old", "vip"),
          Set.of("older", "old"),
          Set.of("vip"),
          Set.of("old", "card"),
          Set.of("older"),
          Set.of("card"));

  private static DatabaseForTests database;

  private final PlanTrial trial = new PlanTrial(database, TICKETS);

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
    WriteBackPlan plan = trial.plans.find(make()).orElseThrow();

    assertThat(plan.tickets()).isEqualTo(4);
    assertThat(plan.replacements())
        .containsExactly(
            new Replacement("old", "card", PlanTrial.CARD, 3),
            new Replacement("older", "card", PlanTrial.CARD, 2));
    assertThat(plan.state()).isEqualTo(PlanState.READY);
    assertThat(plan.vocabulary()).isEqualTo(3);
    trial.step();
    assertThat(trial.labels()).isEqualTo(TICKETS);
  }

  @Test
  void the_same_comes_from_a_house_tag() {
    long plan = make(new PlanOrigin(null, PlanTrial.CARD), false);

    assertThat(trial.plans.find(plan).orElseThrow().tickets()).isEqualTo(4);
  }

  @Test
  void it_writes_the_one_label_onto_every_ticket_and_leaves_all_others_alone() {
    long plan = start();

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
    assertThat(progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
    assertThat(trial.sync.helpdesk.writes()).isEqualTo(4);
    trial.step();
    assertThat(trial.sync.helpdesk.writes()).as("nothing twice").isEqualTo(4);
  }

  @Test
  void an_undo_restores_what_the_plan_changed_and_keeps_what_was_there_before() {
    long plan = start();
    trial.run(plan);

    trial.steer.undo(plan, "lead");
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(TICKETS);
    assertThat(trial.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
    refuses("nothing-to-undo", () -> trial.steer.undo(plan, "lead"));
  }

  @Test
  void an_undo_leaves_tickets_alone_that_somebody_changed_since_and_lists_them() {
    long plan = start();
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
  void a_ticket_from_which_somebody_took_the_old_label_gets_no_new_one() {
    long plan = start();
    trial.change(1, Set.of("limit"), Set.of("old"));

    trial.run(plan);

    assertThat(trial.labels(1)).containsOnly("vip", "limit");
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(1, "changed-since"));
    assertThat(progress(plan)).isEqualTo(new PlanProgress(3, 0, 1, 0, 0, 0, 0));
  }

  @Test
  void closed_tickets_are_written_only_where_the_lead_said_so() {
    database.execute("update ticket set status = 5 where remote_id in (1, 2)");

    long without = make(VERSION_2, false);
    long with = make(VERSION_2, true);

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
    long plan = make();

    assertThat(trial.tryPlan.of(plan).orElseThrow().tickets()).hasSize(4);
    refuses("write-back-off", () -> trial.steer.start(plan, "lead"));
  }

  @Test
  void switched_off_on_the_way_it_rests_and_goes_on_when_it_is_on_again() {
    long plan = start();
    database.execute("update write_back set mode = 'off'");
    trial.step();
    assertThat(trial.labels()).isEqualTo(TICKETS);
    database.execute("update write_back set mode = 'automatic'");

    trial.run(plan);

    assertThat(progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void in_review_an_admin_releases_ticket_by_ticket() {
    database.execute("update write_back set mode = 'review'");
    long plan = start();

    trial.run(plan);
    assertThat(progress(plan)).isEqualTo(new PlanProgress(0, 0, 0, 0, 0, 0, 4));
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
    assertThat(progress(plan)).isEqualTo(new PlanProgress(3, 0, 0, 0, 1, 0, 0));
    assertThat(trial.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(5, "dropped"));
  }

  @Test
  void what_people_decided_goes_before_what_a_plan_does() {
    start();
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
  void of_an_account_one_plan_runs_at_a_time() {
    start();
    long second = make();

    refuses("plan-running", () -> trial.steer.start(second, "lead"));
  }

  @Test
  void paused_it_begins_no_more_tickets_and_resumed_it_goes_on_where_it_was() {
    long plan = start();
    trial.steer.pause(plan);
    trial.step();
    assertThat(trial.labels()).isEqualTo(TICKETS);
    refuses("wrong-state", () -> trial.steer.pause(plan));

    trial.steer.resume(plan);
    trial.run(plan);

    assertThat(progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void stopped_it_drops_what_nobody_began_to_write_and_what_was_written_can_be_undone() {
    long plan = start();
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
    assertThat(progress(plan)).isEqualTo(new PlanProgress(2, 0, 0, 0, 0, 0, 0));
    refuses("wrong-state", () -> trial.steer.resume(plan));
    trial.steer.undo(plan, "lead");
    trial.run(plan);
    assertThat(trial.labels()).isEqualTo(TICKETS);
  }

  @Test
  void an_undo_that_was_stopped_is_taken_up_again() {
    long plan = start();
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
    assertThat(progress(plan).changed()).isEqualTo(1);
    assertThat(trial.read.one(plan).toUndo()).isEqualTo(3);

    trial.steer.undo(plan, "lead");
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(TICKETS);
    assertThat(progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
    assertThat(trial.plans.find(plan).orElseThrow().tickets()).isEqualTo(4);
  }

  @Test
  void an_account_that_is_disconnected_pauses_its_plan() {
    long plan = start();

    SyncStoresForTests.connections(database.dataSource()).disconnect(trial.sync.account.id());

    assertThat(trial.state(plan)).isEqualTo(PlanState.PAUSED);
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
    long plan = start();
    for (int time = 1; time <= 2; time++) {
      killAt(step, time);
      trial.sync.letTimePass();
    }
    trial.run(plan);
    assertThat(trial.sync.helpdesk.writes()).isEqualTo(4);
    assertThat(progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));

    trial.steer.undo(plan, "lead");
    for (int time = 1; time <= 2; time++) {
      killAt(step, time);
      trial.sync.letTimePass();
    }
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(TICKETS);
    assertThat(trial.sync.helpdesk.writes()).isEqualTo(8);
  }

  @Test
  void what_the_helpdesk_refuses_is_counted_and_listed_and_the_rest_goes_on() {
    long plan = start();
    trial.sync.helpdesk.delete(2);

    trial.run(plan);

    assertThat(progress(plan)).isEqualTo(new PlanProgress(3, 0, 0, 1, 0, 0, 0));
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(2, "deleted"));
  }

  @Test
  void a_demand_to_wait_loses_nothing() {
    long plan = start();
    trial.sync.helpdesk.throttleNext(Duration.ofMinutes(1));

    trial.run(plan);

    assertThat(progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void it_waits_while_others_use_the_limit() {
    start();
    trial.sync.helpdesk.keepWaiting(Duration.ofSeconds(30));

    assertThat(trial.step()).isZero();

    assertThat(trial.sync.helpdesk.askedShares()).containsOnly(50);
  }

  @Test
  void a_dry_run_shows_the_newest_tickets_as_they_are_now_and_writes_nothing() {
    long plan = make();
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

  @Test
  void what_cannot_be_is_refused_with_a_reason() {
    refuses("unknown-version", () -> make(new PlanOrigin(9, null), false));
    refuses("unknown-tag", () -> make(new PlanOrigin(null, 9), false));
    refuses("tag-is-retired", () -> make(new PlanOrigin(null, 2), false));
    refuses("nothing-to-write", () -> make(new PlanOrigin(3, null), false));
    refuses("unknown-plan", () -> trial.steer.start(99, "lead"));
    long plan = make();
    refuses("wrong-state", () -> trial.steer.undo(plan, "lead"));
    trial.steer.stop(plan);
    refuses("wrong-state", () -> trial.steer.start(plan, "lead"));
    refuses("nothing-to-undo", () -> trial.steer.undo(plan, "lead"));
  }

  @Test
  void what_a_plan_does_does_not_stand_among_the_labels_that_agents_wait_for() {
    start();
    trial.sync.helpdesk.unplug(true);
    trial.step();
    assertThat(unwritten(1)).as("on its way").isEmpty();
    trial.sync.helpdesk.unplug(false);
    trial.sync.helpdesk.delete(1);
    trial.sync.letTimePass();
    trial.step();
    assertThat(trial.sync.outbox.count(trial.sync.account.id()).refused()).isEqualTo(1);
    assertThat(unwritten(1)).as("refused").isEmpty();

    decide(1, Set.of("urgent"), Set.of());

    assertThat(unwritten(1)).extracting(UnwrittenLabel::label).containsExactly("urgent");
  }

  @ParameterizedTest
  @CsvSource({"'', old, vip", "'', card, old vip", "old, '', old vip"})
  void where_a_person_decided_otherwise_meanwhile_that_counts_and_the_plan_writes_nothing(
      String add, String remove, String labels) {
    long plan = start();
    decide(1, words(add), words(remove));
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
    assertThat(progress(plan)).isEqualTo(new PlanProgress(3, 0, 1, 0, 0, 0, 0));
    assertThat(looks).as("at the other three").hasValue(3);
  }

  @Test
  void a_ticket_that_a_plan_had_begun_keeps_its_notes_whatever_a_person_decides_then() {
    long plan = start();
    killAt("after found", 1);
    trial.sync.letTimePass();
    decide(1, Set.of(), Set.of("card"));

    trial.run(plan);

    assertThat(trial.labels(1)).containsOnly("vip");
    assertThat(progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void a_refused_change_that_is_tried_again_knows_what_was_begun() {
    long plan = start();
    trial.sync.helpdesk.delayNextWrite();
    trial.step();
    trial.sync.helpdesk.delete(1);
    trial.sync.letTimePass();
    trial.run(plan);
    assertThat(trial.read.problems(plan)).containsExactly(new PlanProblem(1, "deleted"));
    trial.sync.helpdesk.relabel(1, Set.of("card", "vip"));
    tryAgain(trial);
    trial.step();
    assertThat(progress(plan)).isEqualTo(new PlanProgress(4, 0, 0, 0, 0, 0, 0));

    trial.steer.undo(plan, "lead");
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(TICKETS);
  }

  @Test
  void of_a_plan_whose_every_ticket_is_refused_no_more_than_fifty_are_tried() {
    PlanTrial many = alike(60);
    long plan = start(many);
    delete(many, 1, 60);

    many.run(plan);

    assertThat(many.state(plan)).isEqualTo(PlanState.PAUSED);
    assertThat(many.read.one(plan).progress()).isEqualTo(new PlanProgress(0, 0, 0, 50, 0, 0, 0));
    for (long ticket = 1; ticket <= 60; ticket++) {
      many.sync.helpdesk.relabel(ticket, Set.of("old"));
    }
    tryAgain(many);
    many.steer.resume(plan);
    many.run(plan);
    assertThat(many.state(plan)).isEqualTo(PlanState.FINISHED);
    assertThat(many.read.one(plan).progress()).isEqualTo(new PlanProgress(60, 0, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"60, 2, a ticket that it could write", "50, 1, none that is left"})
  void a_plan_with_many_refusals_comes_to_its_end_with(int tickets, int firstRefused, String why) {
    PlanTrial many = alike(tickets);
    long plan = start(many);
    delete(many, firstRefused, tickets);

    many.run(plan);

    assertThat(many.state(plan)).as(why).isEqualTo(PlanState.FINISHED);
    assertThat(many.read.one(plan).progress().refused()).isEqualTo(tickets - firstRefused + 1);
  }

  @Test
  void a_plan_that_waits_for_an_admin_takes_nobodys_turn() {
    PlanTrial many = alike(60);
    database.execute("update write_back set mode = 'review'");
    long plan = start(many);
    for (int i = 0; i < 10; i++) {
      many.step();
    }
    assertThat(many.read.one(plan).progress().held()).isEqualTo(50);
    int asked = many.sync.helpdesk.askedShares().size();

    many.step();

    assertThat(many.sync.helpdesk.askedShares()).hasSize(asked);
  }

  @Test
  void a_plan_whose_labels_mean_something_else_by_now_is_not_started() {
    HouseTag limit = PlanTrial.tag(LIMIT, "Limit", false);
    long plan = make();

    trial.publish(List.of(PlanTrial.CARD_TAG, limit), new Alias("old", LIMIT), OLDER);
    refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    trial.publish(List.of(PlanTrial.CARD_TAG), OLDER);
    refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    trial.publish(List.of(PlanTrial.tag(PlanTrial.CARD, "Card", true)), OLD, OLDER);
    refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    trial.publish(
        List.of(PlanTrial.tag(PlanTrial.CARD, "Bank_Card", false), limit),
        OLD,
        OLDER,
        new Alias("card", LIMIT));
    refuses("meaning-changed", () -> trial.steer.start(plan, "lead"));
    assertThat(trial.state(plan)).isEqualTo(PlanState.READY);

    trial.publish(List.of(PlanTrial.CARD_TAG, limit), OLD, OLDER);
    trial.steer.start(plan, "lead");
    trial.run(plan);
    assertThat(progress(plan).changed()).isEqualTo(4);
  }

  @Test
  void nor_is_it_resumed_but_its_undo_is() {
    long plan = start();
    trial.steer.pause(plan);
    trial.publish(List.of(PlanTrial.CARD_TAG), OLDER);
    refuses("meaning-changed", () -> trial.steer.resume(plan));
    assertThat(trial.state(plan)).isEqualTo(PlanState.PAUSED);

    trial.publish(List.of(PlanTrial.CARD_TAG), OLD, OLDER);
    trial.steer.resume(plan);
    trial.run(plan);
    trial.publish(List.of(PlanTrial.CARD_TAG));
    trial.steer.undo(plan, "lead");
    trial.steer.pause(plan);
    trial.steer.resume(plan);
    trial.run(plan);

    assertThat(trial.labels()).isEqualTo(TICKETS);
  }

  private long start() {
    return start(trial);
  }

  private static long start(PlanTrial on) {
    long plan = on.make.make(on.sync.account.id(), VERSION_2, false, "lead");
    on.steer.start(plan, "lead");
    return plan;
  }

  private static PlanTrial alike(int tickets) {
    return new PlanTrial(database, Collections.nCopies(tickets, Set.of("old")));
  }

  private static void delete(PlanTrial on, long first, long last) {
    for (long ticket = first; ticket <= last; ticket++) {
      on.sync.helpdesk.delete(ticket);
    }
  }

  private static void tryAgain(PlanTrial on) {
    SyncStoresForTests.deadLetters(database.dataSource())
        .retryAll(on.sync.account.id(), Long.MAX_VALUE, "mei");
  }

  private void decide(long ticket, Set<String> add, Set<String> remove) {
    trial.sync.outbox.enqueue(new TicketId(trial.sync.account.id(), ticket), add, remove, "anna");
  }

  private List<UnwrittenLabel> unwritten(long ticket) {
    return trial.sync.outbox.unwritten(new TicketId(trial.sync.account.id(), ticket));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  private long make() {
    return make(VERSION_2, false);
  }

  private long make(PlanOrigin origin, boolean closedToo) {
    return trial.make.make(trial.sync.account.id(), origin, closedToo, "lead");
  }

  private PlanProgress progress(long plan) {
    return trial.read.one(plan).progress();
  }

  private void killAt(String step, int time) {
    AtomicInteger times = new AtomicInteger();
    trial.sync.fate(
        moment -> {
          if (moment.equals(step) && times.incrementAndGet() == time) {
            throw new SyncTrial.Killed(step);
          }
        });
    Throwable killed = catchThrowable(trial::step);
    trial.sync.fate(moment -> {});
    assertThat(killed != null).as("killed").isEqualTo(times.get() >= time);
  }

  private static void refuses(String reason, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            PlanRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
