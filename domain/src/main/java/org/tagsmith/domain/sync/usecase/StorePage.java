package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.KeptPage;
import org.tagsmith.domain.sync.StoredBatch;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncStateRepository.PageMark;
import org.tagsmith.domain.sync.SyncStream;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.TicketBatchStore;

/**
 * One transaction for a page, or for several that a backfill gathered: tickets, cursor and counters
 * change together or not at all, and only for the runner that holds the lease. A bean of its own,
 * because a call within one bean would pass the transaction by.
 */
@ApplicationScoped
class StorePage {
  private final SyncRunRepository runs;
  private final TicketBatchStore tickets;

  @Inject
  StorePage(SyncRunRepository runs, TicketBatchStore tickets) {
    this.runs = runs;
    this.tickets = tickets;
  }

  /** For the container's proxy. */
  protected StorePage() {
    this.runs = null;
    this.tickets = null;
  }

  /**
   * What was stored.
   *
   * @param run the run the pages count for; empty while the run has read nothing
   */
  record StoredPage(StoredBatch batch, OptionalLong run) {}

  /**
   * Stores pages.
   *
   * @param pages at least one, in the order in which they were read
   * @param run the run so far; begun here by the first page that brings something. A helpdesk may
   *     list the newest tickets at each look though nothing happened; that makes no history
   * @throws LeaseLost if another runner took over; nothing was stored
   */
  @Transactional
  StoredPage store(LeasedStream stream, OptionalLong run, List<KeptPage> pages, Duration lease) {
    HelpdeskAccount account = stream.account();
    TicketBatch batch = pages.stream().map(KeptPage::page).reduce(TicketBatch::and).orElseThrow();
    if (!stream.states().renew(account.id(), stream.holder(), lease)) {
      throw new LeaseLost();
    }
    StoredBatch stored = batch.isEmpty() ? StoredBatch.NOTHING : tickets.store(account, batch);
    OptionalLong counted = run;
    boolean brings =
        stream.stream() == SyncStream.LIVE ? stored.tickets() > 0 : !batch.tickets().isEmpty();
    if (run.isEmpty() && brings) {
      counted = OptionalLong.of(runs.begin(account.id(), stream.stream()));
    }
    counted.ifPresent(id -> runs.addPages(id, pages.size(), stored.tickets()));
    PageMark mark =
        new PageMark(
            pages.stream().map(KeptPage::behind).toList(),
            batch.next(),
            batch.readUpTo(),
            batch.endOfStream(),
            batch.tickets().size(),
            stored.added(),
            stored.tickets(),
            lease);
    if (!stream.states().advance(account.id(), stream.holder(), mark)) {
      throw new LeaseLost();
    }
    return new StoredPage(stored, counted);
  }

  /** Another runner took over, or an admin paused the reading. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
      super("Another runner took over, or reading was paused");
    }
  }
}
