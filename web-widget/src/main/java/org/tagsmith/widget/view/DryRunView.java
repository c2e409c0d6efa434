package org.tagsmith.widget.view;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.DryRun;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.PlannedWrite;
import org.tagsmith.domain.sync.PlannedWrite.Ends;
import org.tagsmith.domain.sync.PlannedWrite.Sends;
import org.tagsmith.domain.sync.usecase.TicketPages;

/**
 * What writing would do now. Nothing was written.
 *
 * @param waiting tickets whose changes wait or are held
 * @param most so many tickets are read at most, the newest decision first
 * @param writes tickets that would be written
 * @param equal tickets that are as wanted
 * @param refused tickets that the helpdesk would not take
 * @param unread tickets that could not be read
 * @param stopped why it ended early, null if it did not
 */
@Schema(
    name = "DryRun",
    properties = {@SchemaProperty(name = "stopped", nullable = true)})
public record DryRunView(
    long waiting,
    int most,
    long writes,
    long equal,
    long refused,
    long unread,
    List<Ticket> tickets,
    Stopped stopped) {
  /** A dry run as callers see it. */
  public static DryRunView of(DryRun run, int most, TicketPages.Finder pages) {
    List<Ticket> tickets = run.tickets().stream().map(each -> Ticket.of(each, pages)).toList();
    return new DryRunView(
        run.waiting(),
        most,
        count(tickets, "write"),
        count(tickets, "equal"),
        count(tickets, "refused"),
        count(tickets, "unread"),
        tickets,
        run.endedEarly()
            .map(
                stop ->
                    new Stopped(
                        stop.kind(),
                        stop.retryAfter() == null ? null : stop.retryAfter().toSeconds()))
            .orElse(null));
  }

  private static long count(List<Ticket> tickets, String what) {
    return tickets.stream().filter(each -> each.what().equals(what)).count();
  }

  /**
   * Why it ended early.
   *
   * @param kind {@code throttled}, {@code unreachable}, {@code credentials-rejected} or {@code
   *     out-of-time}
   * @param retryAfter seconds, null if the helpdesk asked for no pause
   */
  @Schema(
      name = "DryRunStopped",
      properties = {@SchemaProperty(name = "retryAfter", nullable = true)})
  public record Stopped(String kind, Long retryAfter) {}

  /**
   * One ticket.
   *
   * @param page where agents open the ticket, null if that is not known
   * @param what {@code write}, {@code equal}, {@code refused} or {@code unread}
   * @param reason of a refusal or of what could not be read, else null
   * @param concerned the labels that a refusal names
   */
  @Schema(
      name = "DryRunTicket",
      properties = {
        @SchemaProperty(name = "page", nullable = true),
        @SchemaProperty(name = "reason", nullable = true)
      })
  public record Ticket(
      long ticket,
      String page,
      String what,
      List<String> add,
      List<String> remove,
      String reason,
      List<String> concerned) {
    static Ticket of(DryRun.Ticket read, TicketPages.Finder pages) {
      long number = read.ticketId();
      String page = pages.page(number).map(URI::toString).orElse(null);
      PlannedWrite plan = read.plan();
      if (plan instanceof Sends sends) {
        LabelPlan what = sends.plan();
        return new Ticket(
            number, page, "write", sorted(what.missing()), sorted(what.surplus()), null, List.of());
      }
      if (plan instanceof Ends ends) {
        LabelWriteOutcome outcome = ends.outcome();
        return outcome instanceof Refused refused
            ? ended(number, page, "refused", refused.reason(), sorted(refused.labels()))
            : ended(number, page, "equal", null, List.of());
      }
      return ended(number, page, "unread", read.problem(), List.of());
    }

    private static Ticket ended(
        long number, String page, String what, String reason, List<String> concerned) {
      return new Ticket(number, page, what, List.of(), List.of(), reason, concerned);
    }

    private static List<String> sorted(Collection<String> labels) {
      return labels.stream().sorted().toList();
    }
  }
}
