package org.tagsmith.domain.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The days a report covers, both ends included: at least one, at most five years.
 *
 * @param from never null
 * @param to not before {@code from}
 */
public record ReportPeriod(LocalDate from, LocalDate to) {
  /** The longest period a report covers. */
  public static final int MOST_YEARS = 5;

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  public ReportPeriod {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.isAfter(to)) {
      throw new ReportPeriodRefused(
          "from-after-to",
          "The period begins on %s, after its end on %s. Swap the two days.".formatted(from, to));
    }
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw new ReportPeriodRefused(
          "out-of-range",
          "The period %s to %s lies outside %s to %s. Check the year."
              .formatted(from, to, EARLIEST, LATEST));
    }
    if (!to.isBefore(from.plusYears(MOST_YEARS))) {
      throw new ReportPeriodRefused(
          "too-long",
          "The period %s to %s is longer than %d years. End it on %s or before, or ask in parts."
              .formatted(from, to, MOST_YEARS, from.plusYears(MOST_YEARS).minusDays(1)));
    }
  }

  /** How many days, both ends included. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }

  /** The first day of the equally long period before, which ends on the day before this one. */
  LocalDate previousFrom() {
    return from.minusDays(days());
  }
}
