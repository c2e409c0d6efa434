package org.tagsmith.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportPeriodTest {
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  @Test
  void one_day_is_a_period_and_the_day_before_is_its_previous_one() {
    ReportPeriod period = new ReportPeriod(DAY, DAY);

    assertThat(period.days()).isEqualTo(1);
    assertThat(period.previousFrom()).isEqualTo(LocalDate.of(2024, 2, 28));
  }

  @Test
  void five_years_are_the_longest_period() {
    assertThat(new ReportPeriod(DAY, LocalDate.of(2029, 2, 27)).days()).isEqualTo(1826);

    ReportPeriodRefused refused = refused(DAY, LocalDate.of(2029, 2, 28));

    assertThat(refused.reason()).isEqualTo("too-long");
    assertThat(refused)
        .hasMessage(
            "The period 2024-02-29 to 2029-02-28 is longer than 5 years."
                + " End it on 2029-02-27 or before, or ask in parts.");
  }

  @Test
  void a_period_that_ends_before_it_begins_is_refused_with_the_remedy() {
    ReportPeriodRefused refused = refused(DAY, DAY.minusDays(1));

    assertThat(refused.reason()).isEqualTo("from-after-to");
    assertThat(refused)
        .hasMessage(
            "The period begins on 2024-02-29, after its end on 2024-02-28. Swap the two days.");
  }

  @Test
  void years_that_no_ticket_has_are_refused() {
    assertThat(refused(LocalDate.of(1899, 12, 31), LocalDate.of(1900, 1, 1)).reason())
        .isEqualTo("out-of-range");
    assertThat(refused(LocalDate.of(9999, 12, 31), LocalDate.of(10_000, 1, 1)).reason())
        .isEqualTo("out-of-range");
    assertThat(refused(LocalDate.MIN, LocalDate.MAX).reason()).isEqualTo("out-of-range");
  }

  private static ReportPeriodRefused refused(LocalDate from, LocalDate to) {
    return catchThrowableOfType(ReportPeriodRefused.class, () -> new ReportPeriod(from, to));
  }
}
