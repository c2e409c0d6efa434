package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LookRepository;
import org.tagsmith.domain.sync.LookRepository.Entry;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.StoredBatch;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.TicketBatchStore;

/**
 * What was read and the entries that asked for it change together or not at all, and only for the
 * runner that holds the lease. A bean of its own, because a call within one bean would pass the
 * transaction by.
 */
@ApplicationScoped
class StoreLook {
  private final LookRepository looks;
  private final SyncStateRepository states;
  private final TicketBatchStore tickets;

  @Inject
  StoreLook(LookRepository looks, SyncStateRepository states, TicketBatchStore tickets) {
    this.looks = looks;
    this.states = states;
    this.tickets = tickets;
  }

  /** For the container's proxy. */
  protected StoreLook() {
    this.looks = null;
    this.states = null;
    this.tickets = null;
  }

  /**
   * Stores what was read and deletes the entries it answers, unless they were asked for anew.
   *
   * @return false if another runner took over; nothing was stored
   */
  @Transactional
  boolean store(
      HelpdeskAccount account,
      String holder,
      List<Entry> entries,
      LookedAt looked,
      Duration lease) {
    if (!looks.renew(account.id(), holder, lease)) {
      return false;
    }
    states.hold(account.id());
    StoredBatch stored = tickets.store(account, looked);
    states.added(account.id(), stored.added());
    Set<Long> answered = looked.answered();
    looks.done(
        account.id(), entries.stream().filter(entry -> answered.contains(entry.ticket())).toList());
    return true;
  }
}
