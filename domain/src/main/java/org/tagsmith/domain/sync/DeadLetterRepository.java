package org.tagsmith.domain.sync;

import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Keeps the changes of labels that a helpdesk refused for good, and who settled them. Each method
 * is one step; of two admins who settle the same, one does.
 */
public interface DeadLetterRepository {
  /** Stands for "from the newest". */
  long NEWEST = Long.MAX_VALUE;

  /**
   * The newest first.
   *
   * @param before only older ones than this entry; {@link #NEWEST} for the first page
   * @param most so many at most
   */
  List<DeadLetter> list(HelpdeskAccountId account, long before, int most);

  /**
   * Puts what was refused into the outbox anew, due at once, but for labels that were decided anew
   * since. The refused entries stay on record as tried again.
   *
   * @param by who wants it
   * @return how many it were
   */
  int retry(HelpdeskAccountId account, List<Long> entries, String by);

  /**
   * The same for all up to the newest that was seen.
   *
   * @param upTo the newest that was seen
   */
  int retryAll(HelpdeskAccountId account, long upTo, String by);

  /**
   * Drops entries: they are no longer listed, and never sent.
   *
   * @return how many it were
   */
  int drop(HelpdeskAccountId account, List<Long> entries, String by);

  /**
   * Takes a drop back.
   *
   * @return how many are listed again
   */
  int takeBack(HelpdeskAccountId account, List<Long> entries);
}
