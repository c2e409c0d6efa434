package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;

class WriteTest {
  private final TurnableClock clock = new TurnableClock();
  private SandboxZendesk sandbox;
  private Caller caller;
  private long open;
  private long closed;

  @BeforeEach
  void start() throws IOException {
    sandbox = SandboxZendesk.start(SandboxSettings.builder().clock(clock).tickets(3000).build());
    caller = new Caller(sandbox);
    open = firstWith("open");
    closed = firstWith("closed");
    sandbox.tickets().retag(open, "agent", tags -> Set.of("first", "second"));
    clock.turn(Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private long firstWith(String status) {
    return sandbox
        .tickets()
        .all()
        .filter(t -> t.status().equals(status))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Set<String> tags(long id) {
    return Set.copyOf(sandbox.tickets().find(id).orElseThrow().tags());
  }

  private String tagsPath(long id) {
    return "/api/v2/tickets/" + id + "/tags.json";
  }

  @Test
  void put_adds_post_sets_and_delete_removes_tags() {
    HttpResponse<String> put = caller.send("PUT", tagsPath(open), "{\"tags\":[\"third\"]}");
    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(tags(open)).containsExactlyInAnyOrder("first", "second", "third");

    HttpResponse<String> delete = caller.send("DELETE", tagsPath(open), "{\"tags\":[\"first\"]}");
    assertThat(delete.statusCode()).isEqualTo(200);
    assertThat(tags(open)).containsExactlyInAnyOrder("second", "third");

    HttpResponse<String> post = caller.send("POST", tagsPath(open), "{\"tags\":[\"only\"]}");
    assertThat(post.statusCode()).isEqualTo(201);
    assertThat(post.body()).isEqualTo("{\"tags\":[\"only\"]}");
    assertThat(caller.get(tagsPath(open)).get("tags")).hasSize(1);
  }

  @Test
  void the_order_of_tags_is_not_kept() {
    HttpResponse<String> post =
        caller.send("POST", tagsPath(open), "{\"tags\":[\"tag2\",\"tag3\"]}");

    assertThat(post.body()).isEqualTo("{\"tags\":[\"tag3\",\"tag2\"]}");
  }

  @Test
  void tags_are_stored_in_lower_case_and_a_space_parts_them() {
    caller.send("POST", tagsPath(open), "{\"tags\":[\"Upgrade_CreditCard\",\"two words\"]}");

    assertThat(tags(open)).containsExactlyInAnyOrder("upgrade_creditcard", "two", "words");
  }

  @Test
  void a_tag_that_came_in_with_capitals_can_be_kept_and_removed_by_its_exact_name() {
    sandbox.tickets().retag(open, "agent", tags -> Set.of("Upgrade_CreditCard", "a,b"));
    caller.send("POST", tagsPath(open), "{\"tags\":[\"Upgrade_CreditCard\",\"a,b\",\"More\"]}");
    assertThat(tags(open)).containsExactlyInAnyOrder("Upgrade_CreditCard", "a,b", "more");

    caller.send(
        "PUT",
        "/api/v2/tickets/" + open + ".json",
        "{\"ticket\":{\"remove_tags\":[\"Upgrade_CreditCard\",\"a,b\"]}}");
    assertThat(tags(open)).containsExactly("more");
  }

  @Test
  void a_safe_update_of_an_outdated_ticket_is_a_conflict_and_changes_nothing() {
    String stamp = updatedAt(open);
    caller.send("PUT", tagsPath(open), "{\"tags\":[\"meanwhile\"]}");

    HttpResponse<String> late =
        caller.send(
            "PUT",
            tagsPath(open),
            "{\"tags\":[\"mine\"],\"updated_stamp\":\"" + stamp + "\",\"safe_update\":\"true\"}");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Caller.json(late).get("error").asText()).isEqualTo("UpdateConflict");
    assertThat(tags(open)).doesNotContain("mine");
    HttpResponse<String> again =
        caller.send(
            "PUT",
            tagsPath(open),
            "{\"tags\":[\"mine\"],\"updated_stamp\":\""
                + updatedAt(open)
                + "\",\"safe_update\":\"true\"}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(tags(open)).contains("mine", "meanwhile");
  }

  @Test
  void a_safe_update_of_the_ticket_itself_conflicts_too() {
    HttpResponse<String> late =
        caller.send(
            "PUT",
            "/api/v2/tickets/" + open + ".json",
            "{\"ticket\":{\"tags\":[],\"updated_stamp\":\"2020-01-01T00:00:00Z\","
                + "\"safe_update\":true}}");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(tags(open)).contains("first");
  }

  private String updatedAt(long id) {
    return caller.get("/api/v2/tickets/" + id + ".json").get("ticket").get("updated_at").asText();
  }

  @Test
  void putting_a_ticket_replaces_all_its_tags_and_answers_a_stale_stamp() {
    long before = sandbox.tickets().find(open).orElseThrow().generatedAt();

    HttpResponse<String> put =
        caller.send(
            "PUT",
            "/api/v2/tickets/" + open + ".json",
            "{\"ticket\":{\"tags\":[\"new_one\"],\"nonsense\":1}}");

    JsonNode ticket = Caller.json(put).get("ticket");
    assertThat(tags(open)).containsExactly("new_one");
    assertThat(ticket.get("generated_timestamp").asLong()).isEqualTo(before);
    assertThat(sandbox.tickets().find(open).orElseThrow().generatedAt()).isGreaterThan(before);
    assertThat(put.headers().firstValue("x-zendesk-api-warn"))
        .contains("Removed restricted keys [\"ticket.nonsense\"]");
  }

  @Test
  void a_closed_ticket_takes_no_update_but_its_tags_change_by_batch() {
    HttpResponse<String> ticket =
        caller.send(
            "PUT", "/api/v2/tickets/" + closed + ".json", "{\"ticket\":{\"tags\":[\"x\"]}}");
    HttpResponse<String> tags = caller.send("PUT", tagsPath(closed), "{\"tags\":[\"x\"]}");
    assertThat(ticket.statusCode()).isEqualTo(422);
    assertThat(tags.statusCode()).isEqualTo(422);
    assertThat(Caller.json(ticket).at("/details/status/0/description").asText())
        .isEqualTo("Status: closed prevents ticket update");

    JsonNode job = batch(closed + "", "{\"ticket\":{\"additional_tags\":[\"x\"]}}");
    assertThat(job.get("status").asText()).isEqualTo("queued");
    assertThat(tags(closed)).doesNotContain("x");
    String path = "/api/v2/job_statuses/" + job.get("id").asText() + ".json";
    assertThat(caller.get(path).at("/job_status/status").asText()).isEqualTo("working");
    JsonNode done = caller.get(path).get("job_status");
    assertThat(done.get("status").asText()).isEqualTo("completed");
    assertThat(done.at("/results/0/success").asBoolean()).isTrue();
    assertThat(tags(closed)).contains("x");
  }

  private JsonNode batch(String ids, String body) {
    HttpResponse<String> put =
        caller.send("PUT", "/api/v2/tickets/update_many.json?ids=" + ids, body);
    assertThat(put.statusCode()).isEqualTo(200);
    return Caller.json(put).get("job_status");
  }

  @Test
  void a_completed_job_tells_its_failures_inside() {
    JsonNode job =
        batch(
            open + ",999999",
            "{\"ticket\":{\"additional_tags\":[\"x\"],\"remove_tags\":[\"first\"]}}");
    String path = "/api/v2/job_statuses/" + job.get("id").asText() + ".json";
    clock.turn(Duration.ofSeconds(3));
    caller.get(path);
    JsonNode done = caller.get(path).get("job_status");

    assertThat(done.get("status").asText()).isEqualTo("completed");
    assertThat(done.at("/results/0/success").asBoolean()).isTrue();
    assertThat(done.at("/results/1/success").asBoolean()).isFalse();
    assertThat(done.at("/results/1/error").asText()).isEqualTo("TicketNotFound");
    assertThat(tags(open)).containsExactlyInAnyOrder("second", "x");
  }

  @Test
  void a_batch_of_more_than_a_hundred_is_refused() {
    String ids = String.join(",", IntStream.rangeClosed(1, 101).mapToObj(String::valueOf).toList());

    HttpResponse<String> put =
        caller.send(
            "PUT",
            "/api/v2/tickets/update_many.json?ids=" + ids,
            "{\"ticket\":{\"additional_tags\":[\"x\"]}}");

    assertThat(put.statusCode()).isEqualTo(400);
    assertThat(Caller.json(put).at("/details/max_count").asInt()).isEqualTo(100);
  }

  @Test
  void more_than_thirty_waiting_jobs_are_too_many() {
    for (int i = 0; i < 30; i++) {
      batch(open + "", "{\"ticket\":{\"additional_tags\":[\"x" + i + "\"]}}");
    }

    HttpResponse<String> put =
        caller.send(
            "PUT",
            "/api/v2/tickets/update_many.json?ids=" + open,
            "{\"ticket\":{\"additional_tags\":[\"y\"]}}");

    assertThat(put.statusCode()).isEqualTo(429);
    assertThat(Caller.json(put).get("error").asText()).isEqualTo("TooManyJobs");
  }

  @Test
  void a_tag_that_is_a_field_value_carries_the_field_with_it() {
    caller.send("PUT", tagsPath(open), "{\"tags\":[\"product__mortgage\"]}");
    assertThat(field(open, 360011122180L).asText()).isEqualTo("product__mortgage");

    caller.send("PUT", tagsPath(open), "{\"tags\":[\"product__savings\"]}");
    assertThat(field(open, 360011122180L).asText()).isEqualTo("product__savings");
    assertThat(tags(open)).doesNotContain("product__mortgage");

    caller.send("DELETE", tagsPath(open), "{\"tags\":[\"product__savings\"]}");
    assertThat(field(open, 360011122180L).isNull()).isTrue();
  }

  private JsonNode field(long id, long fieldId) {
    for (JsonNode field :
        caller.get("/api/v2/tickets/" + id + ".json").get("ticket").get("custom_fields")) {
      if (field.get("id").asLong() == fieldId) {
        return field.get("value");
      }
    }
    throw new AssertionError("no such field");
  }

  @Test
  void the_fields_tell_which_tags_are_their_values() {
    List<String> values = new ArrayList<>();
    caller
        .get("/api/v2/ticket_fields.json")
        .get("ticket_fields")
        .forEach(
            field -> {
              field.path("custom_field_options").forEach(o -> values.add(o.get("value").asText()));
              if (field.hasNonNull("tag")) {
                values.add(field.get("tag").asText());
              }
            });

    assertThat(values).contains("product__credit_card", "needs_care");
  }

  @Test
  void the_machine_tags_a_new_ticket_some_seconds_after_it_was_answered() {
    HttpResponse<String> post =
        caller.send(
            "POST",
            "/api/v2/tickets.json",
            "{\"ticket\":{\"subject\":\"Card lost\",\"comment\":{\"body\":\"I lost it\"}}}");
    JsonNode created = Caller.json(post).get("ticket");
    long id = created.get("id").asLong();
    assertThat(post.statusCode()).isEqualTo(201);
    assertThat(created.get("tags")).isEmpty();
    assertThat(created.get("generated_timestamp").asLong()).isZero();
    clock.turn(Duration.ofSeconds(3));
    assertThat(tags(id)).isEmpty();

    clock.turn(Duration.ofSeconds(1));

    assertThat(tags(id))
        .hasSize(6)
        .allMatch(tag -> tag.matches("(intent|sentiment|language)(_confidence)?__.+"));
    assertThat(updatedAt(id)).isNotEqualTo(created.get("updated_at").asText());
  }

  @Test
  void the_journal_tells_what_a_write_added_and_that_the_second_one_added_nothing() {
    sandbox.journal().clear();
    caller.send("PUT", tagsPath(open), "{\"tags\":[\"third\"]}");
    caller.send("PUT", tagsPath(open), "{\"tags\":[\"third\"]}");

    assertThat(sandbox.journal().effectsOn(open))
        .extracting(Journal.Effect::added)
        .containsExactly(Set.of("third"), Set.of());
    assertThat(sandbox.journal().calls()).hasSize(2).allMatch(c -> c.status() == 200);
  }

  @Test
  void a_write_that_changes_nothing_leaves_the_stamp_alone() {
    String stamp = updatedAt(open);
    clock.turn(Duration.ofSeconds(5));

    caller.send("PUT", tagsPath(open), "{\"tags\":[\"first\"]}");

    assertThat(updatedAt(open)).isEqualTo(stamp);
  }

  @Test
  void tickets_are_counted_without_deleted_ones() {
    long alive = sandbox.tickets().all().filter(t -> !t.deleted()).count();

    assertThat(caller.get("/api/v2/tickets/count.json").at("/count/value").asLong())
        .isEqualTo(alive);
    assertThat(caller.get("/api/v2/search/count.json?query=type:ticket").get("count").asLong())
        .isEqualTo(alive);
  }

  @Test
  void people_and_organizations_are_found_by_number() {
    SandboxTicket ticket =
        sandbox.tickets().all().filter(t -> t.organizationId() != 0).findFirst().orElseThrow();

    assertThat(
            caller.get("/api/v2/users/" + ticket.requesterId() + ".json").at("/user/id").asLong())
        .isEqualTo(ticket.requesterId());
    assertThat(
            caller
                .get("/api/v2/organizations/" + ticket.organizationId() + ".json")
                .at("/organization/name")
                .asText())
        .isNotBlank();
    assertThat(
            caller
                .get("/api/v2/users/show_many.json?ids=9001," + ticket.requesterId())
                .get("users"))
        .hasSize(2);
  }

  @Test
  void the_busiest_tags_come_first() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    caller
        .get("/api/v2/tags.json")
        .get("tags")
        .forEach(t -> counts.put(t.get("name").asText(), t.get("count").asInt()));

    assertThat(counts.values().stream()).isSortedAccordingTo((a, b) -> b - a);
    assertThat(counts).isNotEmpty();
  }
}
