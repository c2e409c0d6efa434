package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncStateRepository.PageMark;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;
import org.tagsmith.domain.sync.SyncStateRepository.SyncFailure;

/**
 * Keeps the bookkeeping of one stream of each account. Each method is one step that cannot be half
 * done; those with a {@code holder} do nothing for a runner that lost its lease, and say so.
 */
public interface StreamStateRepository {
  /**
   * Takes the lease of an account's stream.
   *
   * @param holder unique for this run
   * @return empty if another runner has it, or the stream is waiting, paused or finished
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
   * Keeps a page that was read, before the next one is asked for. Durable against the end of this
   * process, not against that of the database.
   *
   * @return false if the lease was lost
   */
  boolean keep(HelpdeskAccountId id, String holder, KeptPage page);

  /** The pages that were kept and not stored since, in the order in which they were kept. */
  List<KeptPage> kept(HelpdeskAccountId id);

  /**
   * Notes stored pages, and forgets any failure and the pages where they were kept; at the end of
   * the stream all that were kept. Called in the transaction that stores the pages.
   *
   * @return false if the lease was lost
   */
  boolean advance(HelpdeskAccountId id, String holder, PageMark page);

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

  /** Tickets of this stream lately, in equal slots of time, oldest first. */
  List<RateSlot> recentSlots(HelpdeskAccountId id);

  /** The time by which all of this is kept. */
  Instant now();
}
