package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Backfill;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStream;
import org.tagsmith.domain.sync.http.Pause;

/**
 * Brings in what was there before live reading began, beside it and behind it. Thread-safe, and
 * safe on several servers: of all that are asked to read a backfill, one does.
 */
@ApplicationScoped
public class BackfillTickets {
  /**
   * So many tickets are worth a transaction, a fifth of a second's work. Helpdesks give 100 at a
   * time or 1,000, as fast as they let us.
   */
  static final int ENOUGH = 2_000;

  private final BackfillRepository backfills;
  private final Connectors connectors;
  private final SyncRunRepository runs;
  private final StorePage storePage;
  private final ReadingThreads threads;
  private final Pause pause;
  private final int enough;

  @Inject
  BackfillTickets(
      BackfillRepository backfills,
      Connectors connectors,
      SyncRunRepository runs,
      StorePage storePage,
      ReadingThreads threads,
      Pause pause) {
    this(backfills, connectors, runs, storePage, threads, pause, ENOUGH);
  }

  /**
   * @param enough tickets for a transaction; 0 stores each page by itself
   */
  BackfillTickets(
      BackfillRepository backfills,
      Connectors connectors,
      SyncRunRepository runs,
      StorePage storePage,
      ReadingThreads threads,
      Pause pause,
      int enough) {
    this.backfills = backfills;
    this.connectors = connectors;
    this.runs = runs;
    this.storePage = storePage;
    this.threads = threads;
    this.pause = pause;
    this.enough = enough;
  }

  /** For the container's proxy. */
  protected BackfillTickets() {
    this.backfills = null;
    this.connectors = null;
    this.runs = null;
    this.storePage = null;
    this.threads = null;
    this.pause = null;
    this.enough = 0;
  }

  /**
   * Reads an account's backfill until its end, or a failure. Blocks as long as that takes, hours
   * for a first one; interrupting the thread ends it after the page at hand. Failures of the
   * helpdesk are part of the outcome, not thrown, and are kept for the progress.
   *
   * @return "not now" also where there is no backfill, or nothing left of it
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public SyncOutcome backfill(HelpdeskAccountId id) {
    String holder = "backfill-" + UUID.randomUUID();
    Optional<SyncState> claimed = backfills.claim(id, holder, SyncTickets.LEASE);
    if (claimed.isEmpty()) {
      return SyncOutcome.notNow();
    }
    Backfill backfill = backfills.find(id).orElseThrow();
    HelpdeskAccount account = claimed.get().account();
    GiveWay others = new GiveWay(account, () -> backfills.share(id), pause);
    LeasedStream stream = new LeasedStream(SyncStream.BACKFILL, backfills, account, holder);
    return new SyncRun(stream, claimed.get(), runs, storePage, enough)
        .read(
            () -> connectors.of(account.connector()),
            connector -> connector.startAt(backfill.from(), backfill.until()),
            others::await,
            threads.newReader());
  }
}
