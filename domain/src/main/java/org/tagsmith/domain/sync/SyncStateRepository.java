package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Keeps the bookkeeping of live reading, which is the account's own. */
public interface SyncStateRepository extends StreamStateRepository {
  /** All accounts that are not disconnected, in the order in which they were connected. */
  List<SyncState> list();

  /** One account. */
  Optional<SyncState> find(HelpdeskAccountId id);

  /**
   * Keeps everybody else from the bookkeeping until the caller's transaction ends. Called before
   * tickets are stored beside the reading, in the order in which reading does it too.
   */
  void hold(HelpdeskAccountId id);

  /** Counts tickets that were stored beside the reading; see {@link #hold}. */
  void added(HelpdeskAccountId id, int tickets);

  /** Ends a pause of our own making; a pause that the helpdesk asked for stays. */
  boolean resume(HelpdeskAccountId id);

  /**
   * What pages that are stored together change in the bookkeeping.
   *
   * @param behind the bookmarks at which they were read
   * @param next where to read on
   * @param readUpTo null if they were empty
   * @param endOfStream whether there is nothing more to read now
   * @param read tickets on the pages
   * @param added tickets that we did not hold before
   * @param tickets tickets that were new or changed
   * @param lease how long the runner may be silent from now
   */
  record PageMark(
      List<SyncCursor> behind,
      SyncCursor next,
      Instant readUpTo,
      boolean endOfStream,
      int read,
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
