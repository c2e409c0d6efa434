package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.plan.PlanRefused;
import org.tagsmith.domain.sync.plan.PlanState;

/**
 * Whatever people do to the tickets and to the plan, in whatever order, and wherever the server is
 * killed: no label of others is lost, and the undo restores what the plan changed.
 */
class WriteBackPlansPropertyTest {
  private static final Set<String> OF_THE_PLAN = Set.of("old", "older", "card");
  private static final List<String> FOREIGN = List.of("vip", "limit", "complaint");
  private static final int TICKETS = 9;
  private static final List<String> MOMENTS =
      List.of(
          "before the commit",
          "after the commit",
          "after claim",
          "after nextDue",
          "after sending",
          "before found",
          "after found",
          "before setAside",
          "after setAside",
          "before written",
          "after written",
          "before release");

  private static DatabaseForTests database;

  @BeforeContainer
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  enum Kind {
    STEP,
    STEP_THEN_KILLED,
    DELAY,
    FOREIGN_ADD,
    FOREIGN_REMOVE,
    TAKE_OLD,
    GIVE_OLD,
    TAKE_CARD,
    GIVE_CARD,
    READ,
    PAUSE,
    RESUME,
    STOP,
    UNDO
  }

  /** A thing that happens. */
  record Event(Kind kind, String moment, int number) {
    long ticket() {
      return 1L + number % TICKETS;
    }

    String foreign() {
      return FOREIGN.get(number % FOREIGN.size());
    }
  }

  @Property(tries = 20)
  void no_label_of_others_is_lost_and_an_undo_restores_what_the_plan_changed(
      @ForAll("tickets") List<Set<String>> tickets,
      @ForAll("events") @Size(max = 30) List<Event> events) {
    PlanTrial trial = new PlanTrial(database, tickets);
    List<Set<String>> foreign = new ArrayList<>(tickets.stream().map(this::foreign).toList());
    Set<Long> spokenAbout = new HashSet<>();
    long plan = start(trial);

    for (Event event : events) {
      happen(trial, plan, event, foreign, spokenAbout);
      assertForeignLabels(trial, foreign);
    }
    trial.sync.helpdesk.carryOut();
    finish(trial, plan);
    assertForeignLabels(trial, foreign);
    attempt(() -> trial.steer.undo(plan, "lead"));
    finish(trial, plan);

    assertForeignLabels(trial, foreign);
    for (long ticket = 1; ticket <= TICKETS; ticket++) {
      if (!spokenAbout.contains(ticket)) {
        Set<String> before = new HashSet<>(tickets.get((int) ticket - 1));
        before.retainAll(OF_THE_PLAN);
        assertThat(ofThePlan(trial.labels(ticket))).as("ticket " + ticket).isEqualTo(before);
      }
    }
  }

