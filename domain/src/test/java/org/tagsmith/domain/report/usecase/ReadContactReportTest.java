package org.tagsmith.domain.report.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagsmith.domain.report.usecase.ReportFixture.LOST;
import static org.tagsmith.domain.report.usecase.ReportFixture.UPGRADE;
import static org.tagsmith.domain.report.usecase.ReportFixture.tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.DayLine;
import org.tagsmith.domain.report.ReportPeriodRefused;
import org.tagsmith.domain.report.TagLine;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.ticket.TicketStatus;

class ReadContactReportTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

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
  void two_spellings_of_one_tag_on_a_contact_count_once() {
    fixture.store(account, 1, MONDAY, "upgrade_creditcard", "Upgrade-CreditCard");

    ContactReport report = fixture.report(MONDAY, MONDAY);

    assertThat(lines(report)).containsExactly("1: 1 after 0 [1]");
    assertThat(report.taggedContacts()).isEqualTo(1);
  }

  @Test
  void two_tags_on_a_contact_count_in_both_lines_but_once_in_the_totals() {
    fixture.store(account, 1, MONDAY, "upgrade_creditcard", "card_lost");

    ContactReport report = fixture.report(MONDAY, MONDAY);

    assertThat(lines(report)).containsExactly("1: 1 after 0 [1]", "2: 1 after 0 [1]");
    assertThat(report.contacts()).isEqualTo(1);
    assertThat(report.taggedContacts()).isEqualTo(1);
    assertThat(report.days()).containsExactly(new DayLine(MONDAY, 1, 1));
  }

  @Test
  void a_retired_tag_counts_for_its_successor_once_the_version_is_out() {
    fixture.store(account, 1, MONDAY, "upgrade_creditcard");
    fixture.store(account, 2, MONDAY, "upgrade_creditcard", "card_lost");
    String ticketsBefore = ticketRows();
    assertThat(lines(fixture.report(MONDAY, MONDAY)))
        .containsExactly("1: 2 after 0 [2]", "2: 1 after 0 [1]");

    fixture.publish(tag(1, "Upgrade_CreditCard", 2), LOST);
    ContactReport after = fixture.report(MONDAY, MONDAY);

    assertThat(lines(after)).containsExactly("2: 2 after 0 [2]");
    assertThat(after.vocabularyVersion()).isEqualTo(2);
    assertThat(ticketRows()).isEqualTo(ticketsBefore);
    fixture.publish(UPGRADE, LOST);
    assertThat(lines(fixture.report(MONDAY, MONDAY)))
        .containsExactly("1: 2 after 0 [2]", "2: 1 after 0 [1]");
  }

  @Test
  void days_without_contacts_are_present_as_zero() {
    fixture.store(account, 1, MONDAY, "card_lost");
    fixture.store(account, 2, WEDNESDAY, "card_lost");

    ContactReport report = fixture.report(MONDAY, WEDNESDAY);

    assertThat(report.days())
        .containsExactly(
            new DayLine(MONDAY, 1, 1), new DayLine(TUESDAY, 0, 0), new DayLine(WEDNESDAY, 1, 1));
    assertThat(lines(report)).containsExactly("2: 2 after 0 [1, 0, 1]");
  }

  @Test
  void the_equally_long_period_before_stands_beside_each_line() {
    fixture.store(account, 1, MONDAY.minusDays(2), "card_lost");
    fixture.store(account, 2, MONDAY.minusDays(1), "upgrade_creditcard");
    fixture.store(account, 3, MONDAY, "upgrade_creditcard");
    fixture.store(account, 4, WEDNESDAY, "upgrade_creditcard");

    ContactReport report = fixture.report(MONDAY, TUESDAY);

    assertThat(lines(report)).containsExactly("1: 1 after 1 [1, 0]", "2: 0 after 1 [0, 0]");
    assertThat(report.contacts()).isEqualTo(1);
    assertThat(report.previousContacts()).isEqualTo(2);
  }

  @Test
  void a_contact_is_labelled_when_a_label_is_not_ignored() {
    fixture.store(account, 1, MONDAY);
    fixture.store(account, 2, MONDAY, "intent__card", "vip");
    fixture.store(account, 3, MONDAY, "nobody knows", "vip");
    fixture.store(account, 4, MONDAY, "card_lost");

    ContactReport report = fixture.report(MONDAY, MONDAY);

    assertThat(report.contacts()).isEqualTo(4);
    assertThat(report.labelledContacts()).isEqualTo(2);
    assertThat(report.taggedContacts()).isEqualTo(1);
  }

  @Test
  void a_report_follows_every_change_of_the_tickets() {
    fixture.store(account, 1, MONDAY, "card_lost");
    assertThat(fixture.report(MONDAY, TUESDAY).contacts()).isEqualTo(1);

    fixture.store(account, 1, TUESDAY, "upgrade_creditcard");
    fixture.store(account, 2, TUESDAY, "a set never seen", "card_lost");
    assertThat(lines(fixture.report(MONDAY, TUESDAY)))
        .containsExactly("1: 1 after 0 [0, 1]", "2: 1 after 0 [0, 1]");

    fixture.store(account, 1, TUESDAY, TicketStatus.DELETED, "upgrade_creditcard");
    ContactReport last = fixture.report(MONDAY, TUESDAY);
    assertThat(lines(last)).containsExactly("2: 1 after 0 [0, 1]");
    assertThat(last.contacts()).isEqualTo(1);
  }

  @Test
  void one_account_is_reported_alone_or_all_together() {
    HelpdeskAccount other = fixture.rows.account();
    fixture.store(account, 1, MONDAY, "card_lost");
    fixture.store(other, 1, MONDAY, "card_lost");

    assertThat(fixture.report(MONDAY, MONDAY).contacts()).isEqualTo(2);
    assertThat(fixture.reports.read(MONDAY, MONDAY, Optional.of(other.id())).contacts())
        .isEqualTo(1);
    assertThat(
            fixture.reports.read(MONDAY, MONDAY, Optional.of(new HelpdeskAccountId(77))).contacts())
        .isZero();
  }

  @Test
  void an_empty_installation_gives_a_report_of_zeros() {
    ContactReport report = fixture.report(MONDAY, MONDAY);

    assertThat(report.contacts()).isZero();
    assertThat(report.tags()).isEmpty();
    assertThat(report.days()).containsExactly(new DayLine(MONDAY, 0, 0));
    assertThat(fixture.reports.newestDay(Optional.empty())).isEmpty();
  }

  @Test
  void the_newest_day_is_that_of_the_newest_contact_still_there() {
    fixture.store(account, 1, MONDAY);
    fixture.store(account, 2, WEDNESDAY);
    assertThat(fixture.reports.newestDay(Optional.empty())).contains(WEDNESDAY);

    fixture.store(account, 2, WEDNESDAY, TicketStatus.DELETED);

    assertThat(fixture.reports.newestDay(Optional.of(account.id()))).contains(MONDAY);
  }

  @Test
  void days_that_make_no_period_are_refused() {
    assertThatThrownBy(() -> fixture.report(TUESDAY, MONDAY))
        .isInstanceOf(ReportPeriodRefused.class);
  }

  private String ticketRows() {
    return String.join("\n", fixture.rows.rows("select xmin, * from ticket order by remote_id"));
  }

  private static List<String> lines(ContactReport report) {
    return report.tags().stream().map(ReadContactReportTest::line).toList();
  }

  private static String line(TagLine line) {
    return "%d: %d after %d %s"
        .formatted(
            line.houseTagId(),
            line.contacts(),
            line.previousContacts(),
            java.util.Arrays.toString(line.perDay()));
  }
}
