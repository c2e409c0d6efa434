package org.tagsmith.widget.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.sync.SyncProgress;

/** One connected helpdesk account and how far its reading is. */
@Schema(name = "Account")
public record AccountView(
    int id,
    @Schema(example = "zendesk") String connector,
    String subdomain,
    @Schema(enumeration = {"waiting", "reading", "idle", "throttled", "stopped"}) String phase,
    long ticketsStored,
    @Schema(nullable = true, description = "About how many the helpdesk holds.") Long ticketsTotal,
    double ticketsPerSecond,
    @Schema(nullable = true) Instant readUpTo,
    @Schema(nullable = true) Long lagSeconds,
    @Schema(nullable = true) Long remainingSeconds,
    @Schema(nullable = true) Instant waitingUntil,
    @Schema(nullable = true) Failure failure,
    @Schema(nullable = true) Instant lastPageAt,
    Outbox outbox) {

  public static AccountView of(SyncProgress progress) {
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
        new Outbox(progress.outboxWaiting(), progress.outboxRefused()));
  }

  private static Long seconds(Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  /** Why reading last failed; gone after a page that went well. */
  @Schema(name = "SyncFailure")
  public record Failure(
      @Schema(
              enumeration = {
                "throttled",
                "unreachable",
                "credentials-rejected",
                "not-permitted",
                "contract-broken"
              })
          String kind,
      String message,
      Instant at) {}

  /** Changes of labels on their way to the helpdesk. */
  @Schema(name = "Outbox")
  public record Outbox(long waiting, long refused) {}

  /** All connected accounts, in the order in which they were connected. */
  @Schema(name = "Accounts")
  public record Accounts(List<AccountView> accounts) {}
}
