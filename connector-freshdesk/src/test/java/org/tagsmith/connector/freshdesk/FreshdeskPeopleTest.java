package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

/** Names cost credits: a list with {@code include=requester} three, without it one. */
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
    edge.answers(tickets(31), ANN, tickets(31));

    TicketBatch first = read(rest);
    TicketBatch second = read(rest);

    assertThat(first.contacts()).isEqualTo(second.contacts()).hasSize(1);
    assertThat(edge.lines().get(0)).doesNotContain("include");
    assertThat(edge.lines().get(1)).isEqualTo("GET /api/v2/contacts/31");
    assertThat(edge.calls()).hasSize(3);
  }

  @Test
  void many_strangers_are_asked_for_together() {
    edge.answers(tickets(31, 32, 33, 34), NONE);

    read(rest);

    assertThat(edge.lines()).hasSize(2);
    assertThat(edge.lines().get(1)).contains("include=requester");
  }

  @Test
  void many_companies_are_asked_for_by_their_list() {
    edge.answers(
        Canned.json("[{\"id\":1,\"company_id\":41},{\"id\":2,\"company_id\":42}]"),
        Canned.json("[{\"id\":41,\"name\":\"Acme\"},{\"id\":42,\"name\":\"Zenith\"}]"));

    assertThat(read(rest).customers()).hasSize(2);
    assertThat(edge.lines().get(1)).isEqualTo("GET /api/v2/companies?per_page=100&page=1");
    assertThat(edge.calls()).hasSize(2);
  }

  @Test
  void who_is_not_found_is_not_asked_for_again() {
    edge.answers(tickets(31), Canned.json(404, ""), tickets(31));

    assertThat(read(rest).contacts()).isEmpty();
    assertThat(read(rest).contacts()).isEmpty();
    assertThat(edge.calls()).hasSize(3);
  }

  @Test
  void a_key_without_the_right_to_see_contacts_still_reads_tickets() {
    edge.answers(tickets(31), Canned.json(403, "{\"code\":\"access_denied\"}"));

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
                0)
            .encode());

    assertThat(edge.calls()).hasSize(1);
  }

  private TicketBatch read(SyncCursor cursor) {
    return parts.connector.read(FreshdeskParts.ACCOUNT, cursor);
  }

  private static Canned tickets(int... requesters) {
    StringBuilder rows = new StringBuilder();
    for (int requester : requesters) {
      rows.append(rows.isEmpty() ? "" : ",")
          .append("{\"id\":")
          .append(requester)
          .append(",\"requester_id\":")
          .append(requester)
          .append("}");
    }
    return Canned.json("[" + rows + "]");
  }
}
