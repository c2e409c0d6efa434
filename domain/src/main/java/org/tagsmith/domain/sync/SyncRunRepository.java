package org.tagsmith.domain.sync;

import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Keeps the history of runs that read something or failed. */
public interface SyncRunRepository {
  /** Begins a run and closes earlier ones of the account's stream that nobody ended. */
  long begin(HelpdeskAccountId account, SyncStream stream);

  /** Counts a page; called in the transaction that stores the page. */
  void addPage(long run, int tickets);

  /**
   * Ends a run.
   *
   * @param message null unless it failed
   */
  void end(long run, SyncOutcome.Ending ending, String message);
}
