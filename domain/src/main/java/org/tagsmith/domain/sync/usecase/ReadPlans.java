package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.Steering;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;
import org.tagsmith.domain.sync.WriteBackMode;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanProblem;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanRefused;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.WriteBackPlan;

/** Tells which plans there are and how far each is. Asks no helpdesk. */
@ApplicationScoped
public class ReadPlans {
  private static final int MOST_SHOWN = 50;

  /** So many tickets that a plan left alone are listed. */
  public static final int MOST_PROBLEMS = 200;

  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;
  private final ConnectionRepository connections;
  private final BackfillRepository backfills;
  private final SyncStateRepository states;
  private final PlanRepository plans;
  private final PlanEntries entries;

  @Inject
  ReadPlans(
      HelpdeskAccountRepository accounts,
      Connectors connectors,
      ConnectionRepository connections,
      BackfillRepository backfills,
      SyncStateRepository states,
      PlanRepository plans,
      PlanEntries entries) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.connections = connections;
    this.backfills = backfills;
    this.states = states;
    this.plans = plans;
    this.entries = entries;
  }

  /** For the container's proxy. */
  protected ReadPlans() {
    this.accounts = null;
    this.connectors = null;
    this.connections = null;
    this.backfills = null;
    this.states = null;
    this.plans = null;
    this.entries = null;
  }

  /**
   * A plan as it stands.
   *
   * @param account whose tickets it writes
   * @param mode what becomes of changes on their way to the account
   * @param remaining about how long the rest takes; null while nothing honest can be said, and when
   *     it is over
   * @param toUndo tickets that it changed and whose undo was not begun; 0 while it is undone
   */
  public record Standing(
      WriteBackPlan plan,
      HelpdeskAccount account,
      WriteBackMode mode,
      PlanProgress progress,
      Duration remaining,
      long toUndo) {}

  /** The newest plans of connected accounts, those that run first. */
  @Transactional
  public List<Standing> newest() {
    return standings(plans.newest(MOST_SHOWN));
  }

  /**
   * One plan.
   *
   * @throws PlanRefused {@code unknown-plan}
   */
  @Transactional
  public Standing one(long id) {
    return standings(List.of(find(id))).get(0);
  }

  /**
   * The tickets that a plan, or its undo, left as they were: the first 200.
   *
   * @throws PlanRefused {@code unknown-plan}
   */
  @Transactional
  public List<PlanProblem> problems(long id) {
    return entries.problems(id, find(id).takingBack(), MOST_PROBLEMS);
  }

  private WriteBackPlan find(long id) {
    return plans
        .find(id)
        .orElseThrow(() -> new PlanRefused("unknown-plan", "There is no plan " + id + "."));
  }

  /** What a plan's account says about all of its plans. */
  private record Helpdesk(
      HelpdeskAccount account, WriteBackMode mode, OptionalInt callsPerMinute, int share) {}

  /** By as many questions as there are accounts, however many plans there are. */
  private List<Standing> standings(List<WriteBackPlan> wanted) {
    List<Long> undone =
        wanted.stream().filter(ReadPlans::isUndoOver).map(WriteBackPlan::id).toList();
    Map<Long, PlanProgress> progress =
        entries.progress(wanted.stream().map(WriteBackPlan::id).toList());
    Map<Long, Long> left = undone.isEmpty() ? Map.of() : entries.countNotTakenBack(undone);
    Map<HelpdeskAccountId, Helpdesk> helpdesks = new HashMap<>();
    Instant now = states.now();
    List<Standing> standings = new ArrayList<>();
    for (WriteBackPlan plan : wanted) {
      Helpdesk helpdesk = helpdesks.computeIfAbsent(plan.account(), this::helpdesk);
      PlanProgress done = progress.getOrDefault(plan.id(), PlanProgress.NONE);
      standings.add(
          new Standing(
              plan,
              helpdesk.account(),
              helpdesk.mode(),
              done,
              isOver(plan) ? null : remaining(plan, helpdesk, done, now),
              plan.takingBack() ? left.getOrDefault(plan.id(), 0L) : done.changed()));
    }
    return standings;
  }

  private Helpdesk helpdesk(HelpdeskAccountId id) {
    HelpdeskAccount account = accounts.find(id).orElseThrow();
    return new Helpdesk(
        account,
        connections.steering(id).map(Steering::writeBack).orElse(WriteBackMode.OFF),
        callsPerMinute(account),
        backfills.share(id));
  }

  private static boolean isOver(WriteBackPlan plan) {
    return plan.state() == PlanState.FINISHED || plan.state() == PlanState.STOPPED;
  }

  private static boolean isUndoOver(WriteBackPlan plan) {
    return plan.takingBack() && isOver(plan);
  }

  private Duration remaining(
      WriteBackPlan plan, Helpdesk helpdesk, PlanProgress progress, Instant now) {
    List<RateSlot> slots =
        plan.state() == PlanState.RUNNING
            ? entries.recentSlots(plan.id(), plan.takingBack())
            : List.of();
    return progress.remaining(
        plan.tickets(), slots, now, helpdesk.callsPerMinute(), helpdesk.share());
  }

  private OptionalInt callsPerMinute(HelpdeskAccount account) {
    try {
      return connectors
          .find(account.connector())
          .map(connector -> connector.callsPerMinute(account))
          .orElse(OptionalInt.empty());
    } catch (ConnectorFailure unusable) {
      // reading tells what is wrong with the settings; a plan goes without an estimate
      return OptionalInt.empty();
    }
  }
}
