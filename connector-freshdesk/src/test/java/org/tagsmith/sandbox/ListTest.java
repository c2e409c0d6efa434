package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;

class ListTest {
  private static final String LIST = "/api/v2/tickets";
  private static final String EVER = LIST + "?updated_since=2015-01-01T00:00:00Z";
  private static final String ASCENDING = EVER + "&order_by=updated_at&order_type=asc";

  private final TurnableClock clock = new TurnableClock();
  private SandboxFreshdesk sandbox;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    open(SandboxSettings.builder().tickets(3000));
  }

  private void open(SandboxSettings.Builder settings) throws IOException {
    close();
    sandbox = SandboxFreshdesk.start(settings.clock(clock).build());
    caller = new Caller(sandbox);
  }

  @AfterEach
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private List<JsonNode> all(String path) {
    List<JsonNode> tickets = new ArrayList<>();
    for (int page = 1; ; page++) {
      HttpResponse<String> response = caller.send("GET", path + "&per_page=100&page=" + page, "");
      Caller.json(response).forEach(tickets::add);
      if (response.headers().firstValue("Link").isEmpty()) {
        return tickets;
      }
    }
  }

  private Set<Long> truth(Place place) {
    return sandbox
        .tickets()
        .all()
        .filter(t -> t.place() == place)
        .map(SandboxTicket::id)
        .collect(Collectors.toSet());
  }

  private static Set<Long> ids(List<JsonNode> tickets) {
    return tickets.stream().map(t -> t.get("id").asLong()).collect(Collectors.toSet());
  }

  private String first(String field) {
    HttpResponse<String> response = caller.send("GET", field, "");
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode body = Caller.json(response);
    assertThat(body.get("description").asText()).isEqualTo("Validation failed");
    return body.at("/errors/0/field").asText() + " " + body.at("/errors/0/code").asText();
  }

  @Test
  void page_after_page_gives_every_listed_ticket_once_in_order_of_update() {
    List<JsonNode> tickets = all(ASCENDING);

    assertThat(tickets).hasSameSizeAs(truth(Place.LISTED));
    assertThat(ids(tickets)).isEqualTo(truth(Place.LISTED));
    assertThat(tickets.stream().map(t -> t.get("updated_at").asText())).isSorted();
  }

  @Test
  void deleted_and_spam_tickets_have_lists_of_their_own() {
    List<JsonNode> deleted = all(ASCENDING + "&filter=deleted");
    List<JsonNode> spam = all(ASCENDING + "&filter=spam");

    assertThat(ids(deleted)).isNotEmpty().isEqualTo(truth(Place.DELETED));
    assertThat(deleted).allMatch(t -> t.get("deleted").asBoolean());
    assertThat(ids(spam)).isNotEmpty().isEqualTo(truth(Place.SPAM));
    assertThat(spam).allMatch(t -> t.get("spam").asBoolean());
  }

  @Test
  void without_updated_since_only_tickets_of_the_last_30_days_are_listed_newest_first() {
    List<JsonNode> tickets = all(LIST + "?order_by=created_at");
    Instant since = clock.instant().minus(Duration.ofDays(30));
    long expected =
        sandbox
            .tickets()
            .all()
            .filter(t -> t.place() == Place.LISTED && t.createdAt() >= since.getEpochSecond())
            .count();

    assertThat(tickets).isNotEmpty().hasSize((int) expected);
    assertThat(tickets.stream().map(t -> t.get("created_at").asText()).toList())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(Caller.ids(caller.get(LIST + "?order_by=updated_at&per_page=100")))
        .isSubsetOf(ids(tickets));
  }

  @Test
  void updated_since_gives_that_second_and_all_after_it() {
    SandboxTicket middle =
        sandbox.tickets().all().filter(t -> t.place() == Place.LISTED).skip(100).findFirst().get();
    String stamp = Instant.ofEpochSecond(middle.updatedAt()).toString();

    List<JsonNode> tickets =
        all(LIST + "?order_by=updated_at&order_type=asc&updated_since=" + stamp);

    assertThat(tickets.get(0).get("updated_at").asText()).isEqualTo(stamp);
    assertThat(ids(tickets))
        .isEqualTo(
            sandbox
                .tickets()
                .all()
                .filter(t -> t.place() == Place.LISTED && t.updatedAt() >= middle.updatedAt())
                .map(SandboxTicket::id)
                .collect(Collectors.toSet()));
  }

  @Test
  void a_moment_is_taken_in_the_documented_spellings_only() {
    for (String moment :
        List.of(
            "2026-02-20",
            "2026-02-20T00:00",
            "2026-02-20T00:00Z",
            "2026-02-20T00:00:00",
            "2026-02-20T00:00:00Z",
            "2026-02-20T05:30:00%2B05:30",
            "2026-02-20T05:00:00%2B05",
            "2026-02-20T05:30:00%2B0530")) {
      assertThat(ids(all(LIST + "?updated_since=" + moment)))
          .as(moment)
          .isEqualTo(ids(all(LIST + "?updated_since=2026-02-20T00:00:00Z")));
    }
    assertThat(first(LIST + "?updated_since=yesterday")).isEqualTo("updated_since invalid_value");
  }

  @Test
  void the_301st_page_is_refused_in_the_recorded_words() {
    HttpResponse<String> wall = caller.send("GET", ASCENDING + "&per_page=100&page=301", "");

    assertThat(wall.statusCode()).isEqualTo(400);
    assertThat(wall.body())
        .isEqualTo(
            "{\"description\":\"Validation failed\",\"errors\":[{\"field\":\"page\",\"message\":"
                + "\"You cannot access tickets beyond the 300th page. Please provide a smaller"
                + " page number.\",\"code\":\"invalid_value\"}]}");
    assertThat(caller.get(ASCENDING + "&per_page=100&page=300")).isEmpty();
  }

  @Test
  void an_account_larger_than_300_pages_still_links_beyond_the_wall() throws IOException {
    open(SandboxSettings.builder().tickets(32_000).archiveAfterDays(0));

    HttpResponse<String> last = caller.send("GET", ASCENDING + "&per_page=100&page=300", "");

    assertThat(Caller.json(last)).hasSize(100);
    assertThat(last.headers().firstValue("Link"))
        .hasValueSatisfying(link -> assertThat(link).contains("page=301"));
  }

  @Test
  void the_link_names_the_accounts_own_host_and_is_missing_on_the_last_page() {
    HttpResponse<String> response = caller.send("GET", EVER + "&per_page=100&page=2", "");

    assertThat(response.headers().firstValue("Link"))
        .contains(
            "<https://harbourbank.freshdesk.com/api/v2/tickets"
                + "?updated_since=2015-01-01T00%3A00%3A00Z&per_page=100&page=3>; rel=\"next\"");
  }

  @Test
  void unknown_parameters_and_too_large_pages_are_refused() {
    assertThat(first(LIST + "?per_page=101")).isEqualTo("per_page invalid_value");
    assertThat(first(LIST + "?page=0")).isEqualTo("page invalid_value");
    assertThat(first(LIST + "?page=two")).isEqualTo("page datatype_mismatch");
    assertThat(first(LIST + "?cursor=x")).isEqualTo("cursor invalid_field");
    assertThat(first(LIST + "?order_by=id")).isEqualTo("order_by invalid_value");
    assertThat(first(LIST + "?filter=all")).isEqualTo("filter invalid_value");
    assertThat(first(LIST + "?include=company")).isEqualTo("include invalid_value");
    assertThat(caller.get(LIST)).hasSize(30);
  }

  @Test
  void a_ticket_that_changes_between_two_pages_pulls_the_next_one_over_the_edge() {
    List<Long> before = Caller.ids(caller.get(ASCENDING + "&per_page=10&page=1"));
    long neverSeen = Caller.ids(caller.get(ASCENDING + "&per_page=10&page=2")).get(0);

    sandbox.tickets().retag(before.get(3), "agent", tags -> Set.of("moved"));

    assertThat(Caller.ids(caller.get(ASCENDING + "&per_page=10&page=2"))).doesNotContain(neverSeen);
    assertThat(Caller.ids(caller.get(ASCENDING + "&per_page=10&page=1"))).contains(neverSeen);
  }

  @Test
  void many_tickets_of_a_bulk_update_share_one_second_over_more_than_a_page() {
    sandbox
        .tickets()
        .all()
        .filter(t -> t.place() == Place.LISTED)
        .limit(130)
        .toList()
        .forEach(t -> sandbox.tickets().retag(t.id(), "automation", tags -> Set.of("bulk")));

    JsonNode page = caller.get(ASCENDING + "&per_page=100&updated_since=" + clock.instant());

    assertThat(page).hasSize(100);
    assertThat(page).allMatch(t -> t.get("updated_at").asText().equals(clock.instant().toString()));
  }

  @Test
  void closed_tickets_leave_the_list_after_120_days_and_are_found_in_the_archive_only() {
    SandboxTicket closed =
        sandbox
            .tickets()
            .all()
            .filter(t -> t.place() == Place.LISTED && t.status() == Statuses.CLOSED)
            .findFirst()
            .orElseThrow();
    clock.turn(Duration.ofDays(121));

    assertThat(ids(all(ASCENDING))).doesNotContain(closed.id());
    assertThat(caller.send("GET", LIST + "/" + closed.id(), "").statusCode()).isEqualTo(404);
    JsonNode archived = caller.get(LIST + "/archived/" + closed.id());
    assertThat(archived.get("archived").asBoolean()).isTrue();
    assertThat(archived.get("updated_at").asText())
        .isEqualTo(Instant.ofEpochSecond(closed.updatedAt()).toString());
    assertThat(caller.send("PUT", LIST + "/" + closed.id(), "{\"tags\":[]}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void embedded_details_come_only_when_asked_for() {
    JsonNode plain = caller.get(EVER).get(0);
    JsonNode rich = caller.get(EVER + "&include=stats,requester,description").get(0);

    assertThat(plain.has("description")).isFalse();
    assertThat(plain.has("stats")).isFalse();
    assertThat(plain.has("requester")).isFalse();
    assertThat(rich.get("description").asText()).startsWith("<div>");
    assertThat(rich.get("requester").get("id")).isEqualTo(rich.get("requester_id"));
    assertThat(Caller.json(caller.send("GET", EVER + "&include=stats", "")).get(0).get("stats"))
        .hasSize(8);
  }

  @Test
  void cc_emails_is_null_now_and_then_and_unknown_numbers_occur() {
    List<JsonNode> tickets = all(ASCENDING);

    assertThat(tickets).anyMatch(t -> t.get("cc_emails").isNull());
    assertThat(tickets).anyMatch(t -> t.get("cc_emails").isArray());
    assertThat(tickets).anyMatch(t -> t.get("status").asInt() == Statuses.TAKEN_AWAY);
    assertThat(tickets).anyMatch(t -> t.get("source").asInt() == 15);
    JsonNode fields = caller.get("/api/v2/ticket_fields");
    fields.forEach(
        field -> {
          if (field.get("name").asText().equals("status")) {
            assertThat(field.at("/choices/8/0").asText()).isEqualTo("With the fraud desk");
            assertThat(field.get("choices").has("11")).isFalse();
          }
        });
  }
}
