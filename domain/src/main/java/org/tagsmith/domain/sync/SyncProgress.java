package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How far one account is; the same on every server and after a restart. While a backfill goes on,
 * phase, rate, rest and failure are its own, unless live reading stands still.
 *
 * @param phase waiting, reading, idle, throttled or stopped; see {@link SyncPhase}
 * @param ticketsStored distinct tickets that we hold
 * @param ticketsTotal about how many the helpdesk has, never less than {@code ticketsStored}
 * @param ticketsPerSecond median of the last minutes; 0 when nothing is being read
 * @param readUpTo the newest change seen, null before the first
 * @param lag how far we are behind the helpdesk, null before the first page
 * @param remaining an estimate of the rest; null until half a minute of reading allows an honest
 *     one, and when there is nothing left
 * @param waitingUntil when the next attempt is allowed, null if now
 * @param failureKind the last failure's stable word, null after a page that went well
 * @param failureMessage what happened, null without a failure
 * @param failedAt null without a failure
 * @param lastPageAt when the last page was stored, null before the first
 * @param outboxWaiting changes of labels not yet written to the helpdesk
 * @param outboxRefused changes of labels that the helpdesk will never accept
 * @param backfill null if the account has none
 */
public record SyncProgress(
    HelpdeskAccount account,
    String phase,
    long ticketsStored,
    OptionalLong ticketsTotal,
    double ticketsPerSecond,
    Instant readUpTo,
    Duration lag,
    Duration remaining,
    Instant waitingUntil,
    String failureKind,
    String failureMessage,
    Instant failedAt,
    Instant lastPageAt,
    long outboxWaiting,
    long outboxRefused,
    BackfillProgress backfill) {}
