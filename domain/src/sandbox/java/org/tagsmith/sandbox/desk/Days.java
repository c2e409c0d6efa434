package org.tagsmith.sandbox.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Spreads contacts over a time as a service desk sees them: busy Mondays, quiet Sundays, working
 * hours, slow growth. Immutable.
 */
public final class Days {
  private static final double[] WEEKDAY = {1.3, 1.16, 1.1, 1.06, 1.0, 0.56, 0.44};
  private static final double[] HOUR = {
    .10, .06, .05, .05, .08, .15, .35, .7, 1.2, 1.6, 1.7, 1.6, 1.3, 1.4, 1.5, 1.4, 1.2, 1.0, .8, .7,
    .6, .45, .3, .18
  };

  private final long from;
  private final double[] upTo;
  private final int tickets;

  /**
   * Lays out the time line.
   *
   * @param days how many days it goes back
   * @param until no ticket is created at or after this second
   */
  public Days(long seed, int tickets, int days, long until) {
    this.tickets = tickets;
    from = until - days * 86_400L;
    upTo = new double[days * 24];
    double sum = 0;
    for (int hour = 0; hour < upTo.length; hour++) {
      sum += weight(seed, from + hour * 3600L, (double) hour / upTo.length);
      upTo[hour] = sum;
    }
  }

  private static double weight(long seed, long second, double share) {
    ZonedDateTime time = Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
    DayOfWeek weekday = time.getDayOfWeek();
    double growth = 0.85 + 0.3 * share;
    double season = 1 + 0.08 * Math.sin(2 * Math.PI * time.getDayOfYear() / 365.0);
    double noise =
        0.92 + 0.16 * new SplittableRandom(seed ^ time.toLocalDate().toEpochDay()).nextDouble();
    return WEEKDAY[weekday.getValue() - 1] * HOUR[time.getHour()] * growth * season * noise;
  }

  /** When the ticket at a position was created; never earlier than the one before it. */
  public long createdAt(int position) {
    double target = (position + 0.5) / tickets * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, target);
    int hour = found >= 0 ? found : -found - 1;
    double before = hour == 0 ? 0 : upTo[hour - 1];
    return from + hour * 3600L + (long) (3599 * (target - before) / (upTo[hour] - before));
  }
}
