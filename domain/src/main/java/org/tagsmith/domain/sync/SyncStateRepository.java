package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Keeps the bookkeeping of reading. Each method is one step that cannot be half done; those with a
 * {@code holder} do nothing for a runner that lost its lease, and say so.
 */
public interface SyncStateRepository {
  /** All accounts that are not disconnected, in the order in which they were connected. */
  List<SyncState> list();

  /** One account. */
  Optional<SyncState> find(HelpdeskAccountId id);

  /**
   * Takes the lease of an account.
   *
   * @param holder unique for this run
   * @return empty if another runner has it, or the account is waiting or paused
   */
  Optional<SyncState> claim(HelpdeskAccountId id, String holder, Duration lease);

  /**
   * Makes the lease last from now. Inside a transaction it also keeps everybody else from the lease
   * until the transaction ends.
   *
   * @return false if the lease was lost
   */
  boolean renew(HelpdeskAccountId id, String holder, Duration lease);

  /**
   * Notes a stored page and forgets any failure. Called in the transaction that stores the page.
   *
   * @return false if the lease was lost
   */
  boolean advance(HelpdeskAccountId id, String holder, PageMark page);

  /**
   * Keeps everybody else from the bookkeeping until the caller's transaction ends. Called before
   * tickets are stored beside the reading, in the order in which reading does it too.
   */
  void hold(HelpdeskAccountId id);

  /** Counts tickets that were stored beside the reading; see {@link #hold}. */
  void added(HelpdeskAccountId id, int tickets);

  /** Notes about how many tickets the helpdesk has. */
  void estimate(HelpdeskAccountId id, OptionalLong ticketsTotal);

  /**
   * Notes a failure, sets when to try again and gives the lease back.
   *
   * @return false if the lease was lost
   */
  boolean fail(HelpdeskAccountId id, String holder, SyncFailure failure);

  /** Gives the lease back. */
  void release(HelpdeskAccountId id, String holder);

  /** Ends a pause of our own making; a pause that the helpdesk asked for stays. */
  boolean resume(HelpdeskAccountId id);

  /** Tickets stored lately, in equal slots of time, oldest first. */
  List<RateSlot> recentSlots(HelpdeskAccountId id);

  /** The time by which all of this is kept. */
  Instant now();

  /**
   * What a page changes in the bookkeeping.
   *
   * @param next where to read on
   * @param readUpTo null if the page was empty
   * @param endOfStream whether the helpdesk has nothing newer
   * @param added tickets that we did not hold before
   * @param tickets tickets that were new or changed
   * @param lease how long the runner may be silent from now
   */
  record PageMark(
      SyncCursor next,
      Instant readUpTo,
      boolean endOfStream,
      int added,
      int tickets,
      Duration lease) {}

  /**
   * A failure with its remedy.
   *
   * @param kind a stable word
   * @param message holds no customer text
   * @param phase throttled, waiting or stopped
   * @param pause until the next attempt
   */
  record SyncFailure(String kind, String message, SyncPhase phase, Duration pause) {}

  /**
   * Tickets stored in one slot of time.
   *
   * @param beganAt a multiple of {@link ReadingRate#SLOT}
   */
  record RateSlot(Instant beganAt, long tickets) {}
}
