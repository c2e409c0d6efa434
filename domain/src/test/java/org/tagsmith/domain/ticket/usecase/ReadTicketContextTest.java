package org.tagsmith.domain.ticket.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagsmith.domain.sync.persistence.StoreFixture.MORNING;
import static org.tagsmith.domain.sync.persistence.StoreFixture.page;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.customer.persistence.CustomerJoinsForTests;
import org.tagsmith.domain.customer.usecase.JoinCustomers;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.persistence.StoreFixture;
import org.tagsmith.domain.ticket.EarlierContact;
import org.tagsmith.domain.ticket.TicketContext;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;
import org.tagsmith.domain.ticket.persistence.TicketContextsForTests;

class ReadTicketContextTest {
  private static StoreFixture fixture;
  private static ReadTicketContext context;

  @BeforeAll
  static void open() {
    fixture = new StoreFixture();
    context = new ReadTicketContext(TicketContextsForTests.jdbc(fixture.database().dataSource()));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void a_ticket_comes_with_its_labels_its_contact_and_its_customer() {
    HelpdeskAccount account = fixture.account();
    fixture.store(
        account,
        page(
            List.of(new ContactSnapshot(7, "Ann", null, null, 9)),
            List.of(new CustomerSnapshot(8, "Bank"), new CustomerSnapshot(9, "Shop")),
            ticket(1, 7, 8, 0, TicketStatus.OPEN, "b", "a"),
            ticket(2, 7, 0, 0, TicketStatus.OPEN),
            ticket(3, 5, 0, 0, TicketStatus.OPEN),
            ticket(4, 0, 0, 0, TicketStatus.OPEN)));

    assertThat(read(account, 1, 0))
        .isEqualTo(
            new TicketContext(
                1,
                TicketStatus.OPEN,
                "email",
                "Subject 1",
                MORNING,
                MORNING.plusSeconds(60),
                Set.of("a", "b"),
                "Ann",
                "Bank",
                null,
                List.of()));
    assertThat(read(account, 2, 0).customerName()).isEqualTo("Shop");
    assertThat(read(account, 3, 0).contactName()).isNull();
    assertThat(read(account, 4, 5).earlier()).isEmpty();
  }

  @Test
  void the_contacts_other_tickets_come_newest_first_without_deleted_ones() {
    HelpdeskAccount account = fixture.account();
    fixture.store(
        account,
        page(
            ticket(1, 7, 0, 1, TicketStatus.CLOSED, "first"),
            ticket(2, 7, 0, 4, TicketStatus.DELETED, "gone"),
            ticket(3, 7, 0, 3, TicketStatus.OPEN),
            ticket(4, 7, 0, 2, TicketStatus.SOLVED, "x", "y"),
            ticket(5, 6, 0, 5, TicketStatus.OPEN, "somebody else")));

    assertThat(read(account, 3, 10).earlier())
        .containsExactly(
            new EarlierContact(
                "zendesk",
                4,
                TicketStatus.SOLVED,
                "Subject 4",
                MORNING.plus(Duration.ofDays(2)),
                Set.of("x", "y")),
            new EarlierContact(
                "zendesk",
                1,
                TicketStatus.CLOSED,
                "Subject 1",
                MORNING.plus(Duration.ofDays(1)),
                Set.of("first")));
    assertThat(read(account, 3, 1).earlier())
        .extracting(EarlierContact::remoteId)
        .containsExactly(4L);
    assertThat(read(account, 2, 10).status()).isEqualTo(TicketStatus.DELETED);
  }

  @Test
  void another_accounts_ticket_of_the_same_number_is_another_ticket() {
    HelpdeskAccount account = fixture.account();
    HelpdeskAccount other = fixture.account();
    fixture.store(account, page(ticket(1, 7, 0, 0, TicketStatus.OPEN, "ours")));
    fixture.store(
        other,
        page(
            ticket(1, 7, 0, 0, TicketStatus.OPEN, "theirs"),
            ticket(2, 7, 0, 0, TicketStatus.OPEN, "theirs")));

    assertThat(read(account, 1, 10).labels()).containsExactly("ours");
    assertThat(read(account, 1, 10).earlier()).isEmpty();
  }

  @Test
  void the_last_contacts_of_a_person_come_from_every_helpdesk_with_its_name() {
    HelpdeskAccount here = fixture.account();
    HelpdeskAccount there = fixture.freshdesk();
    fixture.store(
        here,
        page(
            List.of(new ContactSnapshot(7, "Ann", "ann@example.com", null, 0)),
            List.of(),
            ticket(1, 7, 0, 1, TicketStatus.OPEN),
            ticket(2, 7, 0, 3, TicketStatus.OPEN)));
    fixture.store(
        there,
        page(
            List.of(
                new ContactSnapshot(70, "A. Lee", "Ann@Example.com", null, 0),
                new ContactSnapshot(71, "Tom", "tom@example.com", null, 0)),
            List.of(),
            ticket(1, 70, 0, 2, TicketStatus.SOLVED, "theirs"),
            ticket(3, 70, 0, 4, TicketStatus.DELETED),
            ticket(4, 71, 0, 5, TicketStatus.OPEN)));
    assertThat(read(here, 1, 5).earlier()).extracting(EarlierContact::remoteId).containsExactly(2L);

    join();

    assertThat(read(here, 1, 5).earlier())
        .extracting(each -> each.helpdesk() + " " + each.remoteId())
        .containsExactly("zendesk 2", "freshdesk 1");
    assertThat(read(there, 1, 1).earlier())
        .extracting(each -> each.helpdesk() + " " + each.remoteId())
        .containsExactly("zendesk 2");
    assertThat(read(there, 4, 5).earlier()).isEmpty();
  }

  private static void join() {
    fixture
        .database()
        .inTransaction(
            any ->
                new JoinCustomers(CustomerJoinsForTests.jdbc(fixture.database().dataSource()), true)
                    .join());
  }

  @Test
  void a_ticket_never_read_is_absent() {
    HelpdeskAccount account = fixture.account();

    assertThat(context.read(new TicketId(account.id(), 404), 5)).isEmpty();
  }

  @Test
  void the_number_of_last_contacts_has_its_limits() {
    TicketId id = new TicketId(fixture.account().id(), 1);

    assertThatThrownBy(() -> context.read(id, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of last contacts is 0 to 100, not -1");
    assertThatThrownBy(() -> context.read(id, 101)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TicketContext read(HelpdeskAccount account, long id, int lastContacts) {
    return context.read(new TicketId(account.id(), id), lastContacts).orElseThrow();
  }

  private static TicketSnapshot ticket(
      long id, long contact, long customer, int day, TicketStatus status, String... labels) {
    return new TicketSnapshot(
        id,
        status,
        "email",
        "Subject " + id,
        contact,
        customer,
        0,
        0,
        MORNING.plus(Duration.ofDays(day)),
        MORNING.plusSeconds(60),
        MORNING.plusSeconds(61),
        Set.of(labels));
  }
}
