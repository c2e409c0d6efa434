package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.SyncStream;

/**
 * Brings tickets in: what is new, and all of an account that was never opened for two streams (see
 * {@link OpenStreams}). Thread-safe, and safe on several servers: of all that are asked to read an
 * account, one does.
 */
@ApplicationScoped
public class SyncTickets {
  // A runner that was killed is replaced when its lease is over and somebody asks again, which the
  // timer does every 15 seconds: together well under half a minute.
  static final Duration LEASE = Duration.ofSeconds(12);

  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;
  private final SyncStateRepository states;
  private final SyncRunRepository runs;
  private final StorePage storePage;
  private final StartTimes startTimes;
  private final ReadingThreads threads;

  @Inject
  SyncTickets(
      HelpdeskAccountRepository accounts,
      Connectors connectors,
      SyncStateRepository states,
      SyncRunRepository runs,
      StorePage storePage,
      StartTimes startTimes,
      ReadingThreads threads) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.states = states;
    this.runs = runs;
    this.storePage = storePage;
    this.startTimes = startTimes;
    this.threads = threads;
  }

  /** For the container's proxy. */
  protected SyncTickets() {
    this.accounts = null;
    this.connectors = null;
    this.states = null;
    this.runs = null;
    this.storePage = null;
    this.startTimes = null;
    this.threads = null;
  }

  /**
   * Reads an account until the helpdesk has nothing newer, or a failure. Blocks as long as that
   * takes, hours for a first run; interrupting the thread ends it after the page at hand. Failures
   * of the helpdesk are part of the outcome, not thrown, and are kept for the progress.
   *
   * @throws IllegalArgumentException if the account is not connected here
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public SyncOutcome sync(HelpdeskAccountId id) {
    HelpdeskAccount account =
        accounts
            .find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No helpdesk account " + id.value() + " is connected."));
    String holder = "run-" + UUID.randomUUID();
    Optional<SyncState> claimed = states.claim(id, holder, LEASE);
    if (claimed.isEmpty()) {
      return SyncOutcome.notNow();
    }
    LeasedStream stream = new LeasedStream(SyncStream.LIVE, states, account, holder);
    return new SyncRun(stream, claimed.get(), runs, storePage, 0)
        .read(
            () -> connectors.of(account.connector()),
            connector -> connector.startAt(startTimes.of(account)),
            connector -> {},
            threads.newReader());
  }
}
