package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How far the backfill of one account is; the same on every server and after a restart.
 *
 * @param from from when on it reads
 * @param until where live reading began
 * @param phase waiting, reading, idle once it is finished, throttled or stopped; see {@link
 *     SyncPhase}
 * @param paused whether an admin paused it
 * @param share per cent of the helpdesk's limit that it may use
 * @param ticketsRead since it was started, also those that were here already
 * @param ticketsTotal about how many it will have read, never less than {@code ticketsRead}
 * @param ticketsPerSecond median of the last minutes; 0 when nothing is being read
 * @param readUpTo the newest change that it has seen, null before the first
 * @param remaining an estimate of the rest; null until half a minute of reading allows an honest
 *     one, and when there is nothing left
 * @param waitingUntil when the next attempt is allowed, null if now
 * @param failureKind the last failure's stable word, null after a page that went well
 * @param failureMessage what happened, null without a failure
 * @param failedAt null without a failure
 * @param finishedAt null until then
 */
public record BackfillProgress(
    Instant from,
    Instant until,
    String phase,
    boolean paused,
    int share,
    long ticketsRead,
    OptionalLong ticketsTotal,
    double ticketsPerSecond,
    Instant readUpTo,
    Duration remaining,
    Instant waitingUntil,
    String failureKind,
    String failureMessage,
    Instant failedAt,
    Instant finishedAt) {

  /** Whether it still has something to read. */
  public boolean isOpen() {
    return finishedAt == null;
  }
}
