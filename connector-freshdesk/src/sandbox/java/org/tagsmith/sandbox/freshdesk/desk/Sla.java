package org.tagsmith.sandbox.freshdesk.desk;

/** By when the bank wants a ticket answered and resolved. */
public final class Sla {
  private static final long HOUR = 3600;
  private static final long[] RESOLVE_HOURS = {72, 72, 48, 24, 4};
  private static final long[] RESPOND_HOURS = {24, 24, 12, 4, 1};

  private Sla() {}

  /** The second by which a ticket of that priority is to be resolved. */
  public static long resolveBy(long createdAt, int priority) {
    return createdAt + RESOLVE_HOURS[priority] * HOUR;
  }

  /** The same times with both due times. */
  public static Times due(Times times, int priority) {
    return times.due(
        resolveBy(times.createdAt(), priority), times.createdAt() + RESPOND_HOURS[priority] * HOUR);
  }
}
