package org.tagsmith.widget.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.SyncProgress;

/**
 * What this server has seen of reading, in figures that cost nothing to read. Thread-safe; begins
 * at zero with each start.
 */
@ApplicationScoped
public class SyncFigures {
  private final Clock clock;
  private final AtomicLong ticketsSynced = new AtomicLong();
  private final AtomicLong throttledMillis = new AtomicLong();
  private final Map<HelpdeskAccountId, Long> drift = new ConcurrentHashMap<>();
  private volatile List<SyncProgress> last = List.of();
  private volatile Instant lastSeen;

  protected SyncFigures() {
    this(null);
  }

  @Inject
  public SyncFigures(Clock clock) {
    this.clock = clock;
  }

  /** The accounts as they stand now; the time since the last look counts as throttled if it was. */
  void seen(List<SyncProgress> accounts) {
    Instant now = clock.instant();
    Instant before = lastSeen;
    if (before != null && now.isAfter(before)) {
      long throttled = last.stream().filter(each -> each.phase().equals("throttled")).count();
      throttledMillis.addAndGet(throttled * Duration.between(before, now).toMillis());
    }
    lastSeen = now;
    last = List.copyOf(accounts);
  }

  /** A run ended. */
  void read(SyncOutcome outcome) {
    ticketsSynced.addAndGet(outcome.tickets());
  }

  /** So many tickets of an account drifted and were not asked for again. */
  void drift(HelpdeskAccountId account, long tickets) {
    drift.put(account, tickets);
  }

  /** See {@link #drift(HelpdeskAccountId, long)}; 0 before the first look. */
  public long drift(HelpdeskAccountId account) {
    return drift.getOrDefault(account, 0L);
  }

  /** The accounts as last seen, possibly some seconds ago. */
  public List<SyncProgress> accounts() {
    return last;
  }

  /** One account as last seen. */
  public Optional<SyncProgress> account(HelpdeskAccountId id) {
    return last.stream().filter(each -> each.account().id().equals(id)).findFirst();
  }

  /** Tickets that ended runs of this server have stored. */
  public long ticketsSynced() {
    return ticketsSynced.get();
  }

  /** How long helpdesks have kept this server waiting, summed over accounts. */
  public double throttledSeconds() {
    return throttledMillis.get() / 1000.0;
  }
}
