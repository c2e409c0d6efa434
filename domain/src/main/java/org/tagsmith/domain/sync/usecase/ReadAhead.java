package org.tagsmith.domain.sync.usecase;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.KeptPage;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.usecase.StorePage.LeaseLost;

/**
 * Reads page after page on a thread of its own and keeps each before it asks for the next, so that
 * no more than one is on its way that would have to be read again. Waits while enough pages were
 * not taken. One thread begins it and takes the pages.
 */
final class ReadAhead {
  private final LeasedStream stream;
  private final Connector connector;
  private final Consumer<Connector> giveWay;
  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final Semaphore room;
  private final Set<SyncCursor> visited = new HashSet<>();

  /** What came next. */
  private sealed interface Step {
    /** A page. */
    record Page(KeptPage page) implements Step {}

    /** Why there are no more pages. */
    record Failed(Throwable reason) implements Step {}
  }

  /**
   * @param giveWay called before each page, by the reader's thread; may block
   * @param pages so many may be read and not taken yet
   */
  ReadAhead(LeasedStream stream, Connector connector, Consumer<Connector> giveWay, int pages) {
    this.stream = stream;
    this.connector = connector;
    this.giveWay = giveWay;
    this.room = new Semaphore(pages);
  }

  /**
   * Notes a bookmark as passed; called before reading begins.
   *
   * @return false if it was passed before
   */
  boolean pass(SyncCursor bookmark) {
    return visited.add(bookmark);
  }

  /** Begins to read at a bookmark; interrupting the reader's thread ends it. */
  void begin(SyncCursor bookmark, ExecutorService reader) {
    reader.execute(() -> read(bookmark));
  }

  /**
   * The next page; after one that is the end of the stream there is none.
   *
   * @return null if there was none in time
   * @throws RuntimeException why a page could not be read or kept
   */
  KeptPage take(Duration patience) throws InterruptedException {
    Step step = steps.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (step instanceof Step.Page read) {
      room.release();
      return read.page();
    }
    if (step instanceof Step.Failed failed) {
      throw failed.reason() instanceof RuntimeException reason
          ? reason
          : new IllegalStateException(failed.reason());
    }
    return null;
  }

  private void read(SyncCursor from) {
    try {
      readPages(from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody takes pages any more
    } catch (RuntimeException | Error e) {
      steps.add(new Step.Failed(e));
    }
  }

  private void readPages(SyncCursor from) throws InterruptedException {
    SyncCursor cursor = from;
    boolean more = true;
    while (more) {
      room.acquire();
      giveWay.accept(connector);
      TicketBatch page = connector.read(stream.account(), cursor);
      KeptPage read = new KeptPage(cursor, page);
      boolean stuck = !page.endOfStream() && !visited.add(page.next());
      more = !page.endOfStream() && !stuck;
      if (more && !stream.states().keep(stream.account().id(), stream.holder(), read)) {
        throw new LeaseLost();
      }
      steps.add(new Step.Page(read));
      if (stuck) {
        throw new ConnectorFailure.ContractBroken(
            "The helpdesk gave a bookmark a second time without reaching the end of its changes;"
                + " reading on would go round in circles.",
            null);
      }
      cursor = page.next();
    }
  }
}
