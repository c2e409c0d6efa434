package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.Backfill;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.Comparison;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.Drift;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.Reconcile;
import org.tagsmith.domain.sync.ReconcileRepository;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.ticket.TicketSnapshot;

/**
 * Compares what we hold with the helpdesk, a few calls at each turn, so that reading and agents are
 * not kept waiting. Changes no ticket. Thread-safe, and safe on several servers.
 */
@ApplicationScoped
public class CompareWithHelpdesk {
  static final Duration LEASE = Duration.ofSeconds(60);

  /** What one call of Zendesk takes; a connector may take fewer. */
  static final int MOST_AT_ONCE = 100;

  static final int MOST_ATTEMPTS = 5;
  private static final int CALLS_PER_TURN = 4;
  private static final int NEWEST_OF_THEIRS = 50;
  private static final int DAILY_SAMPLE = 100;

  /** Longer than a helpdesk holds back what changed, and than readings are apart. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  private static final System.Logger LOG = System.getLogger(CompareWithHelpdesk.class.getName());

  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;
  private final ReconcileRepository reconciles;
  private final StoreComparison storeComparison;
  private final SyncStateRepository states;
  private final BackfillRepository backfills;
  private final Duration every;

  /**
   * @param every how often one is due that nobody asked for; zero for never
   */
  @Inject
  CompareWithHelpdesk(
      HelpdeskAccountRepository accounts,
      Connectors connectors,
      ReconcileRepository reconciles,
      StoreComparison storeComparison,
      SyncStateRepository states,
      BackfillRepository backfills,
      @ConfigProperty(name = "tagsmith.reconcile.every") Optional<String> every) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.reconciles = reconciles;
    this.storeComparison = storeComparison;
    this.states = states;
    this.backfills = backfills;
    this.every = every.filter(text -> !text.equals("0")).map(Duration::parse).orElse(Duration.ZERO);
  }

  /** For the container's proxy. */
  protected CompareWithHelpdesk() {
    this.accounts = null;
    this.connectors = null;
    this.reconciles = null;
    this.storeComparison = null;
    this.states = null;
    this.backfills = null;
    this.every = null;
  }

  /**
   * Gives the account's comparison a turn, if one is under way or due. Blocks for a few calls;
   * failures of the helpdesk are kept, not thrown.
   *
   * @return how many tickets drifted in the last comparison and were not asked for again
   * @throws IllegalArgumentException if the account is not connected here
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public long turn(HelpdeskAccountId id) {
    HelpdeskAccount account =
        accounts
            .find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No helpdesk account " + id.value() + " is connected."));
    if (every.compareTo(Duration.ZERO) > 0) {
      reconciles.askIfDue(id, every, DAILY_SAMPLE);
    }
    String holder = "comparer-" + UUID.randomUUID();
    reconciles.claim(id, holder, LEASE).ifPresent(job -> turn(account, job, holder));
    return reconciles.openDrift(id);
  }

  private void turn(HelpdeskAccount account, Reconcile job, String holder) {
    try {
      Connector connector = connectors.of(account.connector());
      if (!job.hasBegun()) {
        choose(account, connector, job, holder);
      }
      for (int call = 0; call < CALLS_PER_TURN; call++) {
        if (Thread.interrupted()) {
          // noted first, because a pool may refuse its connections to an interrupted thread
          reconciles.end(job, holder, Reconcile.State.INTERRUPTED, null);
          Thread.currentThread().interrupt();
          return;
        }
        Reconcile.Part part = reconciles.next(job, MOST_AT_ONCE);
        if (part.ids().isEmpty()) {
          reconciles.finish(job, holder, SETTLED);
          return;
        }
        if (!compare(account, connector, job, holder, part)) {
          return;
        }
      }
      reconciles.rest(job, holder, Duration.ZERO, null, false);
    } catch (RuntimeException e) {
      failed(account, job, holder, e);
    }
  }

  private void choose(HelpdeskAccount account, Connector connector, Reconcile job, String holder) {
    Optional<Instant> readUpTo = states.find(account.id()).map(SyncState::readUpTo);
    Set<Long> theirs =
        readUpTo
            .filter(upTo -> hasReadWhatWasThere(account.id()))
            .map(upTo -> connector.startAt(upTo.minus(Duration.ofHours(1))))
            .map(cursor -> newest(connector.read(account, cursor).tickets()))
            .orElse(Set.of());
    if (job.sample().isEmpty()) {
      // those of ours are compared on the way through all of them
      theirs = new HashSet<>(theirs);
      theirs.removeAll(reconciles.held(account.id(), theirs).keySet());
    }
    reconciles.choose(job, holder, theirs, connector.countTickets(account));
  }

  /** Until then what we do not hold may be the backfill's to read. */
  private boolean hasReadWhatWasThere(HelpdeskAccountId id) {
    return backfills.find(id).map(Backfill::isFinished).orElse(true);
  }

  private static Set<Long> newest(List<TicketSnapshot> tickets) {
    return tickets.stream()
        .skip(Math.max(0, tickets.size() - NEWEST_OF_THEIRS))
        .map(TicketSnapshot::remoteId)
        .collect(Collectors.toSet());
  }

  private boolean compare(
      HelpdeskAccount account,
      Connector connector,
      Reconcile job,
      String holder,
      Reconcile.Part part) {
    Instant settledUpTo = settledUpTo(account.id());
    LookedAt looked = connector.readTickets(account, part.ids());
    Map<Long, Drift.State> ours = new HashMap<>(reconciles.held(account.id(), part.ids()));
    Comparison all = Comparison.of(part.ids(), looked, ours, settledUpTo, job.confirming());
    return storeComparison.store(job, holder, LEASE, part, withoutLooks(account.id(), all));
  }

  /** What is to be read again anyway has been found out already. */
  private Comparison withoutLooks(HelpdeskAccountId account, Comparison all) {
    Set<Long> looks =
        reconciles.waitingForLook(
            account, all.drift().stream().map(Drift::ticketId).collect(Collectors.toSet()));
    return new Comparison(
        all.answered(),
        all.drift().stream().filter(each -> !looks.contains(each.ticketId())).toList(),
        all.suspects(),
        all.onItsWay() + looks.size());
  }

  /**
   * Changes before this moment were read. A second less than the newest, since others of the same
   * second may follow; and once all was read, what lies some minutes before that.
   */
  private Instant settledUpTo(HelpdeskAccountId id) {
    SyncState state = states.find(id).orElseThrow();
    Instant read = state.readUpTo() == null ? Instant.EPOCH : state.readUpTo().minusSeconds(1);
    Instant caughtUp = state.caughtUpAt() == null ? read : state.caughtUpAt().minus(SETTLED);
    return caughtUp.isAfter(read) ? caughtUp : read;
  }

  private void failed(
      HelpdeskAccount account, Reconcile job, String holder, RuntimeException failure) {
    FailureWords words = FailureWords.of(failure);
    if (words.isUnexpected()) {
      TraceWithoutWords.log(
          LOG,
          System.Logger.Level.ERROR,
          "Account " + account.id().value() + ": a comparison failed unexpectedly",
          failure);
    }
    boolean throttled = words.kind().equals("throttled");
    boolean forGood =
        words.remedy() == FailureWords.Remedy.ASK_A_PERSON || job.attempts() + 1 >= MOST_ATTEMPTS;
    if (forGood && !throttled) {
      reconciles.end(job, holder, Reconcile.State.FAILED, words.kind());
    } else {
      Duration pause = words.pause(job.attempts() + 1);
      reconciles.rest(job, holder, pause, words.kind(), !throttled);
    }
  }
}
