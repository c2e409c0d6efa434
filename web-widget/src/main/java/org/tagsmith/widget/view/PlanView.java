package org.tagsmith.widget.view;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.plan.PlanProblem;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.Replacement;
import org.tagsmith.domain.sync.plan.WriteBackPlan;
import org.tagsmith.domain.sync.usecase.ReadPlans.Standing;
import org.tagsmith.domain.sync.usecase.TicketPages;

/**
 * A plan that writes the labels of house tags onto an account's tickets.
 *
 * @param version the version whose changes it writes, null if it writes a tag
 * @param tag the tag whose one label it writes, null if it writes a version's changes
 * @param vocabulary the version against which labels were read
 * @param closed whether closed tickets are written, too
 * @param labels how many labels are replaced
 * @param replacements the 100 labels of most tickets
 * @param pausedBecause why it paused by itself: {@code all-refused}, {@code meaning-changed},
 *     {@code disconnected}; null if a person paused it, and in any other state
 * @param undoing whether its changes are, or were, undone; then all figures are the undo's
 * @param tickets how many there were to write, or to undo
 * @param done tickets that had their turn
 * @param alike tickets on which nothing was left to do
 * @param skipped tickets left alone, because somebody changed them meanwhile or their labels mean
 *     something else by now
 * @param dropped tickets that an admin kept back in review
 * @param held tickets that wait until an admin releases them
 * @param toUndo tickets that it changed and whose undo was not begun
 * @param remainingSeconds null while nothing honest can be said
 */
@Schema(
    name = "Plan",
    properties = {
      @SchemaProperty(
          name = "state",
          enumeration = {"ready", "running", "paused", "stopped", "finished"}),
      @SchemaProperty(
          name = "writeBack",
          enumeration = {"off", "review", "automatic"}),
      @SchemaProperty(
          name = "pausedBecause",
          nullable = true,
          enumeration = {"all-refused", "meaning-changed", "disconnected"}),
      @SchemaProperty(name = "version", nullable = true),
      @SchemaProperty(name = "tag", nullable = true),
      @SchemaProperty(name = "startedBy", nullable = true),
      @SchemaProperty(name = "startedAt", nullable = true),
      @SchemaProperty(name = "endedAt", nullable = true),
      @SchemaProperty(name = "remainingSeconds", nullable = true)
    })
public record PlanView(
    long id,
    int account,
    String connector,
    String subdomain,
    String writeBack,
    Integer version,
    Integer tag,
    int vocabulary,
    boolean closed,
    int labels,
    List<Replaced> replacements,
    String state,
    String pausedBecause,
    boolean undoing,
    String madeBy,
    Instant madeAt,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    long tickets,
    long done,
    long changed,
    long alike,
    long skipped,
    long refused,
    long dropped,
    long waiting,
    long held,
    long toUndo,
    Long remainingSeconds) {
  private static final int MOST_LABELS = 100;

  /** A plan as callers see it. */
  public static PlanView of(Standing standing) {
    WriteBackPlan plan = standing.plan();
    PlanProgress progress = standing.progress();
    return new PlanView(
        plan.id(),
        plan.account().value(),
        standing.account().connector().value(),
        standing.account().subdomain(),
        standing.mode().word(),
        plan.origin().version(),
        plan.origin().tag(),
        plan.vocabulary(),
        plan.closedToo(),
        plan.replacements().size(),
        plan.replacements().stream().limit(MOST_LABELS).map(Replaced::of).toList(),
        plan.state().word(),
        plan.pauseReason() == null ? null : plan.pauseReason().word(),
        plan.takingBack(),
        plan.madeBy(),
        plan.madeAt(),
        plan.startedBy(),
        plan.startedAt(),
        plan.endedAt(),
        Math.max(plan.tickets(), progress.done() + progress.waiting() + progress.held()),
        progress.done(),
        progress.changed(),
        progress.alike(),
        progress.skipped(),
        progress.refused(),
        progress.dropped(),
        progress.waiting(),
        progress.held(),
        standing.toUndo(),
        standing.remaining() == null ? null : standing.remaining().toSeconds());
  }

  /**
   * One label that is replaced.
   *
   * @param by what stands in its place
   * @param tag the house tag that both mean
   */
  @Schema(name = "PlanReplacement")
  public record Replaced(String label, String by, int tag, long tickets) {
    static Replaced of(Replacement replacement) {
      return new Replaced(
          replacement.label(), replacement.by(), replacement.tag(), replacement.tickets());
    }
  }

  /** All plans, the newest first. */
  @Schema(name = "Plans")
  public record Plans(List<PlanView> plans) {}

  /**
   * Tickets that a plan left as they were.
   *
   * @param most so many are listed at most
   */
  @Schema(name = "PlanProblems")
  public record Problems(int most, List<Problem> problems) {}

  /**
   * One ticket that a plan left as it was.
   *
   * @param page where agents open the ticket, null if that is not known
   * @param reason {@code changed-since}, {@code dropped}, or why the helpdesk refused
   */
  @Schema(
      name = "PlanProblem",
      properties = {@SchemaProperty(name = "page", nullable = true)})
  public record Problem(long ticket, String page, String reason) {
    /** A ticket as callers see it. */
    public static Problem of(PlanProblem problem, TicketPages.Finder pages) {
      return new Problem(
          problem.ticketId(),
          pages.page(problem.ticketId()).map(URI::toString).orElse(null),
          problem.reason());
    }
  }
}
