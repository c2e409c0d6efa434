package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.invented.InventedTickets;

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
      assertThat(origin.generatedAt(position)).isEqualTo(ticket.generatedAt());
      assertThat(origin.deletedAt(position)).isEqualTo(ticket.deleted());
      assertThat(origin.idAt(position)).isEqualTo(ticket.id());
      assertThat(origin.positionOf(ticket.id())).isEqualTo(position);
      assertThat(origin.person(ticket.requesterId())).isPresent();
    }
    assertThat(origin.positionOf(501)).isNegative();
  }

  @Test
  void times_are_in_order_and_end_before_the_newest_second() {
    List<SandboxTicket> tickets = tickets(5, 2000);

    assertThat(tickets).isSortedAccordingTo((a, b) -> Long.compare(a.createdAt(), b.createdAt()));
    assertThat(tickets)
        .allMatch(t -> t.createdAt() <= t.updatedAt())
        .allMatch(t -> t.updatedAt() <= t.generatedAt())
        .allMatch(t -> t.generatedAt() <= NEWEST);
  }

  @Test
  void mondays_are_busier_than_sundays() {
    Map<Integer, Long> byWeekday =
        tickets(5, 5000).stream()
            .collect(
                Collectors.groupingBy(
                    t ->
                        Instant.ofEpochSecond(t.createdAt())
                            .atZone(ZoneOffset.UTC)
                            .getDayOfWeek()
                            .getValue(),
                    Collectors.counting()));

    assertThat(byWeekday.get(1)).isGreaterThan(2 * byWeekday.get(7));
  }

  @Test
  void every_status_occurs_and_some_tickets_carry_no_tag() {
    List<SandboxTicket> tickets = tickets(5, 20_000);

    assertThat(tickets.stream().map(SandboxTicket::status).distinct())
        .containsExactlyInAnyOrder("new", "open", "pending", "hold", "solved", "closed", "deleted");
    assertThat(tickets.stream().filter(t -> t.tags().isEmpty()).count()).isBetween(500L, 6000L);
  }

  @Test
  void customers_come_back() {
    Map<Long, Long> contacts =
        tickets(5, 2000).stream()
            .collect(Collectors.groupingBy(SandboxTicket::requesterId, Collectors.counting()));

    assertThat(contacts.values()).anyMatch(n -> n > 5).anyMatch(n -> n == 1);
  }

  @Test
  void one_wish_is_typed_in_many_ways() {
    Map<String, Long> tags =
        tickets(5, 20_000).stream()
            .flatMap(t -> t.tags().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(tags)
        .containsKeys(
            "upgrade_creditcard",
            "Upgrade_CreditCard",
            "upgrade-credit-card",
            "cc_upgrade",
            "升級_信用卡",
            "升级_信用卡",
            "vip",
            "spam",
            "language__en");
  }
}
