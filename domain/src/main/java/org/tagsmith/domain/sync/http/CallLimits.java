package org.tagsmith.domain.sync.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much of an account's limits of calls is used, as the helpdesk's last answers told it, and
 * what follows for reading that can wait. What others use counts as well: agents' apps live on the
 * same limit. What was told is believed until the limit opens again; then a call brings news.
 * Thread-safe.
 */
public final class CallLimits {
  /** For helpdesks that do not say when a used-up limit opens again. */
  public static final Duration UNTIL_NEWS = Duration.ofMinutes(1);

  /** However busy others are, reading that can wait gets one page in so long. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** Below this part of a limit nothing that can wait goes, be it its turn or not. */
  static final double LEFT_TO_OTHERS = 0.1;

  private final Clock clock;
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private Instant lastLet;

  public CallLimits(Clock clock) {
    this.clock = clock;
    this.lastLet = clock.instant();
  }

  private record Told(double total, double remaining, Instant opensAt) {
    double used() {
      return total - remaining;
    }
  }

  /**
   * Notes what an answer said of a limit.
   *
   * @param limit tells this limit from others of the account
   * @param total calls that it allows; none if not above zero
   * @param remaining calls that are left of it
   * @param opensIn when all of it is there again
   */
  public void told(String limit, double total, double remaining, Duration opensIn) {
    if (total > 0) {
      told.put(limit, new Told(total, remaining, clock.instant().plus(opensIn)));
    }
  }

  /**
   * What a limit allows.
   *
   * @param limit as in {@link #told}
   * @return empty while no answer told it
   */
  public OptionalInt total(String limit) {
    Told known = told.get(limit);
    return known == null ? OptionalInt.empty() : OptionalInt.of((int) known.total());
  }

  /**
   * How long reading that can wait shall wait. Who is told not to wait is taken to go.
   *
   * @param share per cent of each limit that may be used with it, by whomever
   * @param credits what the next page costs
   * @return zero to go
   */
  public synchronized Duration untilFree(int share, int credits) {
    Instant now = clock.instant();
    Instant free = now;
    boolean scarce = false;
    for (Told each : told.values()) {
      if (each.opensAt().isAfter(now) && each.used() + credits > each.total() * share / 100) {
        free = free.isAfter(each.opensAt()) ? free : each.opensAt();
        scarce |= each.remaining() - credits < each.total() * LEFT_TO_OTHERS;
      }
    }
    boolean starved = !lastLet.isAfter(now.minus(LONGEST_WAIT)) && !scarce;
    if (starved || !free.isAfter(now)) {
      lastLet = now;
      return Duration.ZERO;
    }
    return Duration.between(now, free);
  }
}
