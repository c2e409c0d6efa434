package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.DeliveryRepository.Count;

/**
 * How many deliveries this server has seen come to what. Counted in memory, so that a flood of
 * forgeries costs the database nothing; what was not yet kept when the server is killed is not in
 * the figures. Thread-safe.
 */
@ApplicationScoped
public class DeliveryTally {
  static final String TAKEN = "taken";
  static final String REPEATED = "repeated";

  private final Clock clock;
  private final Map<Key, Count> notKept = new ConcurrentHashMap<>();
  private final Map<HelpdeskAccountId, AtomicLong> accepted = new ConcurrentHashMap<>();
  private final Map<HelpdeskAccountId, AtomicLong> refused = new ConcurrentHashMap<>();

  @Inject
  DeliveryTally(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected DeliveryTally() {
    this.clock = null;
  }

  private record Key(HelpdeskAccountId account, String outcome) {}

  void note(HelpdeskAccountId account, String outcome) {
    boolean accepts = outcome.equals(TAKEN) || outcome.equals(REPEATED);
    (accepts ? accepted : refused)
        .computeIfAbsent(account, first -> new AtomicLong())
        .incrementAndGet();
    add(new Count(account, outcome, 1, clock.instant()));
  }

  /** What has come since the last time this was asked. */
  List<Count> take() {
    List<Count> taken = new ArrayList<>();
    for (Key key : List.copyOf(notKept.keySet())) {
      Count count = notKept.remove(key);
      if (count != null) {
        taken.add(count);
      }
    }
    return taken;
  }

  /** Takes back what could not be kept. */
  void giveBack(List<Count> counts) {
    counts.forEach(this::add);
  }

  private void add(Count more) {
    notKept.merge(
        new Key(more.account(), more.outcome()),
        more,
        (one, two) ->
            new Count(
                one.account(),
                one.outcome(),
                one.deliveries() + two.deliveries(),
                later(one.lastAt(), two.lastAt())));
  }

  private static Instant later(Instant one, Instant two) {
    return one.isAfter(two) ? one : two;
  }

  /** Deliveries of an account that were the helpdesk's, since the start of this server. */
  public long accepted(HelpdeskAccountId account) {
    AtomicLong count = accepted.get(account);
    return count == null ? 0 : count.get();
  }

  /** Deliveries to an account that were refused, since the start of this server. */
  public long refused(HelpdeskAccountId account) {
    AtomicLong count = refused.get(account);
    return count == null ? 0 : count.get();
  }
}
