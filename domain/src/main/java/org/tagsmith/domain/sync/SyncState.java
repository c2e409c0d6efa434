package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The bookkeeping of one account. Born when the account is connected; every stored page moves the
 * cursor in the same transaction as its tickets; a failure is noted and forgotten with the next
 * page.
 *
 * @param cursor where to read on, null before the first page
 * @param readUpTo the newest change seen, null before the first
 * @param caughtUpAt when the helpdesk last had nothing newer, null if never
 * @param ticketsStored distinct tickets that we hold
 * @param waitingUntil when the next attempt is allowed, null if now
 * @param failureKind null without a failure
 * @param failureMessage null without a failure
 * @param failedAt null without a failure
 * @param failuresInARow failures since the last stored page
 * @param lastPageAt null before the first page
 * @param isHeld whether a runner works on the account now
 */
public record SyncState(
    HelpdeskAccount account,
    SyncCursor cursor,
    Instant readUpTo,
    Instant caughtUpAt,
    long ticketsStored,
    OptionalLong ticketsTotal,
    SyncPhase phase,
    Instant waitingUntil,
    String failureKind,
    String failureMessage,
    Instant failedAt,
    int failuresInARow,
    Instant lastPageAt,
    boolean isHeld) {}
