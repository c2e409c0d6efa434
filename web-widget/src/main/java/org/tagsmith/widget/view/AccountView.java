package org.tagsmith.widget.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.SyncProgress;

/** One connected helpdesk account and how far its reading is. */
@Schema(
    name = "Account",
    properties = {
      @SchemaProperty(name = "connector", example = "zendesk"),
      @SchemaProperty(
          name = "phase",
          enumeration = {"waiting", "reading", "idle", "throttled", "stopped"}),
      @SchemaProperty(
          name = "ticketsTotal",
          nullable = true,
          description = "About how many the helpdesk holds."),
      @SchemaProperty(name = "readUpTo", nullable = true),
      @SchemaProperty(name = "lagSeconds", nullable = true),
      @SchemaProperty(name = "remainingSeconds", nullable = true),
      @SchemaProperty(name = "waitingUntil", nullable = true),
      @SchemaProperty(name = "failure", nullable = true),
      @SchemaProperty(name = "lastPageAt", nullable = true),
      @SchemaProperty(name = "backfill", nullable = true)
    })
public record AccountView(
    int id,
    String connector,
    String subdomain,
    String phase,
    long ticketsStored,
    Long ticketsTotal,
    double ticketsPerSecond,
    Instant readUpTo,
    Long lagSeconds,
    Long remainingSeconds,
    Instant waitingUntil,
    Failure failure,
    Instant lastPageAt,
    Outbox outbox,
    ConnectionView connection,
    BackfillView backfill) {

  /**
   * The account as it is shown.
   *
   * @param connection null if it was disconnected meanwhile
   */
  public static AccountView of(SyncProgress progress, ConnectionView connection) {
    return new AccountView(
        progress.account().id().value(),
        progress.account().connector().value(),
        progress.account().subdomain(),
        progress.phase(),
        progress.ticketsStored(),
        progress.ticketsTotal().isPresent() ? progress.ticketsTotal().getAsLong() : null,
        progress.ticketsPerSecond(),
        progress.readUpTo(),
        seconds(progress.lag()),
        seconds(progress.remaining()),
        progress.waitingUntil(),
        progress.failureKind() == null
            ? null
            : new Failure(progress.failureKind(), progress.failureMessage(), progress.failedAt()),
        progress.lastPageAt(),
        new Outbox(progress.outboxWaiting(), progress.outboxRefused()),
        connection,
        BackfillView.of(progress.backfill()));
  }

  private static Long seconds(Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  /** Why reading last failed; gone after a page that went well. */
  @Schema(
      name = "SyncFailure",
      properties = {
        @SchemaProperty(
            name = "kind",
            enumeration = {
              "throttled",
              "unreachable",
              "credentials-rejected",
              "not-permitted",
              "contract-broken"
            })
      })
  public record Failure(String kind, String message, Instant at) {}

  /** Changes of labels on their way to the helpdesk. */
  @Schema(name = "Outbox")
  public record Outbox(long waiting, long refused) {}

  /**
   * All connected accounts, in the order in which they were connected.
   *
   * @param canConnect whether this server may keep keys, so that admins may connect more
   */
  @Schema(name = "Accounts")
  public record Accounts(List<AccountView> accounts, boolean canConnect) {}
}
