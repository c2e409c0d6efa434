package org.tagsmith.domain.sync.usecase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.KeptPage;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository.SyncFailure;
import org.tagsmith.domain.sync.usecase.StorePage.LeaseLost;
import org.tagsmith.domain.sync.usecase.StorePage.StoredPage;

/**
 * One run of one stream of an account under one lease: stores the pages that are read meanwhile,
 * each by itself or several together. Confined to the thread that runs it, but for the reading.
 */
final class SyncRun {
  private static final System.Logger LOG = System.getLogger(SyncRun.class.getName());
  private static final Duration RENEW_EVERY = SyncTickets.LEASE.dividedBy(3);

  /**
   * So long gathered pages wait for the next one; where a helpdesk is slow, nothing is gathered.
   */
  private static final Duration GATHERED_FOR = Duration.ofMillis(500);

  /** What is stored together is read meanwhile, and no more: pages are held in memory. */
  private static final int PAGES_AHEAD = 20;

  private final LeasedStream stream;
  private final HelpdeskAccount account;
  private final SyncState state;
  private final SyncRunRepository runs;
  private final StorePage storePage;
  private final int enough;

  private final List<KeptPage> gathered = new ArrayList<>();
  private int ticketsGathered;
  private long gatheredSince;
  private OptionalLong run = OptionalLong.empty();
  private int pages;
  private long tickets;
  private long stale;

  /**
   * @param enough pages are gathered until they hold so many tickets; 0 stores each by itself
   */
  SyncRun(
      LeasedStream stream,
      SyncState state,
      SyncRunRepository runs,
      StorePage storePage,
      int enough) {
    this.stream = stream;
    this.account = stream.account();
    this.state = state;
    this.runs = runs;
    this.storePage = storePage;
    this.enough = enough;
  }

  /**
   * Reads until the end of the stream or a failure, and gives the lease back.
   *
   * @param start gives the bookmark to begin at, where there is none yet
   * @param giveWay called before each page, by the reader's thread; may block
   */
  SyncOutcome read(
      Supplier<Connector> connector,
      Function<Connector, SyncCursor> start,
      Consumer<Connector> giveWay,
      ExecutorService reader) {
    try {
      readPages(connector.get(), start, giveWay, reader);
      return ended(Ending.UP_TO_DATE, null);
    } catch (LeaseLost e) {
      return ended(Ending.LEASE_LOST, e.getMessage());
    } catch (InterruptedException e) {
      // Noted first, because a pool may refuse its connections to an interrupted thread.
      SyncOutcome interrupted = ended(Ending.INTERRUPTED, "The server stopped.");
      Thread.currentThread().interrupt();
      return interrupted;
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      reader.shutdownNow();
    }
  }

  private void readPages(
      Connector connector,
      Function<Connector, SyncCursor> start,
      Consumer<Connector> giveWay,
      ExecutorService reader)
      throws InterruptedException {
    ReadAhead ahead = new ReadAhead(stream, connector, giveWay, enough > 0 ? PAGES_AHEAD : 1);
    SyncCursor cursor = state.cursor() != null ? state.cursor() : start.apply(connector);
    ahead.pass(cursor);
    if (state.caughtUpAt() == null) {
      reader.execute(() -> estimate(connector));
    }
    ahead.begin(gatherKept(cursor, ahead), reader);
    if (!gathered.isEmpty()) {
      store();
    }
    boolean more = true;
    while (more) {
      KeptPage page = await(ahead);
      more = !page.page().endOfStream();
      gather(page);
      if (!more || ticketsGathered >= enough) {
        store();
      }
    }
  }

  /** What a runner before this one read and did not store; returns where to read on. */
  private SyncCursor gatherKept(SyncCursor from, ReadAhead ahead) {
    SyncCursor cursor = from;
    for (KeptPage kept : stream.states().kept(account.id())) {
      // what is not behind the bookmark is of a runner that was overtaken
      if (kept.behind().equals(cursor) && ahead.pass(kept.page().next())) {
        gather(kept);
        cursor = kept.page().next();
      }
    }
    return cursor;
  }

  private void gather(KeptPage page) {
    if (gathered.isEmpty()) {
      gatheredSince = System.nanoTime();
    }
    gathered.add(page);
    ticketsGathered += page.page().tickets().size();
  }

  private void store() {
    StoredPage stored = storePage.store(stream, run, List.copyOf(gathered), SyncTickets.LEASE);
    run = stored.run();
    pages += gathered.size();
    tickets += stored.batch().tickets();
    stale += stored.batch().stale();
    gathered.clear();
    ticketsGathered = 0;
  }

  private KeptPage await(ReadAhead ahead) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (true) {
      KeptPage page = null;
      try {
        page = ahead.take(patience());
      } catch (RuntimeException e) {
        if (!gathered.isEmpty()) {
          store();
        }
        throw e;
      }
      if (page != null) {
        return page;
      }
      if (!gathered.isEmpty()) {
        store();
      } else if (!stream.renew()) {
        throw new LeaseLost();
      }
    }
  }

  private Duration patience() {
    if (gathered.isEmpty()) {
      return RENEW_EVERY;
    }
    Duration left = GATHERED_FOR.minusNanos(System.nanoTime() - gatheredSince);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void estimate(Connector connector) {
    try {
      stream.states().estimate(account.id(), connector.countTickets(account));
    } catch (RuntimeException e) {
      // Without an estimate the progress shows what is here; the reading itself tells what is
      // wrong.
      LOG.log(
          System.Logger.Level.INFO,
          "Account {0}: the number of tickets is not known ({1})",
          stream.name(),
          FailureWords.of(e).kind());
    }
  }

  private SyncOutcome failed(RuntimeException e) {
    FailureWords words = FailureWords.of(e);
    if (words.isUnexpected()) {
      TraceWithoutWords.log(
          LOG,
          System.Logger.Level.ERROR,
          "Account " + stream.name() + ": reading failed unexpectedly",
          e);
    }
    SyncFailure failure = words.after(pages > 0 ? 1 : state.failuresInARow() + 1);
    Ending ending =
        switch (failure.phase()) {
          case THROTTLED -> Ending.THROTTLED;
          case STOPPED -> Ending.STOPPED;
          default -> Ending.UNREACHABLE;
        };
    if (ending == Ending.STOPPED) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Account {0}: {1}: {2}",
          stream.name(),
          failure.kind(),
          failure.message());
    }
    try {
      if (!stream.states().fail(account.id(), stream.holder(), failure)) {
        return ended(Ending.LEASE_LOST, null);
      }
      if (run.isEmpty()) {
        run = OptionalLong.of(runs.begin(account.id(), stream.stream()));
      }
    } catch (RuntimeException notNoted) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Account {0}: a failure could not be noted ({1})",
          stream.name(),
          notNoted.getClass().getName());
      return outcome(ending, failure.message());
    }
    return ended(ending, failure.message());
  }

  private SyncOutcome ended(Ending ending, String message) {
    try {
      stream.release();
      run.ifPresent(id -> runs.end(id, ending, message));
    } catch (RuntimeException notNoted) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Account {0}: the end of a run could not be noted ({1}); its lease ends by itself",
          stream.name(),
          notNoted.getClass().getName());
    }
    return outcome(ending, message);
  }

  private SyncOutcome outcome(Ending ending, String message) {
    return new SyncOutcome(ending, pages, tickets, stale, message);
  }
}
