package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Keeps the bookkeeping of backfills, one for each account at most. */
public interface BackfillRepository extends StreamStateRepository {
  /** Per cent of the helpdesk's limit that a backfill may use at least. */
  int LEAST_SHARE = 10;

  /** Per cent of the helpdesk's limit that a backfill may use at most. */
  int LARGEST_SHARE = 90;

  /** The backfill of an account, if it has one. */
  Optional<Backfill> find(HelpdeskAccountId account);

  /** The backfills of all accounts that are not disconnected. */
  List<Backfill> list();

  /**
   * Opens both streams of an account that was never read and that nobody reads just now: live
   * reading begins at its cursor, and a backfill waits that reads what was before.
   *
   * @param live where live reading begins
   * @return false if there was nothing to open
   */
  boolean open(HelpdeskAccountId account, SyncCursor live, Instant from, Instant until);

  /**
   * Starts a backfill from its beginning, in place of a former one, which a runner loses at once.
   * It reads up to where the former one did.
   *
   * @param from from when on it reads
   * @param until up to when it reads if there was none before
   */
  void startAgain(HelpdeskAccountId account, Instant from, Instant until);

  /**
   * Pauses a backfill, which ends it after the page at hand; or resumes it, at once unless the
   * helpdesk asked for a pause.
   *
   * @return false if there is none
   */
  boolean pause(HelpdeskAccountId account, boolean paused);

  /** Per cent of the helpdesk's limit that the account's backfill may use. */
  int share(HelpdeskAccountId account);

  /**
   * Sets that share.
   *
   * @param share from {@link #LEAST_SHARE} to {@link #LARGEST_SHARE}
   */
  void share(HelpdeskAccountId account, int share);
}
