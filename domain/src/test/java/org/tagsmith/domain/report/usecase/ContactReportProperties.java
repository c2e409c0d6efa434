package org.tagsmith.domain.report.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.tagsmith.domain.report.ContactReport;
import org.tagsmith.domain.report.DayLine;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.ticket.TicketStatus;

class ContactReportProperties {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final String[] LABELS = {
    "upgrade_creditcard", "Upgrade-CreditCard", "card_lost", "stray", "intent__x"
  };

  private static ReportFixture fixture;

  @BeforeContainer
  static void open() {
    fixture = new ReportFixture();
  }

  @AfterContainer
  static void close() {
    fixture.close();
  }

  @Property(tries = 8)
  void a_report_refreshed_at_any_moment_equals_a_count_of_the_tickets(@ForAll long seed) {
    Random random = new Random(seed);
    HelpdeskAccount account = fixture.rows.account();
    for (int i = 0; i < 12; i++) {
      fixture.store(
          account,
          1 + random.nextInt(5),
          FIRST.plusDays(random.nextInt(4)),
          random.nextInt(5) == 0 ? TicketStatus.DELETED : TicketStatus.OPEN,
          random
              .ints(random.nextInt(4), 0, LABELS.length)
              .distinct()
              .mapToObj(label -> LABELS[label])
              .toArray(String[]::new));
      if (random.nextBoolean()) {
        compare(account);
      }
    }
    compare(account);
  }

  private static void compare(HelpdeskAccount account) {
    ContactReport report =
        fixture.reports.read(FIRST, FIRST.plusDays(3), Optional.of(account.id()));

    assertThat(report.contacts()).isEqualTo(count(account, "true"));
    assertThat(report.taggedContacts())
        .isEqualTo(count(account, "labels ~* 'upgrade.creditcard|card_lost'"));
    assertThat(report.labelledContacts())
        .isEqualTo(count(account, "labels ~* 'upgrade.creditcard|card_lost|stray'"));
    assertThat(ofTag(report, 1)).isEqualTo(count(account, "labels ~* 'upgrade.creditcard'"));
    assertThat(ofTag(report, 2)).isEqualTo(count(account, "labels ~ 'card_lost'"));
    for (DayLine day : report.days()) {
      assertThat(day.contacts()).isEqualTo(count(account, "day = '" + day.day() + "'"));
    }
  }

  private static long ofTag(ContactReport report, int tag) {
    return report.tags().stream()
        .filter(line -> line.houseTagId() == tag)
        .mapToLong(line -> line.contacts())
        .sum();
  }

  private static long count(HelpdeskAccount account, String condition) {
    return Long.parseLong(
        fixture
            .rows
            .rows(
                """
                select count(*) from (
                  select (created_at at time zone 'UTC')::date as day,
                    array(select text from label where id = any (label_ids))::text as labels
                  from ticket join tag_set on tag_set.id = tag_set_id
                  where account_id = ? and status <> 6) contact
                where\s"""
                    + condition,
                account.id().value())
            .get(0));
  }
}
