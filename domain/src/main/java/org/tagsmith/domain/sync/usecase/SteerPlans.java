package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.Steering;
import org.tagsmith.domain.sync.WriteBackMode;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanRefused;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.PlannedLabels;
import org.tagsmith.domain.sync.plan.WriteBackPlan;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * A lead starts, pauses, resumes, stops and undoes plans. A plan that is paused or stopped ends
 * after the few tickets at hand. Every method returns the plan's account.
 */
@ApplicationScoped
public class SteerPlans {
  private static final Set<PlanState> UNDER_WAY = EnumSet.of(PlanState.RUNNING, PlanState.PAUSED);

  private final FindAccount accounts;
  private final ConnectionRepository connections;
  private final PlanRepository plans;
  private final PlanEntries entries;
  private final CurrentVocabulary vocabulary;

  @Inject
  SteerPlans(
      FindAccount accounts,
      ConnectionRepository connections,
      PlanRepository plans,
      PlanEntries entries,
      CurrentVocabulary vocabulary) {
    this.accounts = accounts;
    this.connections = connections;
    this.plans = plans;
    this.entries = entries;
    this.vocabulary = vocabulary;
  }

  /** For the container's proxy. */
  protected SteerPlans() {
    this.accounts = null;
    this.connections = null;
    this.plans = null;
    this.entries = null;
    this.vocabulary = null;
  }

  /**
   * Starts a plan that was made.
   *
   * @param by the lead, under whose name the changes go out
   * @throws PlanRefused {@code unknown-plan}, {@code wrong-state}, {@code write-back-off}, {@code
   *     plan-running} if another one of the account runs, {@code meaning-changed} if a label that
   *     it replaces, or writes, does not mean its house tag any more
   */
  @Transactional
  public HelpdeskAccountId start(long id, String by) {
    WriteBackPlan plan = locked(id);
    require(plan, EnumSet.of(PlanState.READY));
    requireRoom(plan.account());
    requireMeaning(plan);
    plans.begin(id, by, plans.countTickets(plan), false);
    return plan.account();
  }

  /**
   * Pauses a plan, or its undo.
   *
   * @throws PlanRefused {@code unknown-plan}, {@code wrong-state}
   */
  @Transactional
  public HelpdeskAccountId pause(long id) {
    WriteBackPlan plan = locked(id);
    require(plan, EnumSet.of(PlanState.RUNNING));
    plans.move(id, EnumSet.of(PlanState.RUNNING), PlanState.PAUSED);
    return plan.account();
  }

  /**
   * Lets a paused plan, or its undo, go on where it was. An undo may, whatever labels mean by now.
   *
   * @throws PlanRefused as {@link #start}
   */
  @Transactional
  public HelpdeskAccountId resume(long id) {
    WriteBackPlan plan = locked(id);
    require(plan, EnumSet.of(PlanState.PAUSED));
    requireRoom(plan.account());
    if (!plan.takingBack()) {
      requireMeaning(plan);
    }
    plans.move(id, EnumSet.of(PlanState.PAUSED), PlanState.RUNNING);
    return plan.account();
  }

  /**
   * Ends a plan, or its undo, for good. What was written stays; what nobody began to write is
   * dropped.
   *
   * @throws PlanRefused {@code unknown-plan}, {@code wrong-state}
   */
  @Transactional
  public HelpdeskAccountId stop(long id) {
    WriteBackPlan plan = locked(id);
    Set<PlanState> from = EnumSet.of(PlanState.READY, PlanState.RUNNING, PlanState.PAUSED);
    require(plan, from);
    plans.move(id, from, PlanState.STOPPED);
    entries.takeIn(id);
    return plan.account();
  }

  /**
   * Undoes what a plan did, on those of its tickets that nobody changed since. One that is under
   * way is stopped by that; an undo that was stopped goes on.
   *
   * @param by the lead, under whose name the changes go out
   * @throws PlanRefused {@code unknown-plan}, {@code wrong-state}, {@code write-back-off}, {@code
   *     plan-running} if another one of the account runs, {@code nothing-to-undo}
   */
  @Transactional
  public HelpdeskAccountId undo(long id, String by) {
    WriteBackPlan plan = locked(id);
    boolean underWay = UNDER_WAY.contains(plan.state());
    if (plan.state() == PlanState.READY || (plan.takingBack() && underWay)) {
      throw wrongState();
    }
    if (plan.state() == PlanState.RUNNING) {
      plans.move(id, EnumSet.of(PlanState.RUNNING), PlanState.STOPPED);
    }
    requireRoom(plan.account());
    entries.takeIn(id);
    long tickets = entries.countNotTakenBack(id);
    boolean unsettled = entries.isWriting(id, true);
    if (tickets == 0 && !unsettled) {
      throw new PlanRefused(
          "nothing-to-undo", "This plan changed no ticket whose undo was not begun already.");
    }
    plans.begin(id, by, tickets + entries.progress(id, true).done(), true);
    return plan.account();
  }

  private WriteBackPlan locked(long id) {
    WriteBackPlan plan = find(id);
    accounts.connected(plan.account());
    plans.lock(plan.account());
    return find(id);
  }

  private WriteBackPlan find(long id) {
    return plans
        .find(id)
        .orElseThrow(() -> new PlanRefused("unknown-plan", "There is no plan " + id + "."));
  }

  private static void require(WriteBackPlan plan, Set<PlanState> allowed) {
    if (!allowed.contains(plan.state())) {
      throw wrongState();
    }
  }

  private static PlanRefused wrongState() {
    return new PlanRefused(
        "wrong-state", "The plan is in another state by now. Look at it again, then decide.");
  }

  private void requireMeaning(WriteBackPlan plan) {
    if (!PlannedLabels.stillHold(vocabulary.read(), plan.replacements())) {
      throw new PlanRefused(
          "meaning-changed", "Some of its labels mean something else by now. Make the plan anew.");
    }
  }

  private void requireRoom(HelpdeskAccountId account) {
    Optional<WriteBackMode> mode = connections.steering(account).map(Steering::writeBack);
    if (mode.isEmpty() || mode.get() == WriteBackMode.OFF) {
      throw new PlanRefused(
          "write-back-off",
          "Write-back of this account is off. An admin switches it on under Helpdesks.");
    }
    if (plans.running(account).isPresent()) {
      throw new PlanRefused(
          "plan-running", "Another plan of this account runs. Wait for its end, or pause it.");
    }
  }
}
