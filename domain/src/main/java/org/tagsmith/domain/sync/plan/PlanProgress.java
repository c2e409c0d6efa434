package org.tagsmith.domain.sync.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.tagsmith.domain.sync.ReadingRate;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;

/**
 * How far a plan, or its undo, is.
 *
 * @param changed tickets that it changed
 * @param alike tickets on which nothing was left to do
 * @param skipped tickets that somebody changed meanwhile, and that were left alone
 * @param refused tickets that the helpdesk would not take
 * @param dropped tickets that an admin kept back in review
 * @param waiting tickets on their way to the helpdesk
 * @param held tickets that wait until an admin releases them
 */
public record PlanProgress(
    long changed, long alike, long skipped, long refused, long dropped, long waiting, long held) {
  /** Of a plan that did not begin. */
  public static final PlanProgress NONE = new PlanProgress(0, 0, 0, 0, 0, 0, 0);

  /**
   * What a ticket costs at most: it is looked at, read by the writer, given the new label, read
   * again, and relieved of the old one.
   */
  static final int CALLS_PER_TICKET = 5;

  /**
   * What one ticket after the other comes to, whatever the limit: its calls wait for each other,
   * and a helpdesk answers each within a tenth of a second or two.
   */
  private static final double MOST_PER_SECOND = 1.5;

  /** Tickets that had their turn and need no more. */
  public long done() {
    return changed + alike + skipped + refused + dropped;
  }

  /**
   * About how long the rest takes.
   *
   * @param tickets of the whole plan
   * @param slots tickets done lately, in slots of time; empty before it runs
   * @param callsPerMinute the helpdesk's limit, empty if it is not known
   * @param share per cent of it that a plan may use
   * @return null while nothing honest can be said, and when nothing is left
   */
  public Duration remaining(
      long tickets, List<RateSlot> slots, Instant now, OptionalInt callsPerMinute, int share) {
    Objects.requireNonNull(slots, "slots");
    double left = tickets - done();
    if (left <= 0) {
      return null;
    }
    double perSecond = ReadingRate.median(slots, now).orElse(0);
    if (perSecond <= 0 && callsPerMinute.isPresent()) {
      double allowed = callsPerMinute.getAsInt() * share / 100.0 / CALLS_PER_TICKET / 60;
      perSecond = Math.min(MOST_PER_SECOND, allowed);
    }
    return perSecond <= 0 ? null : Duration.ofSeconds((long) Math.ceil(left / perSecond));
  }
}
