package org.tagsmith.domain.sync;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Keeps the tickets that shall be looked at: one entry for each, so that deliveries that come
 * twice, late or in another order collapse. One runner per account at a time, by a lease of its
 * own. Nothing here must survive: what is lost is found by the next reading.
 */
public interface LookRepository {
  /**
   * Asks for a look at a ticket, at once. An entry that waits already is asked for anew.
   *
   * @param mark of the delivery; null if it has none. Those without are counted for a while, for
   *     {@link OutboxRepository#listCrossed}
   * @return false if a delivery with this mark was taken before; nothing was done
   */
  boolean request(HelpdeskAccountId account, long ticket, String mark);

  /**
   * Takes the runner's lease of an account.
   *
   * @return false if nothing is due, another runner has it, or the account's looks are paused by us
   *     or its reading by the helpdesk
   */
  boolean claim(HelpdeskAccountId account, String holder, Duration lease);

  /**
   * Makes the runner's lease last from now. Inside a transaction it also keeps everybody else from
   * the lease until the transaction ends.
   *
   * @return false if it was lost
   */
  boolean renew(HelpdeskAccountId account, String holder, Duration lease);

  /** Gives the runner's lease back. */
  void release(HelpdeskAccountId account, String holder);

  /** The tickets that have been due for longest, without those that are being asked for anew. */
  List<Entry> due(HelpdeskAccountId account, int most);

  /** Deletes entries, but for those that were asked for anew since they were taken. */
  void done(HelpdeskAccountId account, Collection<Entry> entries);

  /** Lets entries rest after a failed attempt; after {@code mostAttempts} they are given up. */
  void postpone(
      HelpdeskAccountId account, Collection<Entry> entries, Duration pause, int mostAttempts);

  /** Lets all looks of an account rest. */
  void pause(HelpdeskAccountId account, Duration pause);

  /**
   * A ticket to look at.
   *
   * @param request tells this asking from a later one
   * @param attempts failed ones so far
   */
  record Entry(long ticket, long request, int attempts) {}
}
