package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.freshdesk.desk.Contact;
import org.tagsmith.sandbox.freshdesk.desk.Outline;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.freshdesk.invented.InventedTickets;
import org.tagsmith.sandbox.freshdesk.live.Activity;
import org.tagsmith.sandbox.invented.People;

class InventedTicketsTest {
  private static final long NEWEST = Instant.parse("2026-03-02T10:00:00Z").getEpochSecond();

  private static List<SandboxTicket> tickets(long seed, int count) {
    InventedTickets origin = new InventedTickets(seed, count, NEWEST);
    return IntStream.range(0, count).mapToObj(origin::ticket).toList();
  }

  @Test
  void the_same_seed_gives_the_same_tickets_and_another_gives_others() {
    assertThat(tickets(5, 300)).isEqualTo(tickets(5, 300)).isNotEqualTo(tickets(6, 300));
  }

  @Test
  void the_cheap_answers_agree_with_the_whole_ticket() {
    InventedTickets origin = new InventedTickets(5, 500, NEWEST);

    for (int position = 0; position < 500; position++) {
      SandboxTicket ticket = origin.ticket(position);
      assertThat(origin.outline(position))
          .isEqualTo(
              new Outline(
                  ticket.place(),
                  ticket.status(),
                  ticket.createdAt(),
                  ticket.updatedAt(),
                  ticket.times().dueBy(),
                  ticket.rating() == null ? 0 : ticket.rating().createdAt()));
      assertThat(origin.idAt(position)).isEqualTo(ticket.id());
      assertThat(origin.positionOf(ticket.id())).isEqualTo(position);
      assertThat(origin.contact(ticket.requesterId())).isPresent();
    }
    assertThat(LongStream.of(0, 13, 26, 10_000).mapToInt(origin::positionOf))
        .allMatch(position -> position < 0);
  }

  @Test
  void nothing_happens_out_of_order_or_after_the_newest_second() {
    assertThat(tickets(5, 3000))
        .allMatch(t -> t.createdAt() <= t.updatedAt() && t.updatedAt() <= NEWEST)
        .allMatch(t -> t.times().resolvedAt() <= NEWEST && t.times().closedAt() <= NEWEST)
        .allMatch(t -> t.times().firstRespondedAt() <= t.updatedAt())
        .allMatch(t -> t.rating() == null || t.rating().createdAt() <= NEWEST);
  }

  @Test
  void every_place_and_status_occurs_and_many_tickets_share_a_second() {
    List<SandboxTicket> tickets = tickets(5, 20_000);
    Map<Long, Long> bySecond =
        tickets.stream()
            .collect(Collectors.groupingBy(SandboxTicket::updatedAt, Collectors.counting()));

    assertThat(tickets.stream().map(SandboxTicket::place).distinct())
        .contains(Place.LISTED, Place.DELETED, Place.SPAM);
    assertThat(tickets.stream().map(SandboxTicket::status).distinct())
        .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 11);
    assertThat(bySecond.values()).anyMatch(count -> count > 50);
  }

  @Test
  void tags_are_typed_in_many_ways_and_never_too_long_for_freshdesk() {
    Map<String, Long> tags =
        tickets(5, 20_000).stream()
            .flatMap(t -> t.tags().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(tags)
        .containsKeys(
            "upgrade_creditcard",
            "upgrade creditcard",
            "UPGRADE CREDITCARD",
            "cc_upgrade",
            "升級_信用卡");
    assertThat(tags.keySet()).allMatch(tag -> tag.length() <= 32 && !tag.contains(","));
  }

  @Test
  void more_than_half_of_the_customers_write_to_the_banks_other_helpdesk_too() {
    int count = 2000;
    InventedTickets origin = new InventedTickets(1, count, NEWEST);
    People other = new People(1, count, 1, 1);
    Set<String> elsewhere =
        LongStream.rangeClosed(1, People.writing(count))
            .mapToObj(id -> other.find(id).orElseThrow())
            .map(Person::email)
            .collect(Collectors.toSet());
    List<Contact> writers =
        IntStream.range(0, count)
            .mapToObj(origin::ticket)
            .map(t -> origin.contact(t.requesterId()).orElseThrow())
            .toList();

    long both =
        writers.stream()
            .map(Contact::email)
            .filter(Objects::nonNull)
            .filter(email -> elsewhere.contains(email.toLowerCase(Locale.ROOT)))
            .count();

    assertThat(both).isBetween(count / 2L, count * 2L / 3);
    assertThat(writers)
        .anyMatch(c -> c.email() == null && (c.phone() != null || c.mobile() != null));
    assertThat(writers).anyMatch(c -> c.email() != null && c.email().startsWith("C"));
  }

  @Test
  void every_company_that_a_ticket_names_stands_in_the_list_of_companies() {
    InventedTickets origin = new InventedTickets(5, 3000, NEWEST);

    assertThat(
            IntStream.range(0, 3000)
                .mapToObj(position -> origin.ticket(position).companyId())
                .filter(company -> company != 0))
        .isNotEmpty()
        .isSubsetOf(origin.companyIds());
    assertThat(origin.companyIds())
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(company -> origin.company(company).isPresent());
  }

  @Test
  void customers_open_tickets_and_colleagues_work_on_them() {
    TurnableClock clock = new TurnableClock();
    long newest = clock.instant().getEpochSecond() - 120;
    Journal journal = new Journal();
    TicketDesk desk = new TicketDesk(new InventedTickets(1, 100, newest), clock, journal, 120);
    long before = desk.count();
    try (Activity activity = new Activity(desk, new InventedTickets(2, 100, newest), 3)) {
      for (int i = 0; i < 60; i++) {
        activity.step();
        clock.turn(Duration.ofSeconds(10));
      }
    }

    assertThat(desk.count()).isGreaterThan(before + 20).isLessThan(before + 60);
    assertThat(journal.effects()).allMatch(e -> e.by().equals("activity"));
    assertThat(journal.effects()).anyMatch(e -> !e.added().isEmpty());
  }
}
