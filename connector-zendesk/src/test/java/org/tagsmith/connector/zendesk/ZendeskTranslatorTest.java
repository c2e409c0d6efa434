package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.DeskNames;
import org.tagsmith.domain.sync.http.HelpdeskJson;
import org.tagsmith.domain.ticket.Channel;
import org.tagsmith.domain.ticket.Handling;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

class ZendeskTranslatorTest {
  private static final HelpdeskJson JSON = new HelpdeskJson("Zendesk");

  /** The shape of a page as recorded; the content is invented. */
  private static final String PAGE =
      """
      {"tickets":[{"url":"https://x/7.json","id":7,"external_id":null,
        "via":{"channel":"email","source":{"from":{"address":"a@b.example"},"rel":null}},
        "created_at":"2026-04-01T08:00:00Z","updated_at":"2026-04-02T09:30:15Z",
        "generated_timestamp":1775122275,"type":null,"subject":"Card lost","priority":null,
        "status":"open","requester_id":360011111111,"submitter_id":5,"assignee_id":42,
        "organization_id":99,"group_id":11,"tags":["card_lost","language__en"],
        "brand_id":70,"satisfaction_rating":{"score":"bad","id":3,"comment":"Too slow"},
        "metric_set":{"id":8,"reopens":2,"solved_at":null,
          "status_updated_at":"2026-04-02T09:30:15Z",
          "reply_time_in_minutes":{"calendar":41,"business":12}},
        "custom_fields":[{"id":1,"value":"x"}],"support_type":"agent"}],
       "users":[
        {"id":360011111111,"name":"Ada Example","email":"ada@example.com","phone":"+44 1",
         "organization_id":99,"role":"end-user"},
        {"id":42,"name":"Agent Smith","email":"smith@bank.example","role":"agent"}],
       "organizations":[{"id":99,"name":"Example Ltd"}],
       "groups":[{"id":11,"name":"Cards","deleted":false}],
       "after_cursor":"c","end_of_stream":true}
      """;

  private static final ObjectMapper TREES = new ObjectMapper();

  @Test
  void every_field_we_keep_is_kept() {
    assertThat(ZendeskTranslator.tickets(page(PAGE)))
        .containsExactly(
            new TicketSnapshot(
                7,
                TicketStatus.OPEN,
                "email",
                "Card lost",
                360011111111L,
                99,
                42,
                11,
                Instant.parse("2026-04-01T08:00:00Z"),
                Instant.parse("2026-04-02T09:30:15Z"),
                Instant.ofEpochSecond(1775122275),
                Set.of("card_lost", "language__en"),
                new TicketFacts(
                    Channel.EMAIL,
                    70,
                    "en",
                    new Rating(Satisfaction.BAD, "bad"),
                    new Handling(null, null, 2, 41))));
  }

  @Test
  void a_contact_is_who_wrote_and_not_the_agent_beside_them() {
    assertThat(ZendeskTranslator.contacts(page(PAGE)))
        .containsExactly(
            new ContactSnapshot(360011111111L, "Ada Example", "ada@example.com", "+44 1", 99));
    assertThat(ZendeskTranslator.customers(page(PAGE)))
        .containsExactly(new CustomerSnapshot(99, "Example Ltd"));
  }

  @Test
  void agents_and_groups_have_names_and_people_who_only_wrote_are_no_agents() {
    assertThat(ZendeskTranslator.names(page(PAGE), Map.of(70L, "Harbour Bank")))
        .isEqualTo(
            new DeskNames(
                Map.of(42L, "Agent Smith"), Map.of(11L, "Cards"), Map.of(70L, "Harbour Bank")));
  }

