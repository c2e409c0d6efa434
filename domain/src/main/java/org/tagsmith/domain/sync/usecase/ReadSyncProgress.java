package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.ReadingRate;
import org.tagsmith.domain.sync.SyncPhase;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.sync.SyncState;
import org.tagsmith.domain.sync.SyncStateRepository;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;

/** Tells how far each account is. */
@ApplicationScoped
public class ReadSyncProgress {
  private final SyncStateRepository states;
  private final OutboxRepository outbox;

  @Inject
  ReadSyncProgress(SyncStateRepository states, OutboxRepository outbox) {
    this.states = states;
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected ReadSyncProgress() {
    this.states = null;
    this.outbox = null;
  }

  /** One per connected account, in the order in which they were connected. Asks no helpdesk. */
  @Transactional
  public List<SyncProgress> read() {
    Instant now = states.now();
    return states.list().stream().map(state -> progress(state, now)).toList();
  }

  private SyncProgress progress(SyncState state, Instant now) {
    SyncPhase phase = phaseNow(state);
    List<RateSlot> slots =
        phase == SyncPhase.READING || phase == SyncPhase.THROTTLED
            ? states.recentSlots(state.account().id())
            : List.of();
    OptionalDouble median = ReadingRate.median(slots, now);
    OptionalLong total =
        state.caughtUpAt() == null && state.ticketsTotal().isPresent()
            ? OptionalLong.of(Math.max(state.ticketsTotal().getAsLong(), state.ticketsStored()))
            : totalOnceCaughtUp(state);
    OutboxCounts waiting = outbox.count(state.account().id());
    return new SyncProgress(
        state.account(),
        phase.word(),
        state.ticketsStored(),
        total,
        phase == SyncPhase.READING ? median.orElseGet(() -> ReadingRate.average(slots, now)) : 0,
        state.readUpTo(),
        lag(state, now),
        remaining(state, total, median),
        state.waitingUntil() != null && state.waitingUntil().isAfter(now)
            ? state.waitingUntil()
            : null,
        state.failureKind(),
        state.failureMessage(),
        state.failedAt(),
        state.lastPageAt(),
        waiting.waiting(),
        waiting.refused());
  }

  // A runner that was killed leaves its phase behind; without a lease nobody is reading.
  private static SyncPhase phaseNow(SyncState state) {
    return state.phase() == SyncPhase.READING && !state.isHeld()
        ? SyncPhase.WAITING
        : state.phase();
  }

  // Once all was read, what we hold is the total, and better than the helpdesk's estimate.
  private static OptionalLong totalOnceCaughtUp(SyncState state) {
    return state.caughtUpAt() == null
        ? OptionalLong.empty()
        : OptionalLong.of(state.ticketsStored());
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

  private static Duration remaining(SyncState state, OptionalLong total, OptionalDouble rate) {
    if (total.isEmpty() || rate.isEmpty() || rate.getAsDouble() <= 0) {
      return null;
    }
    long left = total.getAsLong() - state.ticketsStored();
    return left <= 0 ? null : Duration.ofSeconds((long) Math.ceil(left / rate.getAsDouble()));
  }
}
