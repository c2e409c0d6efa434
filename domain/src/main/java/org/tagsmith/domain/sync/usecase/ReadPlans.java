package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.ConnectionRepository;
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
    return plans.newest(MOST_SHOWN).stream().map(this::standing).collect(Collectors.toList());
  }

  /**
   * One plan.
   *
   * @throws PlanRefused {@code unknown-plan}
   */
  @Transactional
  public Standing one(long id) {
    return standing(find(id));
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

  private Standing standing(WriteBackPlan plan) {
    HelpdeskAccountId id = plan.account();
    HelpdeskAccount account = accounts.find(id).orElseThrow();
    PlanProgress progress = entries.progress(plan.id(), plan.takingBack());
    boolean isOver = plan.state() == PlanState.FINISHED || plan.state() == PlanState.STOPPED;
    return new Standing(
        plan,
        account,
        connections.steering(id).map(each -> each.writeBack()).orElse(WriteBackMode.OFF),
        progress,
        isOver ? null : remaining(plan, account, progress),
        toUndo(plan, progress, isOver));
  }

  private long toUndo(WriteBackPlan plan, PlanProgress progress, boolean isOver) {
    if (!plan.takingBack()) {
      return progress.changed();
    }
    return isOver ? entries.countNotTakenBack(plan.id()) : 0;
  }

  private Duration remaining(WriteBackPlan plan, HelpdeskAccount account, PlanProgress progress) {
    Instant now = states.now();
    List<RateSlot> slots =
        plan.state() == PlanState.RUNNING
            ? entries.recentSlots(plan.id(), plan.takingBack())
            : List.of();
    return progress.remaining(
        plan.tickets(), slots, now, callsPerMinute(account), backfills.share(account.id()));
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