  @Test
  void measures_beside_the_tickets_are_found_by_the_tickets_number() {
    String page =
        """
        {"tickets":[{"id":1,"status":"closed","requester_id":5},{"id":2}],
         "users":[{"id":5,"locale":"zh-TW"}],
         "metric_sets":[{"ticket_id":1,"reopens":0,"solved_at":"2026-04-01T08:00:00Z",
           "status_updated_at":"2026-04-05T08:00:00Z","reply_time_in_minutes":{"calendar":null}}]}
        """;

    assertThat(ZendeskTranslator.tickets(page(page)))
        .extracting(TicketSnapshot::facts)
        .containsExactly(
            new TicketFacts(
                null,
                0,
                "zh-TW",
                null,
                new Handling(
                    Instant.parse("2026-04-01T08:00:00Z"),
                    Instant.parse("2026-04-05T08:00:00Z"),
                    0,
                    null)),
            TicketFacts.UNTOLD);
  }

  @ParameterizedTest
  @CsvSource({
    "email, EMAIL",
    "web, WEB",
    "mobile_sdk, WEB",
    "voice, PHONE",
    "phone_call_inbound, PHONE",
    "native_messaging, CHAT",
    "twitter_dm, SOCIAL",
    "whatsapp, SOCIAL",
    "api, API",
    "sample_ticket, OTHER"
  })
  void every_channel_has_a_word_of_ours_beside_its_own(String word, Channel ours) {
    TicketSnapshot ticket =
        ZendeskTranslator.tickets(
                page("{\"tickets\":[{\"id\":1,\"via\":{\"channel\":\"" + word + "\"}}]}"))
            .get(0);

    assertThat(ticket.facts().channel()).isEqualTo(ours);
    assertThat(ticket.channel()).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"offered", "unoffered"})
  void a_rating_that_was_only_asked_for_is_none(String score) {
    String page = "{\"tickets\":[{\"id\":1,\"satisfaction_rating\":{\"score\":\"%s\"}}]}";

    assertThat(ZendeskTranslator.tickets(page(page.formatted(score))).get(0).facts().rating())
        .isEqualTo(Rating.NONE);
  }

  @Test
  void a_person_named_twice_is_one_contact() {
    String twice =
        """
        {"tickets":[{"id":1,"requester_id":5},{"id":2,"requester_id":5}],
         "users":[{"id":5,"name":"Old"},{"id":5,"name":"New"}]}
        """;

    assertThat(ZendeskTranslator.contacts(page(twice)))
        .containsExactly(new ContactSnapshot(5, "New", null, null, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "new, NEW",
    "open, OPEN",
    "pending, PENDING",
    "hold, HOLD",
    "solved, SOLVED",
    "closed, CLOSED",
    "deleted, DELETED",
    "archived_in_2031, OTHER"
  })
  void every_status_has_a_word_of_ours(String status, TicketStatus ours) {
    assertThat(ticket("{\"id\":7,\"status\":\"" + status + "\"}").status()).isEqualTo(ours);
  }

  @Test
  void what_is_missing_or_null_has_an_answer() {
    TicketSnapshot bare = ticket("{\"id\":7}");
    TicketSnapshot nulls =
        ticket(
            "{\"id\":7,\"via\":null,\"subject\":null,\"status\":null,\"requester_id\":null,"
                + "\"organization_id\":null,\"assignee_id\":null,\"group_id\":null,"
                + "\"created_at\":null,\"updated_at\":null,\"generated_timestamp\":null,"
                + "\"tags\":null}");

    assertThat(nulls).isEqualTo(bare);
    assertThat(bare)
        .isEqualTo(
            new TicketSnapshot(
                7,
                TicketStatus.OTHER,
                null,
                null,
                0,
                0,
                0,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                Set.of()));
  }

  @Test
  void a_generated_timestamp_of_zero_is_none() {
    TicketSnapshot ticket =
        ticket("{\"id\":7,\"updated_at\":\"2026-04-02T09:30:15Z\",\"generated_timestamp\":0}");

    assertThat(ticket.generatedAt()).isEqualTo(Instant.parse("2026-04-02T09:30:15Z"));
  }

  @Test
  void a_system_update_moves_only_the_generated_timestamp() {
    TicketSnapshot ticket =
        ticket(
            "{\"id\":7,\"updated_at\":\"2026-04-02T09:30:15Z\","
                + "\"generated_timestamp\":1775122335}");

    assertThat(ticket.updatedAt()).isEqualTo(Instant.parse("2026-04-02T09:30:15Z"));
    assertThat(ticket.generatedAt()).isEqualTo(Instant.parse("2026-04-02T09:32:15Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-99T00:00:00Z", "", "2015/12/30 01:46:13 -0800"})
  void a_time_that_is_none_falls_back_to_the_next_best(String text) {
    TicketSnapshot ticket =
        ticket(
            "{\"id\":7,\"created_at\":\"" + text + "\",\"updated_at\":\"2026-04-02T09:30:15Z\"}");

    assertThat(ticket.createdAt()).isEqualTo(Instant.parse("2026-04-02T09:30:15Z"));
  }

  @Test
  void a_time_with_an_offset_is_the_same_instant() {
    assertThat(ticket("{\"id\":7,\"updated_at\":\"2026-04-02T11:30:15+02:00\"}").updatedAt())
        .isEqualTo(Instant.parse("2026-04-02T09:30:15Z"));
  }

  @Test
  void labels_are_kept_as_found_without_order_or_repetition() {
    assertThat(
            ticket("{\"id\":7,\"tags\":[\"b\",\"a\",\"b\",null,\"\",\" \",\"升級_信用卡\",\"c,d\"]}")
                .labels())
        .containsExactlyInAnyOrder("a", "b", "升級_信用卡", "c,d");
  }

  @Test
  void the_one_character_a_database_cannot_keep_is_left_out() {
    TicketSnapshot ticket = ticket("{\"id\":7,\"subject\":\"a\\u0000b\",\"tags\":[\"x\\u0000y\"]}");

    assertThat(ticket.subject()).isEqualTo("ab");
    assertThat(ticket.labels()).containsExactly("xy");
  }

  @Test
  void a_row_without_a_number_is_left_out() {
    assertThat(
            ZendeskTranslator.tickets(
                page("{\"tickets\":[null,{\"id\":null},{\"id\":0},{\"id\":-1},{\"id\":1}]}")))
        .extracting(TicketSnapshot::remoteId)
        .containsExactly(1L);
  }

  @Property
  void whatever_is_missing_null_or_new_a_page_is_translated(@ForAll long seed) throws IOException {
    JsonNode page = TREES.readTree(PAGE);
    Random random = new Random(seed);
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      mutate(page, random);
    }
    TicketPageJson read =
        JSON.read(new ByteArrayInputStream(TREES.writeValueAsBytes(page)), TicketPageJson.class);

    assertThat(ZendeskTranslator.tickets(read)).doesNotContainNull();
    assertThat(ZendeskTranslator.contacts(read)).doesNotContainNull();
    assertThat(ZendeskTranslator.customers(read)).doesNotContainNull();
  }

  private static void mutate(JsonNode root, Random random) {
    List<JsonNode> inner = new ArrayList<>();
    collect(root, inner);
    JsonNode chosen = inner.get(random.nextInt(inner.size()));
    if (chosen instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      switch (random.nextInt(3)) {
        case 0 ->
            names.stream()
                .skip(random.nextInt(names.size() + 1))
                .findFirst()
                .ifPresent(object::remove);
        case 1 ->
            names.stream()
                .skip(random.nextInt(names.size() + 1))
                .findFirst()
                .ifPresent(object::putNull);
        default -> object.set("field_of_" + random.nextInt(2099), TREES.createArrayNode().add(1));
      }
    } else if (chosen instanceof ArrayNode array) {
      if (random.nextBoolean()) {
        array.addNull();
      } else {
        array.removeAll();
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainerNode()) {
      inner.add(node);
      node.forEach(child -> collect(child, inner));
    }
  }

  private static TicketSnapshot ticket(String json) {
    return ZendeskTranslator.tickets(page("{\"tickets\":[" + json + "]}")).get(0);
  }

  private static TicketPageJson page(String json) {
    try {
      return JSON.read(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), TicketPageJson.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
