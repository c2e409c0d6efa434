package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.Steering;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.WriteBackMode;
import org.tagsmith.domain.sync.plan.PauseReason;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanEntries.Open;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.PlannedLabels;
import org.tagsmith.domain.sync.plan.Rewriting;
import org.tagsmith.domain.sync.plan.WriteBackPlan;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * Hands the tickets of a running plan to the outbox, a few at a time, and ends the plan when each
 * had its turn. Handing out and noting how far it came are one transaction: whoever is killed hands
 * out nothing twice. Thread-safe, and safe on several servers.
 */
@ApplicationScoped
class FeedPlans {
  private static final System.Logger LOG = System.getLogger(FeedPlans.class.getName());

  /** So few that a plan that is paused ends soon. */
  static final int BATCH = 5;

  /** Tickets that wait for an admin at once. */
  static final int MOST_HELD = 50;

  /** Tickets that wait for another attempt, or were all refused; with more, something is wrong. */
  private static final int MOST_STUCK = 50;

  private final PlanRepository plans;
  private final PlanEntries entries;
  private final ConnectionRepository connections;
  private final CurrentVocabulary vocabulary;

  @Inject
  FeedPlans(
      PlanRepository plans,
      PlanEntries entries,
      ConnectionRepository connections,
      CurrentVocabulary vocabulary) {
    this.plans = plans;
    this.entries = entries;
    this.connections = connections;
    this.vocabulary = vocabulary;
  }

  /** For the container's proxy. */
  protected FeedPlans() {
    this.plans = null;
    this.entries = null;
    this.connections = null;
    this.vocabulary = null;
  }

  /**
   * Whether a plan of the account runs, may write, and does not wait for what it handed out. A plan
   * whose labels mean something else by now is paused by that, and takes in what it handed out; an
   * undo goes on whatever they mean.
   */
  @Transactional
  boolean mayGoOn(HelpdeskAccountId account) {
    Optional<WriteBackPlan> running = plans.running(account);
    if (running.isEmpty()) {
      return false;
    }
    WriteBackPlan plan = running.get();
    if (!plan.takingBack() && !PlannedLabels.stillHold(vocabulary.read(), plan.replacements())) {
      pause(plan, PauseReason.MEANING_CHANGED);
      entries.takeIn(plan.id());
      plans.advance(plan.id(), 0); // what was taken in has its turn when the plan is resumed
      return false;
    }
    return room(plan, mode(account)) > 0;
  }

  /**
   * Hands out the next tickets of the account's running plan, ends it if there are none, and pauses
   * it if the helpdesk refused all of many.
   *
   * @return how many
   */
  @Transactional
  int feed(HelpdeskAccountId account) {
    plans.lock(account);
    Optional<WriteBackPlan> running = plans.running(account);
    if (running.isEmpty()) {
      return 0;
    }
    WriteBackPlan plan = running.get();
    int most = (int) Math.min(BATCH, room(plan, mode(account)));
    if (most <= 0) {
      return 0;
    }
    List<LabelChange> next = plan.takingBack() ? toTakeBack(plan, most) : toRewrite(plan, most);
    if (next.isEmpty()) {
      if (!entries.isWriting(plan.id(), plan.takingBack())) {
        plans.move(plan.id(), EnumSet.of(PlanState.RUNNING), PlanState.FINISHED);
      }
      return 0;
    }
    if (isRefusedThroughout(plan)) {
      pause(plan, PauseReason.ALL_REFUSED);
      return 0;
    }
    next.forEach(change -> entries.handOut(plan, change));
    if (!plan.takingBack()) {
      plans.advance(plan.id(), next.get(next.size() - 1).ticketId());
    }
    return next.size();
  }

  /** How many tickets may be handed out; not above 0 while those that were must come first. */
  private long room(WriteBackPlan plan, WriteBackMode mode) {
    if (mode == WriteBackMode.OFF) {
      return 0;
    }
    Open open = entries.open(plan.id());
    return open.all() - open.untried() >= MOST_STUCK
        ? 0
        : (mode == WriteBackMode.REVIEW ? MOST_HELD : BATCH) - open.untried();
  }

  /** What is refused is listed for an admin, so a plan that can do nothing must not go on. */
  private boolean isRefusedThroughout(WriteBackPlan plan) {
    PlanProgress progress = entries.progress(plan.id(), plan.takingBack());
    return progress.refused() >= MOST_STUCK && progress.refused() == progress.done();
  }

  private void pause(WriteBackPlan plan, PauseReason reason) {
    if (plans.pause(plan.id(), reason)) {
      LOG.log(
          System.Logger.Level.INFO,
          "Account {0}: plan {1} paused itself ({2})",
          plan.account().value(),
          plan.id(),
          reason.word());
    }
  }

  private List<LabelChange> toRewrite(WriteBackPlan plan, int most) {
    Rewriting rewriting = plans.rewriting(plan.id());
    return plans.next(plan, most).stream().map(rewriting::of).toList();
  }

  private List<LabelChange> toTakeBack(WriteBackPlan plan, int most) {
    return entries.notTakenBack(plan.id(), most).stream()
        .map(done -> new LabelChange(done.ticketId(), done.removed(), done.added()))
        .toList();
  }

  private WriteBackMode mode(HelpdeskAccountId account) {
    return connections.steering(account).map(Steering::writeBack).orElse(WriteBackMode.OFF);
  }
}
