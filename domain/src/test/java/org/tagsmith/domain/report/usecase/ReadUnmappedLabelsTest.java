package org.tagsmith.domain.report.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tagsmith.domain.report.usecase.ReportFixture.LOST;
import static org.tagsmith.domain.report.usecase.ReportFixture.UPGRADE;
import static org.tagsmith.domain.report.usecase.ReportFixture.tag;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.report.LabelContacts;
import org.tagsmith.domain.report.UnmappedLabel;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.ticket.TicketStatus;
import org.tagsmith.domain.vocabulary.Proposal;

class ReadUnmappedLabelsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

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
  void labels_without_a_meaning_come_busiest_first_with_the_day_they_were_last_seen() {
    fixture.store(account, 1, MONDAY, "zz", "card_lost");
    fixture.store(account, 2, MONDAY.plusDays(3), "zz", "intent__x", "vip");
    fixture.store(account, 3, MONDAY.plusDays(1), "aa", "zz");
    fixture.store(account, 4, MONDAY, "bb");

    assertThat(lines(10, Optional.empty()))
        .containsExactly("zz 3 2026-03-05", "aa 1 2026-03-03", "bb 1 2026-03-02");
    assertThat(lines(1, Optional.empty())).containsExactly("zz 3 2026-03-05");
    assertThat(fixture.unmapped.count()).isEqualTo(3);
  }

  @Test
  void a_label_of_deleted_contacts_waits_for_nothing() {
    fixture.store(account, 1, MONDAY, "gone");
    assertThat(fixture.unmapped.count()).isEqualTo(1);

    fixture.store(account, 1, MONDAY, TicketStatus.DELETED, "gone");

    assertThat(fixture.unmapped.count()).isZero();
    assertThat(lines(10, Optional.empty())).isEmpty();
  }

  @Test
  void a_new_version_takes_labels_off_the_list() {
    fixture.store(account, 1, MONDAY, "lead_mortgage");
    assertThat(fixture.unmapped.count()).isEqualTo(1);

    fixture.publish(UPGRADE, LOST, tag(3, "Lead_Mortgage", null));

    assertThat(fixture.unmapped.count()).isZero();
  }

  @Test
  void accounts_are_counted_apart() {
    HelpdeskAccount other = fixture.rows.account();
    fixture.store(account, 1, MONDAY, "here");
    fixture.store(other, 1, MONDAY.plusDays(1), "here", "there");

    assertThat(lines(10, Optional.of(account.id()))).containsExactly("here 1 2026-03-02");
    assertThat(fixture.unmapped.count(Optional.of(account.id()))).isEqualTo(1);
    assertThat(lines(10, Optional.empty()))
        .containsExactly("here 2 2026-03-03", "there 1 2026-03-03");
  }

  @Test
  void a_misspelt_label_is_proposed_its_tag() {
    fixture.store(account, 1, MONDAY, "upgrade_creditcrad");

    List<UnmappedLabel> labels = fixture.unmapped.read(0, 10, Optional.empty());

    assertThat(labels).hasSize(1);
    assertThat(labels.get(0).proposals().get(0).tag()).isEqualTo(UPGRADE);
  }

  @Test
  void a_label_that_says_nothing_is_proposed_the_tag_of_tickets_that_are_alike() {
    String[] lost = {"I lost my card on the train", "My card is lost", "lost card, please block"};
    String[] upgrade = {"better credit card please", "upgrade to platinum", "want platinum card"};
    for (int ticket = 0; ticket < 12; ticket++) {
      fixture.store(account, ticket, lost[ticket % 3], "card_lost");
      fixture.store(account, 20 + ticket, upgrade[ticket % 3], "upgrade_creditcard");
    }
    fixture.store(account, 50, lost[0], "xq");
    fixture.store(account, 51, lost[2] + " now", "xq");
    fixture.store(account, 52, "What does the branch in Leeds open?", "zz");

    List<UnmappedLabel> labels = fixture.unmapped.read(0, 10, Optional.empty());

    assertThat(labels).extracting(UnmappedLabel::label).containsExactly("xq", "zz");
    assertThat(labels.get(0).proposals().get(0).tag()).isEqualTo(LOST);
    assertThat(labels.get(0).proposals().get(0).why()).isEqualTo(new Proposal.Why.UsedTogether());
    assertThat(labels.get(0).proposals()).extracting(Proposal::tag).doesNotContain(UPGRADE);
    assertThat(labels.get(1).proposals()).isEmpty();
  }

  @Test
  void labels_of_tickets_that_are_alike_are_named_with_each_other_and_others_are_not() {
    String[] loan = {"how much for a home loan", "home loan rates", "apply for a home loan"};
    for (int ticket = 0; ticket < 9; ticket++) {
      fixture.store(account, ticket, loan[ticket % 3], "mtg");
      fixture.store(account, 20 + ticket, "lost card " + ticket, "card_lost");
    }
    for (int ticket = 0; ticket < 6; ticket++) {
      fixture.store(account, 40 + ticket, loan[ticket % 3], "房貸");
      fixture.store(account, 60 + ticket, "thank you so much", "thx");
      fixture.store(account, 80 + ticket, loan[ticket % 3], "mtg2", "vip");
    }

    List<UnmappedLabel> labels = fixture.unmapped.read(0, 10, Optional.empty());

    assertThat(labels)
        .extracting(UnmappedLabel::label, label -> label.like().orElse(""))
        .containsExactlyInAnyOrder(
            tuple("mtg", ""), tuple("mtg2", "mtg"), tuple("房貸", "mtg"), tuple("thx", ""));
  }

  @Test
  void what_came_in_since_is_seen_when_the_sample_is_drawn_anew() {
    fixture.store(account, 1, "lost my card", "card_lost");
    fixture.store(account, 2, "other", "xq");
    assertThat(first().proposals()).isEmpty();

    fixture.store(account, 3, "lost my card", "card_lost");
    fixture.store(account, 2, "lost my card", "xq");
    fixture.wait(Duration.ofMinutes(30));

    assertThat(first().proposals()).extracting(Proposal::tag).containsExactly(LOST);
  }

  @Test
  void labels_are_told_also_while_subjects_cannot_be_read() {
    fixture.store(account, 1, "lost my card", "crd lost");
    fixture.rows.database().execute("alter table ticket rename column subject to gone");

    assertThat(first().label()).isEqualTo("crd lost");
  }

  private UnmappedLabel first() {
    return fixture.unmapped.read(0, 10, Optional.empty()).get(0);
  }

  @Test
  void a_long_list_is_read_piece_by_piece() {
    for (int label = 0; label < 7; label++) {
      fixture.store(account, label + 1, MONDAY, "label" + label);
    }

    assertThat(
            java.util.stream.IntStream.of(0, 3, 6, 9)
                .mapToObj(from -> fixture.unmapped.read(from, 3, Optional.empty()))
                .flatMap(List::stream)
                .map(UnmappedLabel::label))
        .containsExactly("label0", "label1", "label2", "label3", "label4", "label5", "label6");
  }

  @Test
  void a_label_is_told_by_account_and_by_week() {
    HelpdeskAccount other = fixture.rows.account();
    fixture.store(account, 1, MONDAY, "here", "there");
    fixture.store(account, 2, MONDAY.plusDays(6), "here");
    fixture.store(account, 3, MONDAY.plusDays(7), "here");
    fixture.store(other, 1, MONDAY.minusYears(1), "here");
    fixture.store(other, 2, MONDAY.plusDays(8), "else");

    LabelContacts told = fixture.unmapped.contactsOf("here");

    assertThat(told.accounts())
        .containsExactly(
            new LabelContacts.AccountContacts(account.id().value(), 3, MONDAY, MONDAY.plusDays(7)),
            new LabelContacts.AccountContacts(
                other.id().value(), 1, MONDAY.minusYears(1), MONDAY.minusYears(1)));
    assertThat(told.weeks()).hasSize(12).endsWith(0L, 1L, 2L);
    assertThat(fixture.unmapped.contactsOf("nowhere").accounts()).isEmpty();
  }

  @Test
  void the_number_of_labels_has_its_limits() {
    assertThatThrownBy(() -> fixture.unmapped.read(0, 0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of labels is 1 to 1000, not 0");
    assertThatThrownBy(() -> fixture.unmapped.read(0, 1_001, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> lines(
      int limit, Optional<org.tagsmith.domain.shared.HelpdeskAccountId> only) {
    return fixture.unmapped.read(0, limit, only).stream()
        .map(label -> label.label() + " " + label.contacts() + " " + label.lastSeenOn())
        .toList();
  }
}
