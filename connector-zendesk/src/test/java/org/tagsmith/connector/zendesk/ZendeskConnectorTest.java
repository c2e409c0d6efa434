package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class ZendeskConnectorTest {
  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final ZendeskParts parts = new ZendeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void a_page_becomes_a_batch_with_the_bookmark_that_follows_it() {
    edge.answers(
        Canned.json(
            "{\"tickets\":[{\"id\":1,\"generated_timestamp\":200},{\"id\":2,"
                + "\"generated_timestamp\":100}],\"after_cursor\":\"next\",\"end_of_stream\":false}"));

    TicketBatch batch = read(parts.connector.startAt(Instant.EPOCH));

    assertThat(batch.tickets()).hasSize(2);
    assertThat(batch.readUpTo()).isEqualTo(Instant.ofEpochSecond(200));
    assertThat(batch.next()).isEqualTo(new SyncCursor("z1:c:200:next"));
    assertThat(batch.endOfStream()).isFalse();
  }

  @Test
  void brands_are_asked_for_once_and_again_when_a_new_one_turns_up() {
    ClockForTests clock = new ClockForTests(ZendeskParts.NOW);
    try (ZendeskParts moving =
        new ZendeskParts(Map.of("tagsmith.zendesk.base-url", edge.uri().toString()), clock)) {
      Canned names = Canned.json("{\"brands\":[{\"id\":70,\"name\":\"Harbour\"}]}");
      Canned more =
          Canned.json(
              "{\"brands\":[{\"id\":70,\"name\":\"Harbour\"},{\"id\":71,\"name\":\"Business\"}]}");
      edge.answers(ofBrand(70), names, ofBrand(70), ofBrand(71), ofBrand(71), more);
      SyncCursor start = moving.connector.startAt(Instant.EPOCH);

      assertThat(brands(moving, start)).containsOnlyKeys(70L);
      assertThat(brands(moving, start)).containsOnlyKeys(70L);
      assertThat(brands(moving, start)).as("not so soon").containsOnlyKeys(70L);
      clock.pass(Duration.ofMinutes(10));
      assertThat(brands(moving, start)).containsOnlyKeys(70L, 71L);
    }
  }

  private static Map<Long, String> brands(ZendeskParts parts, SyncCursor cursor) {
    return parts.connector.read(ZendeskParts.ACCOUNT, cursor).names().brands();
  }

  private static Canned ofBrand(long brand) {
    return Canned.json(
        "{\"tickets\":[{\"id\":1,\"brand_id\":"
            + brand
            + "}],\"after_cursor\":\"next\",\"end_of_stream\":true}");
  }

  @Test
  void an_account_without_the_right_to_see_brands_still_reads_tickets() {
    edge.answers(ofBrand(70), Canned.json(403, "{}"));

    TicketBatch batch = read(parts.connector.startAt(Instant.EPOCH));

    assertThat(batch.tickets()).hasSize(1);
    assertThat(batch.names().brands()).isEmpty();
  }

  @Test
  void an_empty_page_keeps_what_was_read_up_to() {
    edge.answers(empty("\"next\"", true));

    TicketBatch batch = read(new SyncCursor("z1:c:200:here"));

    assertThat(batch.readUpTo()).isEqualTo(Instant.ofEpochSecond(200));
    assertThat(batch.next()).isEqualTo(new SyncCursor("z1:c:200:next"));
  }

  @Test
  void an_empty_page_in_the_middle_is_not_the_end() {
    edge.answers(empty("\"next\"", false));

    assertThat(read(new SyncCursor("z1:c::here")).endOfStream()).isFalse();
  }

  @Test
  void an_account_without_tickets_starts_again_from_the_same_bookmark() {
    edge.answers(empty("null", true));
    SyncCursor start = parts.connector.startAt(Instant.EPOCH);

    TicketBatch batch = read(start);

    assertThat(batch.next()).isEqualTo(start);
    assertThat(batch.readUpTo()).isNull();
    assertThat(batch.endOfStream()).isTrue();
  }

  @Test
  void the_one_credential_is_not_tried_on_another_account() {
    HelpdeskAccount other =
        new HelpdeskAccount(new HelpdeskAccountId(2), ZendeskConnector.ID, "otherbank");
    SyncCursor start = parts.connector.startAt(Instant.EPOCH);
    LabelChange change = new LabelChange(1, Set.of("a"), Set.of());

    assertThatThrownBy(() -> parts.connector.read(other, start))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("otherbank");
    assertThatThrownBy(() -> parts.connector.write(other, change))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class);
    assertThatThrownBy(() -> parts.connector.countTickets(other))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class);
    assertThat(edge.calls()).isEmpty();
  }

  @Test
  void the_number_of_tickets_is_asked_for() {
    edge.answers(
        Canned.json("{\"count\":{\"value\":102,\"refreshed_at\":\"2026-05-06T02:18:17Z\"}}"));

    assertThat(parts.connector.countTickets(ZendeskParts.ACCOUNT)).hasValue(102);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"count\":{\"value\":100000,\"refreshed_at\":null}}",
        "{\"count\":{\"value\":null}}",
        "{\"count\":null}",
        "{}"
      })
  void a_number_that_zendesk_has_not_counted_is_not_told(String answer) {
    edge.answers(Canned.json(answer));

    assertThat(parts.connector.countTickets(ZendeskParts.ACCOUNT)).isEmpty();
  }

  @Test
  void a_zendesk_that_does_not_count_still_works() {
    edge.answers(Canned.json(404, "{\"error\":\"InvalidEndpoint\"}"));

    assertThat(parts.connector.countTickets(ZendeskParts.ACCOUNT)).isEmpty();
  }

  private TicketBatch read(SyncCursor cursor) {
    return parts.connector.read(ZendeskParts.ACCOUNT, cursor);
  }

  private static Canned empty(String after, boolean end) {
    return Canned.json(
        "{\"tickets\":[],\"after_cursor\":" + after + ",\"end_of_stream\":" + end + "}");
  }
}
