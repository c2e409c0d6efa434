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
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanEntries.Done;
import org.tagsmith.domain.sync.plan.PlanEntries.Open;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.sync.plan.Rewriting;
import org.tagsmith.domain.sync.plan.TicketLabels;
import org.tagsmith.domain.sync.plan.WriteBackPlan;

/**
 * Hands the tickets of a running plan to the outbox, a few at a time, and ends the plan when each
 * had its turn. Handing out and noting how far it came are one transaction: whoever is killed hands
 * out nothing twice. Thread-safe, and safe on several servers.
 */
@ApplicationScoped
class FeedPlans {
  /** So few that a plan that is paused ends soon. */
  static final int BATCH = 5;

  /** Tickets that wait for an admin at once. */
  static final int MOST_HELD = 50;

  /** Tickets that failed and wait for another attempt; with more, something is wrong. */
  private static final int MOST_STUCK = 50;

  private final PlanRepository plans;
  private final PlanEntries entries;
  private final ConnectionRepository connections;

  @Inject
  FeedPlans(PlanRepository plans, PlanEntries entries, ConnectionRepository connections) {
    this.plans = plans;
    this.entries = entries;
    this.connections = connections;
  }

  /** For the container's proxy. */
  protected FeedPlans() {
    this.plans = null;
    this.entries = null;
    this.connections = null;
  }

  /** Whether a plan of the account runs and may write. */
  @Transactional
  boolean isDue(HelpdeskAccountId account) {
    return plans.running(account).isPresent() && mode(account) != WriteBackMode.OFF;
  }

  /**
   * Hands out the next tickets of the account's running plan.
   *
   * @return how many
   */
  @Transactional
  int feed(HelpdeskAccountId account) {
    plans.lock(account);
    Optional<WriteBackPlan> running = plans.running(account);
    WriteBackMode mode = mode(account);
    if (running.isEmpty() || mode == WriteBackMode.OFF) {
      return 0;
    }
    WriteBackPlan plan = running.get();
    Open open = entries.open(plan.id());
    long room = (mode == WriteBackMode.REVIEW ? MOST_HELD : BATCH) - open.untried();
    if (room <= 0 || open.all() - open.untried() >= MOST_STUCK) {
      return 0;
    }
    int most = (int) Math.min(BATCH, room);
    int handedOut = plan.takingBack() ? takeBack(plan, most) : rewrite(plan, most);
    if (handedOut == 0 && !entries.isWriting(plan.id(), plan.takingBack())) {
      plans.move(plan.id(), EnumSet.of(PlanState.RUNNING), PlanState.FINISHED);
    }
    return handedOut;
  }

  private int rewrite(WriteBackPlan plan, int most) {
    Rewriting rewriting = plans.rewriting(plan.id());
    List<TicketLabels> next = plans.next(plan, most);
    next.forEach(ticket -> entries.handOut(plan, rewriting.of(ticket)));
    if (!next.isEmpty()) {
      plans.advance(plan.id(), next.get(next.size() - 1).ticketId());
    }
    return next.size();
  }

  private int takeBack(WriteBackPlan plan, int most) {
    List<Done> next = entries.notTakenBack(plan.id(), most);
    next.forEach(
        done ->
            entries.handOut(plan, new LabelChange(done.ticketId(), done.removed(), done.added())));
    return next.size();
  }

  private WriteBackMode mode(HelpdeskAccountId account) {
    return connections.steering(account).map(Steering::writeBack).orElse(WriteBackMode.OFF);
  }
}
