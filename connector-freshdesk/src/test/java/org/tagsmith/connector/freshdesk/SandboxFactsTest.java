package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.Staff;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;

/** Facts, names and ratings over HTTP, against the sandbox's own truth. */
class SandboxFactsTest {
  private final MovableClock clock = new MovableClock();
  private final SandboxFreshdesk sandbox = FreshdeskParts.sandbox(300, clock);
  private final FreshdeskParts parts = FreshdeskParts.reading(sandbox, 100, clock);
  private final Map<Long, TicketSnapshot> read = new HashMap<>();
  private final Map<Long, String> ratings = new TreeMap<>();
  private TicketBatch last;

  @AfterEach
  void stop() {
    parts.close();
    sandbox.close();
  }

  @Test
  void every_ticket_comes_with_the_facts_that_freshdesk_has() {
    readOn();

    Map<Long, SandboxTicket> truth =
        sandbox
            .tickets()
            .all()
            .filter(ticket -> !ticket.deleted() && !ticket.spam())
            .collect(Collectors.toMap(SandboxTicket::id, ticket -> ticket));
    assertThat(truth).isNotEmpty();
    truth.forEach(
        (id, ticket) -> {
          TicketFacts facts = read.get(id).facts();
          assertThat(facts.brandId()).isEqualTo(Staff.productOf(ticket));
          assertThat(facts.channel()).isNotNull();
          assertThat(facts.handling().closedAt() != null)
              .isEqualTo(ticket.status() == Statuses.CLOSED);
          assertThat(facts.handling().reopens())
              .isEqualTo(ticket.times().reopenedAt() == 0 ? 0 : 1);
          assertThat(facts.handling().firstReplyMinutes()).isEqualTo(replied(ticket));
        });
    assertThat(ratings)
        .isNotEmpty()
        .isEqualTo(
            truth.values().stream()
                .filter(ticket -> ticket.rating() != null)
                .collect(
                    Collectors.toMap(
                        SandboxTicket::id, ticket -> Integer.toString(ticket.rating().score()))));
  }

  private void readOn() {
    Map<Long, String> agents = new HashMap<>();
    Map<Long, String> groups = new HashMap<>();
    Map<Long, String> brands = new HashMap<>();
    SyncCursor cursor = parts.connector.startAt(Instant.EPOCH);
    do {
      last = parts.connector.read(FreshdeskParts.ACCOUNT, cursor);
      last.tickets().forEach(ticket -> read.put(ticket.remoteId(), ticket));
      last.ratings().forEach(rating -> ratings.put(rating.ticketId(), rating.rating().word()));
      agents.putAll(last.names().agents());
      groups.putAll(last.names().groups());
      brands.putAll(last.names().brands());
      cursor = last.next();
    } while (!last.endOfStream());
    assertThat(agents).containsValues("Mei-Ling Chen", "Ruth Adeyemi");
    assertThat(groups).containsValues("Cards", "Payments");
    assertThat(brands).containsValues("Harbour Bank", "Harbour Business");
  }

  private static Integer replied(SandboxTicket ticket) {
    long at = ticket.times().firstRespondedAt();
    return at == 0 ? null : (int) ((at - ticket.createdAt()) / 60);
  }
}
