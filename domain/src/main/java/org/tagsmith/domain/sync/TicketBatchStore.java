package org.tagsmith.domain.sync;

import java.util.Collection;

/**
 * Keeps what a connector read: tickets with their labels, the people and organisations behind them,
 * and the daily counts that reports are drawn from. Implementations are thread-safe.
 */
public interface TicketBatchStore {
  /**
   * Stores one page inside the caller's transaction: all of it or, if the caller rolls back,
   * nothing. Until the transaction ends, other pages of the same account wait.
   *
   * <p>Storing a page again changes nothing, and a ticket never goes back in time: of two snapshots
   * the one with the later {@code generatedAt} stays, or, where the helpdesk exported both in the
   * same instant, the one with the later {@code updatedAt}; equal snapshots are equal in effect.
   * People and organisations carry no time: the last description read stays.
   *
   * <p>Text is kept exactly, but for what PostgreSQL cannot hold: a NUL character is kept as U+2400
   * and half of a surrogate pair as U+FFFD. A subject is cut after 1,000 characters.
   *
   * @param account a connected account, never null
   * @param batch never null, may be empty
   * @throws IllegalStateException if there is no transaction, no such account, or the database
   *     fails; the message holds no customer text
   */
  StoredBatch store(HelpdeskAccount account, TicketBatch batch);

  /**
   * Stores tickets that were read by their numbers, by the same rules, inside the caller's
   * transaction. Those that are gone are deleted tickets from now on, where we hold them.
   *
   * @throws IllegalStateException as {@link #store(HelpdeskAccount, TicketBatch)}
   */
  StoredBatch store(HelpdeskAccount account, LookedAt looked);

  /**
   * Takes back the trust in what we hold of tickets, inside the caller's transaction: whatever is
   * read next replaces it, however old, and the contacts of their days are counted anew, since
   * whoever changed a ticket behind our back left its day as it was. Tickets that we do not hold
   * are passed over.
   *
   * @param tickets their numbers, may be empty
   * @throws IllegalStateException as {@link #store(HelpdeskAccount, TicketBatch)}
   */
  void distrust(HelpdeskAccount account, Collection<Long> tickets);
}
