package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.DryRun;
import org.tagsmith.domain.sync.DryRun.Stop;
import org.tagsmith.domain.sync.DryRun.Ticket;
import org.tagsmith.domain.sync.HeldChangesRepository;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.SyncPhase;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.WaitingChanges;

/**
 * Reads the tickets whose changes wait, and shows what writing would do. Writes nothing, neither at
 * the helpdesk nor into the outbox. Thread-safe; one at a time for each account and server.
 */
@ApplicationScoped
public class TryWriting {
  /** Each ticket costs a call or two: of more tickets only the newest are read. */
  public static final int MOST_TICKETS = 200;

  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final System.Logger LOG = System.getLogger(TryWriting.class.getName());

  private final FindAccount accounts;
  private final Connectors connectors;
  private final HeldChangesRepository changes;
  private final SyncStateRepository states;
  private final Clock clock;
  private final Set<HelpdeskAccountId> underWay = ConcurrentHashMap.newKeySet();

  @Inject
  TryWriting(
      FindAccount accounts,
      Connectors connectors,
      HeldChangesRepository changes,
      SyncStateRepository states,
      Clock clock) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.changes = changes;
    this.states = states;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected TryWriting() {
    this.accounts = null;
    this.connectors = null;
    this.changes = null;
    this.states = null;
    this.clock = null;
  }

  /**
   * Makes a dry run, whatever the account's write-back is set to. Blocks for a minute or two at
   * most. Failures of the helpdesk are part of the result.
   *
   * @return empty if one of this account is under way on this server
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Optional<DryRun> of(HelpdeskAccountId id) {
    return of(
        id,
        changes.countUnsent(id),
        () -> changes.unsent(id, MOST_TICKETS).stream().map(WaitingChanges::merged).toList());
  }

  /**
   * Makes a dry run of changes that nobody asked to write yet. Blocks for a minute or two at most.
   *
   * @param tickets how many there are in all
   * @param sample those that are tried
   * @return empty if one of this account is under way on this server
   * @throws org.tagsmith.domain.sync.SettingsRefused if there is no such account
   */
  Optional<DryRun> of(HelpdeskAccountId id, long tickets, Supplier<List<LabelChange>> sample) {
    HelpdeskAccount account = accounts.connected(id);
    if (!underWay.add(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(run(account, tickets, sample));
    } finally {
      underWay.remove(id);
    }
  }

  private DryRun run(HelpdeskAccount account, long waiting, Supplier<List<LabelChange>> sample) {
    Optional<Stop> pause = pauseAskedFor(account);
    if (waiting == 0 || pause.isPresent()) {
      return new DryRun(waiting, List.of(), waiting == 0 ? null : pause.get());
    }
    List<Ticket> read = new ArrayList<>();
    Instant end = clock.instant().plus(LONGEST);
    for (LabelChange each : sample.get()) {
      if (clock.instant().isAfter(end)) {
        return new DryRun(waiting, read, new Stop("out-of-time", null));
      }
      try {
        Connector connector = connectors.of(account.connector());
        read.add(new Ticket(each.ticketId(), connector.plan(account, each), null));
      } catch (RuntimeException e) {
        FailureWords words = FailureWords.of(e);
        log(account, words, e);
        if (words.concernsWholeAccount()) {
          return new DryRun(waiting, read, new Stop(words.kind(), asked(e)));
        }
        read.add(new Ticket(each.ticketId(), null, words.kind()));
      }
    }
    return new DryRun(waiting, read, null);
  }

  private static void log(HelpdeskAccount account, FailureWords words, RuntimeException failure) {
    if (words.isUnexpected()) {
      TraceWithoutWords.log(
          LOG,
          System.Logger.Level.ERROR,
          "Account " + account.id().value() + ": a dry run failed unexpectedly",
          failure);
    }
  }

  private static Duration asked(RuntimeException failure) {
    return failure instanceof ConnectorFailure.Throttled throttled ? throttled.retryAfter() : null;
  }

  /** Reading was told to wait, and so is everybody. */
  private Optional<Stop> pauseAskedFor(HelpdeskAccount account) {
    Instant now = states.now();
    return states
        .find(account.id())
        .filter(state -> state.phase() == SyncPhase.THROTTLED)
        .map(SyncState::waitingUntil)
        .filter(until -> until.isAfter(now))
        .map(until -> new Stop("throttled", Duration.between(now, until)));
  }
}