  @Provide
  Arbitrary<List<Set<String>>> tickets() {
    Arbitrary<Set<String>> labels =
        Arbitraries.of("old", "older", "card", "vip", "limit").set().ofMinSize(0).ofMaxSize(4);
    return labels
        .list()
        .ofSize(TICKETS)
        .map(
            all -> {
              List<Set<String>> atLeastOne = new ArrayList<>(all);
              atLeastOne.set(0, Set.of("old", "vip"));
              return atLeastOne;
            });
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Kind.STEP, Kind.STEP_THEN_KILLED)),
                Tuple.of(8, Arbitraries.of(Kind.class))),
            Arbitraries.of(MOMENTS),
            Arbitraries.integers().between(0, 40))
        .as(Event::new)
        .list();
  }

  private static long start(PlanTrial trial) {
    long plan = trial.make.make(trial.sync.account.id(), new PlanOrigin(2, null), false, "lead");
    trial.steer.start(plan, "lead");
    return plan;
  }

  private static void happen(
      PlanTrial trial, long plan, Event event, List<Set<String>> foreign, Set<Long> spokenAbout) {
    long ticket = event.ticket();
    int at = (int) ticket - 1;
    switch (event.kind()) {
      case STEP -> step(trial);
      case STEP_THEN_KILLED -> killed(trial, event);
      case DELAY -> trial.sync.helpdesk.delayNextWrite();
      case FOREIGN_ADD -> {
        trial.change(ticket, Set.of(event.foreign()), Set.of());
        foreign.set(at, with(foreign.get(at), event.foreign()));
      }
      case FOREIGN_REMOVE -> {
        trial.change(ticket, Set.of(), Set.of(event.foreign()));
        foreign.set(at, without(foreign.get(at), event.foreign()));
      }
      case TAKE_OLD -> spoken(trial, ticket, Set.of(), Set.of("old", "older"), spokenAbout);
      case GIVE_OLD -> spoken(trial, ticket, Set.of("old"), Set.of(), spokenAbout);
      case TAKE_CARD -> spoken(trial, ticket, Set.of(), Set.of("card"), spokenAbout);
      case GIVE_CARD -> spoken(trial, ticket, Set.of("card"), Set.of(), spokenAbout);
      case READ -> trial.readTickets();
      case PAUSE -> attempt(() -> trial.steer.pause(plan));
      case RESUME -> attempt(() -> trial.steer.resume(plan));
      case STOP -> attempt(() -> trial.steer.stop(plan));
      case UNDO -> attempt(() -> trial.steer.undo(plan, "lead"));
    }
  }

  private static void spoken(
      PlanTrial trial, long ticket, Set<String> add, Set<String> remove, Set<Long> spokenAbout) {
    trial.change(ticket, add, remove);
    spokenAbout.add(ticket);
  }

  private static void killed(PlanTrial trial, Event event) {
    AtomicInteger times = new AtomicInteger();
    trial.sync.fate(
        moment -> {
          if (moment.equals(event.moment()) && times.incrementAndGet() == 1 + event.number() % 3) {
            throw new SyncTrial.Killed(moment);
          }
        });
    step(trial);
    trial.sync.fate(moment -> {});
  }

  private static void step(PlanTrial trial) {
    try {
      trial.step();
    } catch (SyncTrial.Killed killed) {
      assertThat(killed).hasMessageContaining("killed");
    }
    trial.sync.letTimePass();
  }

  private static void attempt(Runnable steering) {
    try {
      steering.run();
    } catch (PlanRefused refused) {
      assertThat(refused.reason()).isIn("wrong-state", "nothing-to-undo");
    }
  }

  /** The bad days are over. */
  private static void finish(PlanTrial trial, long plan) {
    if (trial.state(plan) == PlanState.PAUSED) {
      trial.steer.resume(plan);
    }
    trial.run(plan);
    for (int i = 0; i < 3; i++) {
      step(trial);
    }
    assertThat(trial.state(plan)).isIn(PlanState.FINISHED, PlanState.STOPPED);
  }

  private static void assertForeignLabels(PlanTrial trial, List<Set<String>> foreign) {
    assertThat(
            trial.labels().stream()
                .map(
                    labels -> {
                      labels.removeAll(OF_THE_PLAN);
                      return labels;
                    })
                .toList())
        .isEqualTo(foreign);
  }

  private Set<String> foreign(Set<String> labels) {
    Set<String> rest = new HashSet<>(labels);
    rest.removeAll(OF_THE_PLAN);
    return rest;
  }

  private static Set<String> ofThePlan(Set<String> labels) {
    labels.retainAll(OF_THE_PLAN);
    return labels;
  }

  private static Set<String> with(Set<String> labels, String more) {
    Set<String> all = new HashSet<>(labels);
    all.add(more);
    return all;
  }

  private static Set<String> without(Set<String> labels, String less) {
    Set<String> rest = new HashSet<>(labels);
    rest.remove(less);
    return rest;
  }
}
