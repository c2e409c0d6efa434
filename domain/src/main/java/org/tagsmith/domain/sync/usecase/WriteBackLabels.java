package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.WaitingChanges;

/**
 * Brings what agents decided to the helpdesk. Nothing is forgotten: a change stays in the outbox
 * until the helpdesk holds it or refuses it for good. A change may be sent again after a crash; the
 * connector compares sets first, so the label is not written twice. That a change is sent is noted
 * before: an attempt whose end is not known may take effect after a later decision, and the
 * connector is told so. Thread-safe, and safe on several servers.
 */
@ApplicationScoped
public class WriteBackLabels {
  // As for reading: a writer that was killed is replaced within half a minute. Renewed while a
  // write
  // takes longer; a second writer in spite of it does no harm.
  static final Duration LEASE = Duration.ofSeconds(12);
  private static final Duration RENEW_EVERY = LEASE.dividedBy(3);
  private static final int MOST_PER_CALL = 500;
  private static final System.Logger LOG = System.getLogger(WriteBackLabels.class.getName());

  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;
  private final OutboxRepository outbox;
  private final ReadingThreads threads;
  private final PlannedChanges planned;

  @Inject
  WriteBackLabels(
      HelpdeskAccountRepository accounts,
      Connectors connectors,
      OutboxRepository outbox,
      ReadingThreads threads,
      PlannedChanges planned) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.outbox = outbox;
    this.threads = threads;
    this.planned = planned;
  }

  /** For the container's proxy. */
  protected WriteBackLabels() {
    this.accounts = null;
    this.connectors = null;
    this.outbox = null;
    this.threads = null;
    this.planned = null;
  }

  /**
   * Writes what is due, ticket by ticket, until nothing is or the helpdesk asks for a pause. Blocks
   * as long as that takes; failures of the helpdesk are kept in the outbox, not thrown.
   *
   * @return how many tickets are now as decided
   * @throws IllegalArgumentException if the account is not connected here
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public int writeDue(HelpdeskAccountId id) {
    HelpdeskAccount account =
        accounts
            .find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No helpdesk account " + id.value() + " is connected."));
    int crossed = outbox.listCrossed(id);
    if (crossed > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Account {0}: others changed {1} tickets while their labels were replaced",
          id.value(),
          crossed);
    }
    String holder = "writer-" + UUID.randomUUID();
    if (!outbox.claim(id, holder, LEASE)) {
      return 0;
    }
    ExecutorService sender = threads.newReader();
    try {
      return writeAll(account, holder, sender);
    } finally {
      sender.shutdown();
      outbox.release(id, holder);
    }
  }

  private int writeAll(HelpdeskAccount account, String holder, ExecutorService sender) {
    int done = 0;
    for (int i = 0; i < MOST_PER_CALL && !Thread.currentThread().isInterrupted(); i++) {
      Optional<WaitingChanges> due = outbox.nextDue(account.id());
      if (due.isEmpty() || !outbox.sending(account.id(), holder, LEASE, due.get().ids())) {
        break;
      }
      Result result = write(account, holder, sender, due.get());
      if (result == Result.DONE) {
        done++;
      } else if (result == Result.REST) {
        break;
      }
    }
    return done;
  }

  private enum Result {
    DONE,
    NEXT,
    REST
  }

  private Result write(
      HelpdeskAccount account, String holder, ExecutorService sender, WaitingChanges due) {
    WaitingChanges changes = due;
    LabelWriteOutcome outcome;
    try {
      Connector connector = connectors.of(account.connector());
      if (PlannedChanges.are(due)) {
        Optional<WaitingChanges> wanted =
            await(
                sender.submit(() -> planned.stillWanted(account, connector, due)), account, holder);
        if (wanted.isEmpty()) {
          return Result.NEXT;
        }
        changes = wanted.get();
      }
      LabelChange change = changes.merged();
      outcome = await(sender.submit(() -> connector.write(account, change)), account, holder);
    } catch (RuntimeException e) {
      FailureWords words = FailureWords.of(e);
      if (words.isUnexpected()) {
        TraceWithoutWords.log(
            LOG,
            System.Logger.Level.ERROR,
            "Account " + account.id().value() + ": writing labels failed unexpectedly",
            e);
      }
      return failed(account, changes, words);
    }
    if (outcome instanceof LabelWriteOutcome.Refused refused) {
      outbox.refused(changes.concernedBy(refused.labels()), refused.reason(), refused.labels());
      return Result.NEXT;
    }
    outbox.written(
        changes.ids(),
        outcome instanceof LabelWriteOutcome.Written written ? written.replacements() : 0);
    return Result.DONE;
  }

  /** Waits for the end also of a write whose lease was lost: it happened, and that is noted. */
  private <T> T await(Future<T> write, HelpdeskAccount account, String holder) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return write.get(RENEW_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillWriting) {
          renew(account, holder);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void renew(HelpdeskAccount account, String holder) {
    try {
      outbox.sending(account.id(), holder, LEASE, List.of());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.INFO,
          "Account {0}: the writing lease could not be renewed ({1})",
          account.id().value(),
          e.getClass().getName());
    }
  }

  private Result failed(HelpdeskAccount account, WaitingChanges changes, FailureWords failure) {
    boolean concernsAll = failure.concernsWholeAccount();
    // Of many tickets that wait, each has failed but seldom: their number must not make up for it.
    int failures = concernsAll ? outbox.failuresInARow(account.id()) : changes.attempts();
    Duration pause = failure.pause(failures + 1);
    outbox.postpone(changes.ids(), failure.kind() + ": " + failure.message(), pause);
    LOG.log(
        System.Logger.Level.INFO,
        "Account {0}: a change of labels waits ({1})",
        account.id().value(),
        failure.kind());
    if (!concernsAll) {
      return Result.NEXT;
    }
    outbox.pause(account.id(), pause);
    return Result.REST;
  }
}
