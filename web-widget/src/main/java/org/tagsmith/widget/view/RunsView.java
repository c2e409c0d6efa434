package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.SyncRunRepository.KeptRun;

/**
 * Runs that read something or failed, the newest first.
 *
 * @param more whether older ones are left; ask for those before the last id
 */
@Schema(name = "SyncRuns")
public record RunsView(List<Run> runs, boolean more) {
  /** A page of the list. */
  public static RunsView of(List<KeptRun> runs, int page) {
    return new RunsView(runs.stream().map(Run::of).toList(), runs.size() == page);
  }

  /**
   * One run, or several in a row that read nothing and ended the same way.
   *
   * @param endedAt null while it goes on
   * @param tickets that were new or changed
   * @param ending {@code running}, {@code up-to-date}, {@code throttled}, {@code unreachable},
   *     {@code stopped}, {@code lease-lost}, {@code interrupted} or {@code abandoned}
   * @param message null unless it failed
   * @param repeats how many this stands for
   */
  @Schema(
      name = "SyncRun",
      properties = {
        @SchemaProperty(name = "endedAt", nullable = true),
        @SchemaProperty(name = "message", nullable = true)
      })
  public record Run(
      long id,
      Instant startedAt,
      Instant endedAt,
      int pages,
      long tickets,
      String ending,
      String message,
      int repeats) {
    static Run of(KeptRun run) {
      return new Run(
          run.id(),
          run.startedAt(),
          run.endedAt(),
          run.pages(),
          run.tickets(),
          run.ending(),
          run.message(),
          run.repeats());
    }
  }
}
