package org.tagsmith.sandbox.freshdesk.invented;

import java.util.SplittableRandom;
import org.tagsmith.sandbox.freshdesk.desk.Outline;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.Sla;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;
import org.tagsmith.sandbox.freshdesk.desk.Times;

/**
 * What happened to an invented ticket and when. An automation closes resolved tickets on the hour,
 * and every quarter somebody closes the forgotten ones in one bulk update, so many share one
 * second.
 *
 * @param ratedAt 0 if never
 * @param score what the customer said, 0 if never
 */
record Life(Place place, int status, int priority, Times times, long ratedAt, int score) {
  private static final long HOUR = 3600;
  private static final long RESOLVED_BEFORE_CLOSED = 48 * HOUR;
  private static final long QUARTER = 90 * 24 * HOUR;
  private static final int[] SCORES = {103, 103, 103, 103, 102, 101, 100, -101, -102, -103, -103};

  /**
   * Draws a life.
   *
   * @param until nothing happens after this second
   */
  static Life draw(SplittableRandom random, long createdAt, long until) {
    int fate = random.nextInt(1000);
    boolean stalled = random.nextInt(25) == 0;
    double effort = random.nextDouble();
    int priority = 1 + Math.min(random.nextInt(4), random.nextInt(4));
    boolean reopened = random.nextInt(20) == 0;
    int waiting = random.nextInt(100);
    double share = random.nextDouble();
    int opinion = random.nextInt(7);
    int score = SCORES[random.nextInt(SCORES.length)];
    int late = random.nextInt(4);
    long responded = createdAt + 300 + (long) (effort * 4 * HOUR);
    long resolved = responded + 300 + (long) (-Math.log(1 - effort * 0.999) * 30 * HOUR);
    long closed = (resolved + RESOLVED_BEFORE_CLOSED) / HOUR * HOUR + HOUR + late;
    long swept = (createdAt / QUARTER + 1) * QUARTER;
    Times times = Sla.due(Times.openedAt(createdAt), priority);
    Told told;
    if (fate < 12 || fate >= 980) {
      // deleted or spam: soon after it came, before anybody answered
      long updated = Math.min(until, createdAt + 300 + (long) (share * 20_000));
      return new Life(
          fate < 12 ? Place.DELETED : Place.SPAM,
          Statuses.OPEN,
          priority,
          told(times, new Told(updated, 0, createdAt, 0, 0, 0, 0)),
          0,
          0);
    }
    int status;
    if (stalled && swept <= until) {
      status = Statuses.CLOSED;
      told = new Told(swept, responded, swept, 0, swept, swept, 0);
    } else if (!stalled && closed <= until) {
      status = Statuses.CLOSED;
      long again = reopened ? resolved - 240 : 0;
      told = new Told(closed, responded, closed, again, resolved, closed, 0);
    } else if (!stalled && resolved <= until) {
      status = Statuses.RESOLVED;
      told = new Told(resolved, responded, resolved, 0, resolved, 0, 0);
    } else {
      status = undone(waiting);
      boolean answered = status != Statuses.OPEN && responded <= until;
      long begun = answered ? responded : createdAt;
      long updated = begun + (long) (share * (until - begun));
      told =
          new Told(
              updated,
              answered ? responded : 0,
              begun,
              0,
              0,
              0,
              status == Statuses.PENDING ? begun : 0);
    }
    long rated = told.resolved() == 0 || opinion != 0 ? 0 : told.resolved() + 1800;
    boolean heard = rated != 0 && rated <= until;
    return new Life(
        Place.LISTED, status, priority, told(times, told), heard ? rated : 0, heard ? score : 0);
  }

  private static int undone(int waiting) {
    if (waiting < 55) {
      return Statuses.OPEN;
    }
    if (waiting < 80) {
      return Statuses.PENDING;
    }
    if (waiting < 88) {
      return Statuses.WAITING_ON_CUSTOMER;
    }
    if (waiting < 93) {
      return Statuses.WAITING_ON_THIRD_PARTY;
    }
    return waiting < 98 ? Statuses.WITH_FRAUD_DESK : Statuses.TAKEN_AWAY;
  }

  private record Told(
      long updated,
      long responded,
      long statusUpdated,
      long reopened,
      long resolved,
      long closed,
      long pending) {}

  private static Times told(Times times, Told told) {
    return new Times(
        times.createdAt(),
        told.updated(),
        times.dueBy(),
        times.firstResponseDueBy(),
        told.responded(),
        told.statusUpdated(),
        told.reopened(),
        told.resolved(),
        told.closed(),
        told.pending());
  }

  Outline outline() {
    return new Outline(place, status, times.createdAt(), times.updatedAt(), times.dueBy(), ratedAt);
  }
}
