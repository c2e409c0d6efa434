package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Backfill;
import org.tagsmith.domain.sync.BackfillEstimate;
import org.tagsmith.domain.sync.BackfillProgress;
import org.tagsmith.domain.sync.BackfillRepository;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.ReadingRate;
import org.tagsmith.domain.sync.StreamStateRepository;
import org.tagsmith.domain.sync.SyncPhase;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;

/** Tells how far each account is, both of its streams together and the backfill by itself. */
@ApplicationScoped
public class ReadSyncProgress {
  private final SyncStateRepository states;
  private final BackfillRepository backfills;
  private final OutboxRepository outbox;

  @Inject
  ReadSyncProgress(
      SyncStateRepository states, BackfillRepository backfills, OutboxRepository outbox) {
    this.states = states;
    this.backfills = backfills;
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected ReadSyncProgress() {
    this.states = null;
    this.backfills = null;
    this.outbox = null;
  }

  /** One per connected account, in the order in which they were connected. Asks no helpdesk. */
  @Transactional
  public List<SyncProgress> read() {
    Instant now = states.now();
    Map<HelpdeskAccountId, Backfill> all =
        backfills.list().stream()
            .collect(Collectors.toMap(each -> each.state().account().id(), Function.identity()));
    return states.list().stream()
        .map(state -> progress(state, all.get(state.account().id()), now))
        .toList();
  }

  private SyncProgress progress(SyncState state, Backfill opened, Instant now) {
    Pace live = pace(states, state, now);
    BackfillProgress backfill = opened == null ? null : progress(opened, now);
    // what keeps live reading from going on is told first; else what still comes in beside it
    boolean beside = backfill != null && backfill.isOpen() && !backfill.paused() && !stands(live);
    OptionalLong total = total(state, backfill);
    OutboxCounts waiting = outbox.count(state.account().id());
    boolean itsFailure = beside && state.failureKind() == null;
    return new SyncProgress(
        state.account(),
        beside ? backfill.phase() : live.phase().word(),
        state.ticketsStored(),
        total,
        beside ? backfill.ticketsPerSecond() : live.ticketsPerSecond(),
        state.readUpTo(),
        lag(state, now),
        beside ? backfill.remaining() : live.remaining(total, state.ticketsStored()),
        beside ? backfill.waitingUntil() : future(state.waitingUntil(), now),
        itsFailure ? backfill.failureKind() : state.failureKind(),
        itsFailure ? backfill.failureMessage() : state.failureMessage(),
        itsFailure ? backfill.failedAt() : state.failedAt(),
        state.lastPageAt(),
        waiting.waiting(),
        waiting.refused(),
        backfill);
  }

  private BackfillProgress progress(Backfill backfill, Instant now) {
    SyncState state = backfill.state();
    Pace pace = pace(backfills, state, now);
    OptionalLong total = BackfillEstimate.total(backfill);
    return new BackfillProgress(
        backfill.from(),
        backfill.until(),
        pace.phase().word(),
        backfill.paused(),
        backfills.share(state.account().id()),
        state.ticketsStored(),
        total,
        pace.ticketsPerSecond(),
        state.readUpTo(),
        backfill.isFinished() ? null : pace.remaining(total, state.ticketsStored()),
        future(state.waitingUntil(), now),
        state.failureKind(),
        state.failureMessage(),
        state.failedAt(),
        state.caughtUpAt());
  }

  private static boolean stands(Pace live) {
    return live.phase() == SyncPhase.THROTTLED || live.phase() == SyncPhase.STOPPED;
  }

  /** About how many tickets the helpdesk holds, and never less than we do. */
  private static OptionalLong total(SyncState state, BackfillProgress backfill) {
    OptionalLong told = state.ticketsTotal();
    boolean isComplete = backfill == null ? state.caughtUpAt() != null : !backfill.isOpen();
    if (isComplete) {
      // what we hold is the total, and better than the helpdesk's estimate
      return OptionalLong.of(state.ticketsStored());
    }
    if (backfill != null && backfill.ticketsTotal().isPresent()) {
      told = backfill.ticketsTotal();
    }
    return told.isPresent()
        ? OptionalLong.of(Math.max(told.getAsLong(), state.ticketsStored()))
        : told;
  }

  /**
   * How a stream goes.
   *
   * @param median empty until it is known
   */
  private record Pace(SyncPhase phase, double ticketsPerSecond, OptionalDouble median) {
    Duration remaining(OptionalLong total, long read) {
      if (total.isEmpty() || median.isEmpty() || median.getAsDouble() <= 0) {
        return null;
      }
      long left = total.getAsLong() - read;
      return left <= 0 ? null : Duration.ofSeconds((long) Math.ceil(left / median.getAsDouble()));
    }
  }

  private static Pace pace(StreamStateRepository states, SyncState state, Instant now) {
    SyncPhase phase = phaseNow(state);
    List<RateSlot> slots =
        phase == SyncPhase.READING || phase == SyncPhase.THROTTLED
            ? states.recentSlots(state.account().id())
            : List.of();
    OptionalDouble median = ReadingRate.median(slots, now);
    return new Pace(
        phase,
        phase == SyncPhase.READING ? median.orElseGet(() -> ReadingRate.average(slots, now)) : 0,
        median);
  }

  // A runner that was killed leaves its phase behind; without a lease nobody is reading.
  private static SyncPhase phaseNow(SyncState state) {
    return state.phase() == SyncPhase.READING && !state.isHeld()
        ? SyncPhase.WAITING
        : state.phase();
  }

  private static Instant future(Instant time, Instant now) {
    return time != null && time.isAfter(now) ? time : null;
  }

  private static Duration lag(SyncState state, Instant now) {
    Instant upTo = state.readUpTo();
    if (upTo == null || (state.caughtUpAt() != null && state.caughtUpAt().isAfter(upTo))) {
      upTo = state.caughtUpAt();
    }
    if (upTo == null) {
      return null;
    }
    return upTo.isAfter(now) ? Duration.ZERO : Duration.between(upTo, now);
  }
}
