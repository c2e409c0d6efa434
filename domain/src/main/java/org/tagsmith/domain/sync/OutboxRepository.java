package org.tagsmith.domain.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketId;

/**
 * Keeps changes of labels until the helpdesk has them. An entry is waiting, then written or
 * refused; it is never deleted. One writer per account at a time, by a lease of its own.
 */
public interface OutboxRepository {
  /** Adds a change, due at once. Called in the transaction that records the decision. */
  void enqueue(TicketId ticket, Set<String> add, Set<String> remove, String by);

  /**
   * Takes the writer's lease of an account.
   *
   * @return false if nothing is due, another writer has it, or the account's writing is paused
   */
  boolean claim(HelpdeskAccountId account, String holder, Duration lease);

  /**
   * Makes the writer's lease last from now, and notes that these changes are handed to the
   * connector next: from now on they may take effect, whatever becomes of the writer.
   *
   * @return false if the lease was lost; nothing is noted then
   */
  boolean sending(HelpdeskAccountId account, String holder, Duration lease, List<Long> entries);

  /** Gives the writer's lease back. */
  void release(HelpdeskAccountId account, String holder);

  /** The ticket whose change has been due for longest, with all that waits for it. */
  Optional<WaitingChanges> nextDue(HelpdeskAccountId account);

  /**
   * Notes that the helpdesk holds these changes, and forgets any failure of the account.
   *
   * @param replacements how often all labels of the ticket were replaced for that; more than none
   *     is judged later by {@link #listCrossed}
   */
  void written(List<Long> entries, int replacements);

  /**
   * Judges the replacements that were made longer ago than deliveries take: where more deliveries
   * named the ticket meanwhile than we replaced its labels, somebody else changed it at that time,
   * and a label of theirs may be lost. Each is listed once, as a refused change without labels and
   * with the reason {@code crossed}. Without deliveries nothing is found.
   *
   * @return how many were listed
   */
  int listCrossed(HelpdeskAccountId account);

  /**
   * Notes that the helpdesk will never accept these changes, and forgets any failure of the
   * account.
   *
   * @param reason a stable word
   * @param concerned the labels that the refusal names, possibly those of others
   */
  void refused(List<Long> entries, String reason, Set<String> concerned);

  /**
   * Notes a failed attempt.
   *
   * @param problem holds no customer text
   * @param pause until the next attempt
   */
  void postpone(List<Long> entries, String problem, Duration pause);

  /** How often an account failed as a whole since it last took or refused a change. */
  int failuresInARow(HelpdeskAccountId account);

  /** Counts a failure of an account as a whole, and lets all its writing rest. */
  void pause(HelpdeskAccountId account, Duration pause);

  /** Makes every waiting change of an account due now. */
  void resume(HelpdeskAccountId account);

  /**
   * What of the labels that people decided about a ticket waits, or was refused within a day and
   * not decided anew since.
   */
  List<UnwrittenLabel> unwritten(TicketId ticket);

  /** How many changes wait and how many were refused. */
  OutboxCounts count(HelpdeskAccountId account);

  /** See {@link #count}. */
  record OutboxCounts(long waiting, long refused) {}
}
