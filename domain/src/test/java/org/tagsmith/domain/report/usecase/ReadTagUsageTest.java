package org.tagsmith.domain.report.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagsmith.domain.report.usecase.ReportFixture.LOST;
import static org.tagsmith.domain.report.usecase.ReportFixture.UPGRADE;
import static org.tagsmith.domain.report.usecase.ReportFixture.tag;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.report.TagUsage;
import org.tagsmith.domain.report.TagUsage.Line;
import org.tagsmith.domain.sync.HelpdeskAccount;

class ReadTagUsageTest {
  private static final LocalDate LAST = LocalDate.of(2026, 3, 1);

  private ReportFixture fixture;
  private HelpdeskAccount account;

  @BeforeEach
  void open() {
    fixture = new ReportFixture();
    account = fixture.rows.account();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_tag_is_counted_in_the_weeks_that_end_on_the_newest_day() {
    fixture.store(account, 1, LAST, "upgrade_creditcard");
    fixture.store(account, 2, LAST.minusDays(6), "upgrade_creditcard");
    fixture.store(account, 3, LAST.minusDays(7), "upgrade_creditcard");
    fixture.store(account, 4, LAST.minusDays(83), "Upgrade-CreditCard", "upgrade_creditcard");

    TagUsage usage = fixture.usage.read();

    assertThat(usage.to()).isEqualTo(LAST);
    assertThat(usage.from()).isEqualTo(LAST.minusDays(89));
    assertThat(usage.vocabularyVersion()).isEqualTo(1);
    assertThat(usage.tags()).containsExactly(new Line(1, 4, weeks(1, 9, 1, 2)));
  }

  @Test
  void days_before_the_first_week_count_and_those_before_the_ninety_do_not() {
    fixture.store(account, 1, LAST, "vip");
    fixture.store(account, 2, LAST.minusDays(84), "card_lost");
    fixture.store(account, 3, LAST.minusDays(89), "card_lost");
    fixture.store(account, 4, LAST.minusDays(90), "card_lost");

    assertThat(fixture.usage.read().tags())
        .containsExactly(new Line(2, 2, Collections.nCopies(12, 0L)));
  }

  @Test
  void a_merged_tag_counts_for_its_successor() {
    fixture.store(account, 1, LAST, "upgrade_creditcard");
    fixture.store(account, 2, LAST, "upgrade_creditcard", "card_lost");
    assertThat(fixture.usage.read().tags()).extracting(Line::contacts).containsExactly(2L, 1L);

    fixture.publish(tag(1, "Upgrade_CreditCard", 2), LOST);

    assertThat(fixture.usage.read().tags()).containsExactly(new Line(2, 2, weeks(0, 10, 2)));
    fixture.publish(UPGRADE, LOST);
    assertThat(fixture.usage.read().tags()).extracting(Line::contacts).containsExactly(2L, 1L);
  }

  @Test
  void a_house_without_contacts_has_used_nothing() {
    TagUsage usage = fixture.usage.read();

    assertThat(usage.tags()).isEmpty();
    assertThat(usage.to()).isEqualTo(LocalDate.of(2026, 1, 1));
  }

  /** Twelve: a first one, as many noughts, and the last ones. */
  private static List<Long> weeks(long first, int noughts, long... last) {
    return Stream.of(
            Stream.of(first),
            Collections.nCopies(noughts, 0L).stream(),
            Arrays.stream(last).boxed())
        .flatMap(each -> each)
        .toList();
  }
}
