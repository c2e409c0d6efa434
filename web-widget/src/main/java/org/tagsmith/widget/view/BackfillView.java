package org.tagsmith.widget.view;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.BackfillProgress;

/**
 * How far the reading is of what was there before live reading began.
 *
 * @param from from when on it reads
 * @param until where live reading began
 * @param share per cent of the helpdesk's limit of calls that it may use
 */
@Schema(
    name = "Backfill",
    properties = {
      @SchemaProperty(
          name = "phase",
          enumeration = {"waiting", "reading", "idle", "throttled", "stopped"},
          description = "Idle once it is finished."),
      @SchemaProperty(name = "share", minimum = "10", maximum = "90"),
      @SchemaProperty(name = "ticketsRead", description = "Also those that were here already."),
      @SchemaProperty(
          name = "ticketsTotal",
          nullable = true,
          description = "About how many it will have read."),
      @SchemaProperty(name = "readUpTo", nullable = true),
      @SchemaProperty(name = "remainingSeconds", nullable = true),
      @SchemaProperty(name = "waitingUntil", nullable = true),
      @SchemaProperty(name = "failure", nullable = true),
      @SchemaProperty(name = "finishedAt", nullable = true)
    })
public record BackfillView(
    Instant from,
    Instant until,
    String phase,
    boolean paused,
    int share,
    long ticketsRead,
    Long ticketsTotal,
    double ticketsPerSecond,
    Instant readUpTo,
    Long remainingSeconds,
    Instant waitingUntil,
    AccountView.Failure failure,
    Instant finishedAt) {

  /**
   * The backfill as it is shown.
   *
   * @param backfill null if there is none
   * @return null if there is none
   */
  static BackfillView of(BackfillProgress backfill) {
    if (backfill == null) {
      return null;
    }
    return new BackfillView(
        backfill.from(),
        backfill.until(),
        backfill.phase(),
        backfill.paused(),
        backfill.share(),
        backfill.ticketsRead(),
        backfill.ticketsTotal().isPresent() ? backfill.ticketsTotal().getAsLong() : null,
        backfill.ticketsPerSecond(),
        backfill.readUpTo(),
        backfill.remaining() == null ? null : backfill.remaining().toSeconds(),
        backfill.waitingUntil(),
        backfill.failureKind() == null
            ? null
            : new AccountView.Failure(
                backfill.failureKind(), backfill.failureMessage(), backfill.failedAt()),
        backfill.finishedAt());
  }
}
