package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.DeskNames;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;
import org.tagsmith.domain.ticket.TicketSnapshot;

/** What stands beside tickets costs two credits a part; a list without any costs one. */
class FreshdeskPeopleTest {
  private static final Canned ACME = Canned.json("{\"id\":41,\"name\":\"Acme\"}");
  private static final Canned ANN =
      Canned.json("{\"id\":31,\"name\":\"Ann\",\"email\":\"a@b.example\",\"company_id\":41}");
  private static final Canned NONE = Canned.json("[]");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());
  private final SyncCursor rest =
      new FreshdeskCursor(
              Listing.TICKETS,
              Place.RESTING,
              Trail.startingAt(Instant.EPOCH),
              Trail.startingAt(Instant.EPOCH),
              Trail.startingAt(Instant.EPOCH),
              Trail.startingAt(Instant.EPOCH),
              FreshdeskParts.NOW.getEpochSecond())
          .encode();

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void a_first_reading_takes_the_names_beside_the_tickets() {
    edge.answers(
        Canned.json(
            "[{\"id\":1,\"requester_id\":31,\"company_id\":41,\"requester\":{\"id\":31,"
                + "\"name\":\"Ann\",\"email\":\"a@b.example\",\"mobile\":\"0911\"}}]"),
        ACME);

    TicketBatch batch = read(parts.connector.startAt(Instant.EPOCH));

    assertThat(batch.contacts())
        .containsExactly(new ContactSnapshot(31, "Ann", "a@b.example", "0911", 41));
    assertThat(batch.customers()).containsExactly(new CustomerSnapshot(41, "Acme"));
    assertThat(edge.lines().get(0)).contains("include=requester");
    assertThat(edge.lines().get(1)).isEqualTo("GET /api/v2/companies/41");
  }

  @Test
  void a_look_at_what_is_new_asks_for_a_few_strangers_one_by_one_and_once() {
    edge.answers(tickets(31), tickets(31), ANN, tickets(31));

    TicketBatch first = read(rest);
    TicketBatch second = read(rest);

    assertThat(first.contacts()).isEqualTo(second.contacts()).hasSize(1);
    assertThat(edge.lines().get(0)).doesNotContain("include");
    assertThat(edge.lines().get(1)).endsWith("&include=stats");
    assertThat(edge.lines().get(2)).isEqualTo("GET /api/v2/contacts/31");
    assertThat(edge.calls()).hasSize(4);
  }

  @Test
  void many_strangers_are_asked_for_together() {
    edge.answers(tickets(31, 32, 33, 34), NONE);

    read(rest);

    assertThat(edge.lines()).hasSize(2);
    assertThat(edge.lines().get(1)).contains("include=requester");
  }

  @Test
  void measures_are_asked_for_when_there_is_news_and_then_remembered() {
    edge.answers(tickets(31), tickets(31), ANN, tickets(31), tickets(31, 32), tickets(31, 32), ANN);

    TicketBatch first = read(rest);
    TicketBatch again = read(rest);
    TicketBatch news = read(rest);

    assertThat(handled(first)).containsExactly(31L);
    assertThat(handled(again)).containsExactly(31L);
    assertThat(handled(news)).containsExactly(31L, 32L);
    assertThat(edge.lines().stream().filter(line -> line.contains("include=stats"))).hasSize(2);
  }

  @Test
  void agents_groups_and_products_are_asked_for_once_by_their_lists() {
    Canned ticket = Canned.json("[{\"id\":1,\"responder_id\":5,\"group_id\":6,\"product_id\":7}]");
    edge.answers(
        ticket,
        ticket,
        Canned.json("[{\"id\":5,\"contact\":{\"name\":\"Mei-Ling\"}},{\"id\":8}]"),
        Canned.json("[{\"id\":6,\"name\":\"Cards\"}]"),
        Canned.json("[{\"id\":7,\"name\":\"Harbour Bank\"}]"),
        ticket);

    TicketBatch first = read(rest);
    TicketBatch again = read(rest);

    assertThat(first.names())
        .isEqualTo(
            new DeskNames(Map.of(5L, "Mei-Ling"), Map.of(6L, "Cards"), Map.of(7L, "Harbour Bank")))
        .isEqualTo(again.names());
    assertThat(edge.lines().get(2)).isEqualTo("GET /api/v2/agents?per_page=100&page=1");
    assertThat(edge.lines().get(4)).isEqualTo("GET /api/v2/products?per_page=100&page=1");
  }

  @Test
  void a_key_without_the_right_to_see_agents_still_reads_tickets() {
    edge.answers(
        Canned.json("[{\"id\":1,\"responder_id\":5}]"),
        Canned.json("[{\"id\":1,\"responder_id\":5}]"),
        Canned.json(403, "{\"code\":\"access_denied\"}"));

    TicketBatch batch = read(rest);

    assertThat(batch.tickets()).hasSize(1);
    assertThat(batch.names()).isEqualTo(DeskNames.NONE);
  }

  private static List<Long> handled(TicketBatch batch) {
    return batch.tickets().stream()
        .filter(ticket -> ticket.facts().handling() != null)
        .map(TicketSnapshot::remoteId)
        .toList();
  }

  @Test
  void many_companies_are_asked_for_by_their_list() {
    edge.answers(
        Canned.json("[{\"id\":1,\"company_id\":41},{\"id\":2,\"company_id\":42}]"),
        Canned.json("[{\"id\":1,\"company_id\":41},{\"id\":2,\"company_id\":42}]"),
        Canned.json("[{\"id\":41,\"name\":\"Acme\"},{\"id\":42,\"name\":\"Zenith\"}]"));

    assertThat(read(rest).customers()).hasSize(2);
    assertThat(edge.lines().get(2)).isEqualTo("GET /api/v2/companies?per_page=100&page=1");
    assertThat(edge.calls()).hasSize(3);
  }

  @Test
  void who_is_not_found_is_not_asked_for_again() {
    edge.answers(tickets(31), tickets(31), Canned.json(404, ""), tickets(31));

    assertThat(read(rest).contacts()).isEmpty();
    assertThat(read(rest).contacts()).isEmpty();
    assertThat(edge.calls()).hasSize(4);
  }

  @Test
  void a_key_without_the_right_to_see_contacts_still_reads_tickets() {
    edge.answers(tickets(31), tickets(31), Canned.json(403, "{\"code\":\"access_denied\"}"));

    assertThat(read(rest).tickets()).hasSize(1);
  }

  @Test
  void who_wrote_what_is_deleted_is_not_asked_for() {
    FreshdeskCursor deleted = FreshdeskCursor.decode(rest);
    edge.answers(tickets(31));

    read(
        new FreshdeskCursor(
                Listing.DELETED,
                Place.RESTING,
                deleted.tickets(),
                deleted.deleted(),
                deleted.spam(),
                deleted.ratings(),
                0)
            .encode());

    assertThat(edge.calls()).hasSize(1);
  }

  private TicketBatch read(SyncCursor cursor) {
    return parts.connector.read(FreshdeskParts.ACCOUNT, cursor);
  }

  /** As with {@code include=stats}; a look without gets them too, and takes them as they are. */
  private static Canned tickets(int... requesters) {
    StringBuilder rows = new StringBuilder();
    for (int requester : requesters) {
      rows.append(rows.isEmpty() ? "" : ",")
          .append("{\"id\":")
          .append(requester)
          .append(",\"requester_id\":")
          .append(requester)
          .append(",\"stats\":{}}");
    }
    return Canned.json("[" + rows + "]");
  }
}
