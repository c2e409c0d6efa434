package org.tagsmith.sandbox.zendesk.invented;

import java.util.SplittableRandom;

/**
 * What happened to an invented ticket and when. Zendesk's automation closes solved tickets in
 * batches on the hour, so many share one second; the export's stamp runs a little behind the
 * update's, as recorded (of 1000: 541 equal, 312 +1 s, the rest up to +60 s).
 */
record Life(String status, long updatedAt, long generatedAt) {
  private static final long HOUR = 3600;
  private static final long SOLVED_BEFORE_CLOSED = 240 * HOUR;

  private static final long STALLED = 60 * 24 * HOUR;

  /** When it was solved, 0 if it is not. */
  long solvedAt() {
    return switch (status) {
      case "solved" -> updatedAt;
      case "closed" -> updatedAt - SOLVED_BEFORE_CLOSED;
      default -> 0;
    };
  }

  /**
   * Draws a life.
   *
   * @param until nothing happens after this second
   */
  static Life draw(SplittableRandom random, long createdAt, long until) {
    boolean deleted = random.nextInt(100) == 0;
    boolean stalled = random.nextInt(25) == 0;
    double effort = random.nextDouble();
    long solved = createdAt + 600 + (long) (-Math.log(1 - effort * 0.999) * 30 * HOUR);
    long closed = (solved + SOLVED_BEFORE_CLOSED) / HOUR * HOUR + HOUR + random.nextInt(4);
    int waiting = random.nextInt(100);
    String status;
    long updated;
    if (deleted) {
      status = "deleted";
      updated = Math.min(until, createdAt + 300 + random.nextInt(20_000));
    } else if (closed <= until && !stalled) {
      status = "closed";
      updated = closed;
    } else if (solved <= until && !stalled) {
      status = "solved";
      updated = solved;
    } else if (waiting < 30) {
      status = "new";
      updated = createdAt;
    } else {
      status = waiting < 65 ? "open" : waiting < 92 ? "pending" : "hold";
      updated = createdAt + (long) (random.nextDouble() * Math.min(STALLED, until - createdAt));
    }
    int share = random.nextInt(1000);
    int lag = share < 541 ? 0 : share < 853 ? 1 : 2 + random.nextInt(59);
    return new Life(status, updated, Math.min(until, updated + lag));
  }
}
