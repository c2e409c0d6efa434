package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;

class WriteTest {
  private final TurnableClock clock = new TurnableClock();
  private SandboxFreshdesk sandbox;
  private Caller caller;
  private long open;

  @BeforeEach
  void start() throws IOException {
    sandbox = SandboxFreshdesk.start(SandboxSettings.builder().clock(clock).tickets(3000).build());
    caller = new Caller(sandbox);
    open = firstWith(Statuses.OPEN);
    sandbox.tickets().retag(open, "agent", tags -> Set.of("First tag", "second"));
    clock.turn(Duration.ofSeconds(10));
    sandbox.journal().clear();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private long firstWith(int status) {
    return sandbox
        .tickets()
        .all()
        .filter(t -> t.place() == Place.LISTED && t.status() == status)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> tags(long id) {
    return sandbox.tickets().find(id).orElseThrow().tags();
  }

  private static String path(long id) {
    return "/api/v2/tickets/" + id;
  }

  private HttpResponse<String> put(long id, String body) {
    return caller.send("PUT", path(id), body);
  }

  private static String errorOf(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode error = Caller.json(response).at("/errors/0");
    return error.get("field").asText()
        + " "
        + error.get("code").asText()
        + ": "
        + error.get("message").asText();
  }

  @Test
  void tags_replace_the_whole_array_and_keep_capitals_spaces_and_order() {
    HttpResponse<String> response = put(open, "{\"tags\":[\"Card Lost\",\"card lost\",\"遺失\"]}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(tags(open)).containsExactly("Card Lost", "card lost", "遺失");
    assertThat(Caller.json(response).get("tags")).hasSize(3);
    assertThat(Caller.json(response).get("updated_at").asText())
        .isEqualTo(clock.instant().toString());
  }

  @Test
  void a_tag_of_33_characters_refuses_the_whole_update() {
    String longest = "x".repeat(32);

    assertThat(errorOf(put(open, "{\"priority\":4,\"tags\":[\"a\",\"" + longest + "x\"]}")))
        .isEqualTo(
            "tags invalid_value: It should only contain elements that have maximum of 32"
                + " characters");
    assertThat(tags(open)).containsExactlyInAnyOrder("First tag", "second");
    assertThat(put(open, "{\"tags\":[\"" + longest + "\"]}").statusCode()).isEqualTo(200);
    assertThat(errorOf(put(open, "{\"tags\":[\"a,b\"]}"))).startsWith("tags invalid_value");
    assertThat(errorOf(put(open, "{\"tags\":\"a\"}"))).startsWith("tags datatype_mismatch");
  }

  @Test
  void an_unexpected_field_refuses_the_whole_update() {
    assertThat(errorOf(put(open, "{\"safe_update\":true,\"tags\":[\"a\"]}")))
        .isEqualTo("safe_update invalid_field: Unexpected/invalid field in request");
    assertThat(errorOf(put(open, "{\"status\":99}"))).startsWith("status invalid_value");
    assertThat(tags(open)).containsExactlyInAnyOrder("First tag", "second");
    HttpResponse<String> notJson = put(open, "{");
    assertThat(notJson.statusCode()).isEqualTo(400);
    assertThat(Caller.json(notJson).get("code").asText()).isEqualTo("invalid_json");
  }

  @Test
  void tickets_in_the_trash_and_in_the_spam_can_be_read_and_not_updated() {
    long spam = firstWith(Statuses.PENDING);
    assertThat(caller.send("DELETE", path(open), "").statusCode()).isEqualTo(204);
    sandbox.tickets().spam(spam, "agent");

    for (long id : List.of(open, spam)) {
      HttpResponse<String> response = put(id, "{\"tags\":[]}");
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.body())
          .isEqualTo(
              "{\"message\":\"PUT method is not allowed."
                  + " It should be one of these method(s): GET\"}");
    }
    assertThat(caller.get(path(open)).get("deleted").asBoolean()).isTrue();
    assertThat(caller.get(path(spam)).get("spam").asBoolean()).isTrue();
    assertThat(caller.send("DELETE", path(open), "").statusCode()).isEqualTo(405);
    assertThat(caller.send("PUT", path(open) + "/restore", "").statusCode()).isEqualTo(204);
    assertThat(put(open, "{\"tags\":[\"back\"]}").statusCode()).isEqualTo(200);
  }

  @Test
  void a_purged_ticket_and_one_that_never_was_are_not_found_and_nothing_more_is_said() {
    sandbox.tickets().purge(open);

    for (long id : List.of(open, 13L, 999_999L)) {
      HttpResponse<String> response = caller.send("GET", path(id), "");
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEmpty();
    }
    assertThat(sandbox.tickets().all()).noneMatch(t -> t.id() == open);
  }

  @Test
  void the_journal_tells_who_changed_which_tags_and_that_the_same_tags_are_no_change() {
    put(open, "{\"tags\":[\"second\",\"third\"]}");
    clock.turn(Duration.ofSeconds(5));
    String stamp = caller.get(path(open)).get("updated_at").asText();
    put(open, "{\"tags\":[\"third\",\"second\"]}");
    sandbox.tickets().retag(open, "automation", tags -> Set.of("second"));

    assertThat(sandbox.journal().effectsOn(open))
        .extracting(Journal.Effect::by, Journal.Effect::added, Journal.Effect::removed)
        .containsExactly(
            tuple("api", Set.of("third"), Set.of("First tag")),
            tuple("api", Set.of(), Set.of()),
            tuple("automation", Set.of(), Set.of("third")));
    assertThat(stamp).isEqualTo(clock.instant().minusSeconds(5).toString());
  }

  @Test
  void there_is_no_safe_update_so_a_late_writer_overwrites_what_came_between() {
    JsonNode read = caller.get(path(open));
    sandbox.tickets().retag(open, "agent", tags -> Set.of("First tag", "second", "foreign"));

    HttpResponse<String> response = put(open, "{\"tags\":[\"First tag\",\"second\",\"mine\"]}");

    assertThat(read.get("tags")).hasSize(2);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map()).doesNotContainKey("etag");
    assertThat(tags(open)).doesNotContain("foreign");
  }

  @Test
  void a_new_ticket_gets_its_due_times_and_another_stamp_some_seconds_later() {
    long requester = sandbox.tickets().find(open).orElseThrow().requesterId();
    HttpResponse<String> post =
        caller.send(
            "POST",
            "/api/v2/tickets",
            "{\"subject\":\"Card lost\",\"description\":\"I lost it\",\"status\":2,\"priority\":2,"
                + "\"requester_id\":"
                + requester
                + ",\"tags\":[\"New\"]}");
    JsonNode created = Caller.json(post);
    long id = created.get("id").asLong();

    assertThat(post.statusCode()).isEqualTo(201);
    assertThat(post.headers().firstValue("Location"))
        .contains("https://harbourbank.freshdesk.com/api/v2/tickets/" + id);
    assertThat(created.get("due_by").isNull()).isTrue();
    clock.turn(Duration.ofSeconds(3));
    JsonNode later = caller.get(path(id));
    assertThat(later.get("due_by").isNull()).isFalse();
    assertThat(later.get("updated_at").asText()).isGreaterThan(created.get("updated_at").asText());
    assertThat(tags(id)).containsExactly("New");
    assertThat(errorOf(caller.send("POST", "/api/v2/tickets", "{\"subject\":\"x\"}")))
        .startsWith("requester_id missing_field");
  }

  @Test
  void the_times_of_a_ticket_follow_its_status() {
    String view = path(open) + "?include=stats";
    put(open, "{\"status\":5}");
    JsonNode closed = caller.get(view).get("stats");
    clock.turn(Duration.ofHours(1));
    put(open, "{\"status\":2}");
    JsonNode reopened = caller.get(view).get("stats");

    assertThat(closed.get("closed_at").isNull()).isFalse();
    assertThat(closed.get("resolved_at").isNull()).isFalse();
    assertThat(reopened.get("closed_at").isNull()).isTrue();
    assertThat(reopened.get("reopened_at").asText()).isEqualTo(clock.instant().toString());
  }

  @Test
  void a_reply_and_a_note_are_in_the_conversation() {
    int before = caller.get(path(open) + "/conversations").size();
    assertThat(caller.send("POST", path(open) + "/reply", "{\"body\":\"Done\"}").statusCode())
        .isEqualTo(201);
    assertThat(caller.send("POST", path(open) + "/notes", "{\"body\":\"Odd\"}").statusCode())
        .isEqualTo(201);

    JsonNode conversation = caller.get(path(open) + "/conversations");
    assertThat(conversation).hasSize(before + 2);
    assertThat(conversation.get(before).get("private").asBoolean()).isFalse();
    assertThat(conversation.get(before + 1).get("private").asBoolean()).isTrue();
    assertThat(caller.get(path(open) + "?include=conversations").get("conversations"))
        .hasSize(before + 2);
  }

  @Test
  void the_wrong_method_key_or_type_is_told_in_freshdesks_words() {
    HttpResponse<String> method = caller.send("PUT", "/api/v2/tickets", "{}");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.body()).contains("PUT method is not allowed").contains("GET, POST");
    HttpResponse<String> stranger = caller.send("GET", path(open), "", "other-key:X");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.body())
        .isEqualTo(
            "{\"code\":\"invalid_credentials\",\"message\":"
                + "\"You have to be logged in to perform this action.\"}");
    assertThat(caller.send("GET", path(open), "", "sandbox-key:anything").statusCode())
        .isEqualTo(200);
    assertThat(caller.send("GET", "/api/v2/nothing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void what_customers_said_is_listed_and_found_by_ticket() {
    JsonNode ratings =
        caller.get("/api/v2/surveys/satisfaction_ratings?per_page=100&created_since=2015-01-01");
    assertThat(ratings).hasSize(100);
    assertThat(ratings)
        .allMatch(
            r ->
                Arrays.asList(103, 102, 101, 100, -101, -102, -103)
                    .contains(r.at("/ratings/default_question").asInt()));
    JsonNode rated =
        caller.get("/api/v2/surveys/satisfaction_ratings?created_since=2026-02-20").get(0);
    long ticket = rated.get("ticket_id").asLong();

    assertThat(caller.get(path(ticket) + "/satisfaction_ratings").get(0)).isEqualTo(rated);
    assertThat(rated.get("created_at").asText()).isGreaterThan("2026-02-20");
  }

  @Test
  void contacts_companies_agents_and_groups_are_listed_and_found_by_number() {
    JsonNode contacts = caller.get("/api/v2/contacts?per_page=100");
    assertThat(contacts).hasSize(100);
    assertThat(caller.get("/api/v2/contacts/" + contacts.get(5).get("id").asLong()))
        .isEqualTo(contacts.get(5));
    JsonNode company = caller.get("/api/v2/companies").get(0);
    assertThat(caller.get("/api/v2/companies/" + company.get("id").asLong())).isEqualTo(company);
    assertThat(caller.get("/api/v2/agents/me").at("/contact/email").asText())
        .isEqualTo("api@harbourbank.example");
    assertThat(caller.get("/api/v2/agents")).hasSize(5);
    assertThat(caller.get("/api/v2/groups")).hasSize(3);
    assertThat(caller.get("/api/v2/contacts?updated_since=2026-01-01&per_page=100"))
        .isNotEmpty()
        .allMatch(c -> c.get("updated_at").asText().compareTo("2026-01-01") >= 0);
  }
}
