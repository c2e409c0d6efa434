package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Keeps the history of runs that read something or failed: the newest thousand of an account, for
 * ninety days at most. Runs in a row that read nothing and ended the same way are kept as one.
 */
public interface SyncRunRepository {
  /** Stands for "from the newest". */
  long NEWEST = Long.MAX_VALUE;

  /** Begins a run and closes earlier ones of the account's stream that nobody ended. */
  long begin(HelpdeskAccountId account, SyncStream stream);

  /** Counts pages; called in the transaction that stores them. */
  void addPages(long run, int pages, int tickets);

  /**
   * Ends a run.
   *
   * @param message null unless it failed
   */
  void end(long run, SyncOutcome.Ending ending, String message);

  /**
   * The newest first.
   *
   * @param before only older ones than this run; {@link #NEWEST} for the first page
   * @param most so many at most
   */
  List<KeptRun> list(HelpdeskAccountId account, long before, int most);

  /**
   * A run as it is kept.
   *
   * @param endedAt null while it goes on
   * @param tickets that were new or changed
   * @param ending the word of a {@link SyncOutcome.Ending}; {@code running}; or {@code abandoned}
   *     if the server was killed meanwhile
   * @param message null unless it failed
   * @param repeats how many runs in a row this stands for, at least 1
   */
  record KeptRun(
      long id,
      Instant startedAt,
      Instant endedAt,
      int pages,
      long tickets,
      String ending,
      String message,
      int repeats) {}
}
