package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.customer.CustomerSnapshot;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;
import org.tagsmith.domain.ticket.TicketFacts;
import org.tagsmith.domain.ticket.TicketSnapshot;

/** Real tickets, recorded by others, read as a page of the export. Skipped where they are not. */
class RecordedTicketsTest {
  private static final Path RECORDINGS = Path.of("../../shared/data/recordings");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final ZendeskParts parts = new ZendeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @BeforeEach
  void needTheRecordings() {
    assumeTrue(Files.isDirectory(RECORDINGS), "there are no recordings beside the project");
  }

  @Test
  void every_recorded_ticket_passes_unchanged_in_every_field_we_keep() throws IOException {
    int seen = 0;
    for (JsonNode recorded : recordings()) {
      for (JsonNode ticket : found(recorded, "requester_id", "tags", "created_at", "status")) {
        List<TicketSnapshot> read = readAsPage(ticket, List.of(), List.of()).tickets();
        assertThat(read)
            .extracting(each -> each.with(TicketFacts.UNTOLD))
            .containsExactly(expected(ticket));
        assertThat(read.get(0).facts().brandId()).isEqualTo(ticket.path("brand_id").asLong());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  @Test
  void recorded_people_and_organisations_pass_unchanged() throws IOException {
    int people = 0;
    int organizations = 0;
    for (JsonNode recorded : recordings()) {
      if (!recorded.hasNonNull("ticket") || !recorded.hasNonNull("users")) {
        continue;
      }
      JsonNode ticket = recorded.get("ticket");
      TicketBatch batch =
          readAsPage(ticket, rows(recorded, "users"), rows(recorded, "organizations"));
      long requester = ticket.path("requester_id").asLong();
      for (JsonNode user : rows(recorded, "users")) {
        if (user.get("id").asLong() == requester) {
          assertThat(batch.contacts()).contains(expectedContact(user));
          people++;
        }
      }
      for (JsonNode organization : rows(recorded, "organizations")) {
        assertThat(batch.customers())
            .contains(
                new CustomerSnapshot(
                    organization.get("id").asLong(), organization.get("name").asText()));
        organizations++;
      }
    }
    assertThat(people).isPositive();
    assertThat(organizations).isPositive();
  }

  private static TicketSnapshot expected(JsonNode ticket) {
    Set<String> tags = new HashSet<>();
    ticket.get("tags").forEach(tag -> tags.add(tag.asText()));
    Instant updatedAt = Instant.parse(ticket.get("updated_at").asText());
    JsonNode generated = ticket.path("generated_timestamp");
    return new TicketSnapshot(
        ticket.get("id").asLong(),
        ZendeskTranslator.status(ticket.get("status").asText()),
        text(ticket.path("via").path("channel")),
        text(ticket.path("subject")),
        ticket.get("requester_id").asLong(),
        ticket.path("organization_id").asLong(),
        ticket.path("assignee_id").asLong(),
        ticket.path("group_id").asLong(),
        Instant.parse(ticket.get("created_at").asText()),
        updatedAt,
        generated.isNumber() ? Instant.ofEpochSecond(generated.asLong()) : updatedAt,
        tags);
  }

  private static ContactSnapshot expectedContact(JsonNode user) {
    return new ContactSnapshot(
        user.get("id").asLong(),
        text(user.path("name")),
        text(user.path("email")),
        text(user.path("phone")),
        user.path("organization_id").asLong());
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }

  private TicketBatch readAsPage(
      JsonNode ticket, List<JsonNode> users, List<JsonNode> organizations)
      throws JsonProcessingException {
    ObjectNode page = JSON.createObjectNode();
    page.putArray("tickets").add(ticket);
    page.putArray("users").addAll(users);
    page.putArray("organizations").addAll(organizations);
    page.put("after_cursor", "next").put("end_of_stream", true);
    edge.answers(Canned.json(JSON.writeValueAsString(page)));
    return parts.connector.read(ZendeskParts.ACCOUNT, parts.connector.startAt(Instant.EPOCH));
  }

  private static List<JsonNode> rows(JsonNode recorded, String name) {
    List<JsonNode> rows = new ArrayList<>();
    recorded.path(name).forEach(rows::add);
    return rows;
  }

  private static List<JsonNode> recordings() throws IOException {
    List<JsonNode> recordings = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RECORDINGS)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".json") && !f.toString().contains("freshdesk"))
              .sorted()
              .toList()) {
        recordings.add(JSON.readTree(file.toFile()));
      }
    }
    return recordings;
  }

  /** Every object inside that has a number and these fields. */
  private static List<JsonNode> found(JsonNode node, String... fields) {
    List<JsonNode> found = new ArrayList<>();
    if (node.path("id").isIntegralNumber() && Stream.of(fields).allMatch(node::hasNonNull)) {
      found.add(node);
    }
    node.forEach(child -> found.addAll(found(child, fields)));
    return found;
  }
}
