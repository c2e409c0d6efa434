package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome.AlreadySo;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.PlannedWrite;
import org.tagsmith.domain.sync.PlannedWrite.Ends;
import org.tagsmith.domain.sync.PlannedWrite.Sends;
import org.tagsmith.domain.sync.WaitingChanges;
import org.tagsmith.domain.sync.WaitingChanges.Entry;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.TakingBack;

/**
 * What of a plan's changes still holds when a ticket's turn comes. The ticket is looked at first:
 * what was read of it may be old, and a plan must not speak where people spoke since. What is about
 * to be done is noted before it is done, so that it can be undone whatever becomes of the writer.
 */
@ApplicationScoped
class PlannedChanges {
  private static final String CHANGED = "changed-since";

  private final PlanRepository plans;
  private final PlanEntries entries;
  private final OutboxRepository outbox;

  @Inject
  PlannedChanges(PlanRepository plans, PlanEntries entries, OutboxRepository outbox) {
    this.plans = plans;
    this.entries = entries;
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected PlannedChanges() {
    this.plans = null;
    this.entries = null;
    this.outbox = null;
  }

  /** Whether a plan is behind any of the changes. */
  static boolean are(WaitingChanges changes) {
    return changes.entries().stream().anyMatch(entry -> entry.planned() != null);
  }

  /**
   * Looks at the ticket, and ends the entries of plans that need no write or must not be written.
   * What a person decided otherwise, and waits with them, counts without a look.
   *
   * @return the changes that are to be written, those of people as they were; empty if none is left
   * @throws org.tagsmith.domain.sync.ConnectorFailure if the ticket could not be looked at
   */
  Optional<WaitingChanges> stillWanted(
      HelpdeskAccount account, Connector connector, WaitingChanges changes) {
    List<Entry> left = new ArrayList<>();
    for (Entry entry : changes.entries()) {
      if (entry.planned() == null) {
        left.add(entry);
      } else if (!entry.planned().begun() && isDecidedOtherwise(changes, entry)) {
        setAside(entry);
      } else if (entry.planned().takesBack()) {
        takingBack(account, connector, changes.ticketId(), entry).ifPresent(left::add);
      } else {
        rewriting(account, connector, changes.ticketId(), entry).ifPresent(left::add);
      }
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new WaitingChanges(changes.ticketId(), left));
  }

  private static boolean isDecidedOtherwise(WaitingChanges changes, Entry ofPlan) {
    return changes.entries().stream()
        .anyMatch(entry -> entry.planned() == null && entry.speaksAgainst(ofPlan));
  }

  private Optional<Entry> rewriting(
      HelpdeskAccount account, Connector connector, long ticket, Entry entry) {
    PlannedWrite found =
        connector.plan(account, new LabelChange(ticket, entry.add(), entry.remove()));
    if (found instanceof Ends ends) {
      return ended(ends, entry);
    }
    LabelPlan plan = plans.rewriting(entry.planned().plan()).stillHolds(((Sends) found).plan());
    return plan.isDone() ? setAside(entry) : noted(entry, plan);
  }

  private Optional<Entry> takingBack(
      HelpdeskAccount account, Connector connector, long ticket, Entry entry) {
    TakingBack back =
        TakingBack.of(ticket, entry.add(), entry.remove(), plans.rewriting(entry.planned().plan()));
    PlannedWrite found = connector.plan(account, back.question());
    if (found instanceof Ends ends) {
      // as it was before the plan, and not by us: somebody changed it
      return ends.outcome() instanceof AlreadySo && !entry.planned().begun()
          ? setAside(entry)
          : ended(ends, entry);
    }
    LabelPlan todo = ((Sends) found).plan();
    boolean ours = back.isAsLeft(todo) || (entry.planned().begun() && back.mayGoOn(todo));
    return ours ? noted(entry, new LabelPlan(entry.add(), entry.remove())) : setAside(entry);
  }

  /** A refusal is found by the writer in the same way, and kept there with its reason. */
  private Optional<Entry> ended(Ends ends, Entry entry) {
    if (!(ends.outcome() instanceof AlreadySo)) {
      return Optional.of(entry);
    }
    outbox.written(List.of(entry.id()), 0);
    return Optional.empty();
  }

  private Optional<Entry> noted(Entry entry, LabelPlan plan) {
    return entries.found(entry.id(), plan) ? Optional.of(entry.with(plan)) : Optional.empty();
  }

  private Optional<Entry> setAside(Entry entry) {
    entries.setAside(entry.id(), CHANGED);
    return Optional.empty();
  }
}
