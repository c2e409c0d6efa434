package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.sync.DryRun;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.PlannedWrite;
import org.tagsmith.domain.sync.PlannedWrite.Ends;
import org.tagsmith.domain.sync.PlannedWrite.Sends;
import org.tagsmith.domain.sync.plan.PlanRefused;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.Rewriting;
import org.tagsmith.domain.sync.plan.WriteBackPlan;

/**
 * Shows what a plan would do to a sample of its tickets, found out by reading them at the helpdesk.
 * Writes nothing. Thread-safe; one dry run at a time for each account and server.
 */
@ApplicationScoped
public class TryPlan {
  /** The newest tickets of a plan that are tried. */
  public static final int MOST_TICKETS = 20;

  private final PlanRepository plans;
  private final TryWriting tryWriting;

  @Inject
  TryPlan(PlanRepository plans, TryWriting tryWriting) {
    this.plans = plans;
    this.tryWriting = tryWriting;
  }

  /** For the container's proxy. */
  protected TryPlan() {
    this.plans = null;
    this.tryWriting = null;
  }

  /**
   * Makes a dry run, whatever the account's write-back is set to.
   *
   * @return empty if one of the account is under way on this server
   * @throws PlanRefused {@code unknown-plan}
   * @throws org.tagsmith.domain.sync.SettingsRefused if the account is connected no more
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Optional<DryRun> of(long id) {
    WriteBackPlan plan =
        plans
            .find(id)
            .orElseThrow(() -> new PlanRefused("unknown-plan", "There is no plan " + id + "."));
    Rewriting rewriting = plans.rewriting(id);
    return tryWriting
        .of(
            plan.account(),
            plans.countTickets(plan),
            () -> plans.sample(plan, MOST_TICKETS).stream().map(rewriting::of).toList())
        .map(run -> new DryRun(run.waiting(), asPlanned(run, rewriting), run.stop()));
  }

  /** What the writer would do, which looks whether the labels to be replaced are still there. */
  private static List<DryRun.Ticket> asPlanned(DryRun run, Rewriting rewriting) {
    return run.tickets().stream()
        .map(
            ticket ->
                ticket.plan() instanceof Sends sends
                    ? new DryRun.Ticket(
                        ticket.ticketId(), asPlanned(rewriting.stillHolds(sends.plan())), null)
                    : ticket)
        .toList();
  }

  private static PlannedWrite asPlanned(LabelPlan left) {
    return left.isDone() ? new Ends(new Refused("changed-since", Set.of())) : new Sends(left);
  }
}
