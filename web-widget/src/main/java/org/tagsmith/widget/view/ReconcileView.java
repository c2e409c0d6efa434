package org.tagsmith.widget.view;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.Drift;
import org.tagsmith.domain.sync.Reconcile;
import org.tagsmith.domain.sync.ReconcileRepository.KeptDrift;
import org.tagsmith.domain.sync.usecase.TicketPages;

/**
 * The newest comparison of an account with its helpdesk.
 *
 * @param latest null if there was none
 * @param drift tickets that differ, by number
 * @param more whether further ones are left; ask for those after the last ticket
 */
@Schema(
    name = "Reconcile",
    properties = {@SchemaProperty(name = "latest", nullable = true)})
public record ReconcileView(Job latest, List<Ticket> drift, boolean more) {
  /** Nothing was compared yet. */
  public static final ReconcileView NONE = new ReconcileView(null, List.of(), false);

  /** A page of what drifted. */
  public static ReconcileView of(
      Reconcile latest, List<KeptDrift> drift, int page, TicketPages.Finder pages) {
    return new ReconcileView(
        Job.of(latest),
        drift.stream().map(each -> Ticket.of(each, pages)).toList(),
        drift.size() == page);
  }

  /**
   * One comparison.
   *
   * @param state {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code
   *     interrupted}
   * @param by who asked for it, null if it was due
   * @param sample null for all
   * @param waitsUntil null if it need not wait
   * @param ours null before it began
   * @param theirs null if the helpdesk does not tell
   * @param confirming whether it waits to see if deletions were on their way
   */
  @Schema(
      name = "ReconcileJob",
      properties = {
        @SchemaProperty(name = "by", nullable = true),
        @SchemaProperty(name = "sample", nullable = true),
        @SchemaProperty(name = "startedAt", nullable = true),
        @SchemaProperty(name = "endedAt", nullable = true),
        @SchemaProperty(name = "waitsUntil", nullable = true),
        @SchemaProperty(name = "problem", nullable = true),
        @SchemaProperty(name = "ours", nullable = true),
        @SchemaProperty(name = "theirs", nullable = true),
        @SchemaProperty(name = "planned", nullable = true)
      })
  public record Job(
      long id,
      String state,
      String by,
      Integer sample,
      Instant askedAt,
      Instant startedAt,
      Instant endedAt,
      Instant waitsUntil,
      String problem,
      Long ours,
      Long theirs,
      Long planned,
      long compared,
      long onItsWay,
      long drifted,
      boolean confirming) {
    static Job of(Reconcile job) {
      return new Job(
          job.id(),
          job.state().word(),
          job.askedBy(),
          job.sample().isPresent() ? job.sample().getAsInt() : null,
          job.createdAt(),
          job.startedAt(),
          job.endedAt(),
          job.notBefore(),
          job.problem(),
          number(job.ours()),
          number(job.theirs()),
          number(job.planned()),
          job.compared(),
          job.onItsWay(),
          job.drifted(),
          job.confirming());
    }

    private static Long number(OptionalLong value) {
      return value.isPresent() ? value.getAsLong() : null;
    }
  }

  /**
   * One ticket that drifted.
   *
   * @param page where agents open the ticket, null if that is not known
   * @param kinds {@code labels}, {@code status}, {@code updated}, {@code missing}, {@code gone}
   * @param ours null if we do not hold it
   * @param theirs null if the helpdesk has it no more
   * @param askedAgainAt null if nobody asked to read it again
   */
  @Schema(
      name = "ReconcileDrift",
      properties = {
        @SchemaProperty(name = "page", nullable = true),
        @SchemaProperty(name = "ours", nullable = true),
        @SchemaProperty(name = "theirs", nullable = true),
        @SchemaProperty(name = "askedAgainAt", nullable = true)
      })
  public record Ticket(
      long ticket,
      String page,
      List<String> kinds,
      State ours,
      State theirs,
      Instant askedAgainAt) {
    static Ticket of(KeptDrift kept, TicketPages.Finder pages) {
      Drift drift = kept.drift();
      return new Ticket(
          drift.ticketId(),
          pages.page(drift.ticketId()).map(URI::toString).orElse(null),
          drift.kinds().stream().map(Drift.Kind::word).sorted().toList(),
          State.of(drift.ours()),
          State.of(drift.theirs()),
          kept.askedAgainAt());
    }
  }

  /** As much of a ticket as was compared. */
  @Schema(name = "ReconcileState")
  public record State(List<String> labels, String status, Instant updatedAt) {
    static State of(Drift.State state) {
      return state == null
          ? null
          : new State(
              state.labels().stream().sorted().toList(),
              state.status().name().toLowerCase(Locale.ROOT),
              state.updatedAt());
    }
  }

  /**
   * What shall be compared.
   *
   * @param sample how many of our tickets, 1 to 5000; 200 if not given
   * @param all whether all are compared
   */
  @Schema(name = "ReconcileRequest")
  public record Request(Integer sample, Boolean all) {}

  /** How many tickets are read again. */
  @Schema(name = "ReconcileReadAgain")
  public record ReadAgain(int tickets) {}
}
