package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;

class ExportTest {
  private static final String CURSOR = "/api/v2/incremental/tickets/cursor.json";

  private final TurnableClock clock = new TurnableClock();
  private SandboxZendesk sandbox;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    sandbox = SandboxZendesk.start(SandboxSettings.builder().clock(clock).tickets(2500).build());
    caller = new Caller(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void walking_all_pages_gives_each_ticket_once_in_export_order() {
    List<JsonNode> walked = walk("?start_time=0&per_page=300");

    assertThat(walked.stream().map(t -> t.get("id").asLong()).sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2500).boxed().toList());
    List<List<Long>> order = walked.stream().map(ExportTest::place).toList();
    assertThat(order)
        .isSortedAccordingTo(
            (a, b) -> {
              int bySecond = a.get(0).compareTo(b.get(0));
              return bySecond != 0 ? bySecond : a.get(1).compareTo(b.get(1));
            });
  }

  private static List<Long> place(JsonNode ticket) {
    return List.of(ticket.get("generated_timestamp").asLong(), ticket.get("id").asLong());
  }

  private List<JsonNode> walk(String first) {
    List<JsonNode> tickets = new ArrayList<>();
    JsonNode page = caller.get(CURSOR + first);
    page.get("tickets").forEach(tickets::add);
    while (!page.get("end_of_stream").asBoolean()) {
      page = caller.get(CURSOR + "?per_page=300&cursor=" + page.get("after_cursor").asText());
      page.get("tickets").forEach(tickets::add);
    }
    return tickets;
  }

  @Test
  void some_tickets_share_one_second_of_the_export() {
    List<Long> seconds =
        walk("?start_time=0").stream().map(t -> t.get("generated_timestamp").asLong()).toList();

    assertThat(seconds.stream().distinct().count()).isLessThan(seconds.size());
  }

  @Test
  void a_cursor_spells_the_stamp_and_number_of_the_last_ticket() {
    JsonNode page = caller.get(CURSOR + "?start_time=0&per_page=2");

    JsonNode last = page.get("tickets").get(1);
    String decoded =
        new String(
            Base64.getDecoder().decode(page.get("after_cursor").asText()),
            StandardCharsets.US_ASCII);
    assertThat(decoded).isEqualTo(last.get("generated_timestamp") + ".0||" + last.get("id") + "|");
  }

  @Test
  void the_next_url_names_another_host_than_the_one_called() {
    JsonNode page = caller.get(CURSOR + "?start_time=0&per_page=2");

    assertThat(page.get("after_url").asText())
        .startsWith("https://harbourbank-canonical.zendesk.com/")
        .endsWith("cursor=" + page.get("after_cursor").asText());
    assertThat(page.has("count")).isFalse();
    assertThat(page.get("before_cursor").isNull()).isTrue();
  }

  @Test
  void a_change_is_held_back_for_a_minute() {
    String end = endOfExport();
    sandbox.tickets().retag(7, "agent", tags -> Set.of("seen_by_agent"));

    clock.turn(Duration.ofSeconds(59));
    JsonNode tooEarly = caller.get(CURSOR + "?cursor=" + end);
    clock.turn(Duration.ofSeconds(1));
    JsonNode later = caller.get(CURSOR + "?cursor=" + end);

    assertThat(tooEarly.get("tickets")).isEmpty();
    assertThat(tooEarly.get("after_cursor").asText()).isEqualTo(end);
    assertThat(tooEarly.get("end_of_stream").asBoolean()).isTrue();
    assertThat(later.get("tickets")).hasSize(1);
    assertThat(later.get("tickets").get(0).get("tags")).hasSize(1);
  }

  private String endOfExport() {
    JsonNode page = caller.get(CURSOR + "?start_time=0");
    while (!page.get("end_of_stream").asBoolean()) {
      page = caller.get(CURSOR + "?cursor=" + page.get("after_cursor").asText());
    }
    return page.get("after_cursor").asText();
  }

  @Test
  void a_ticket_changed_during_the_walk_comes_again_at_the_end_and_nothing_is_lost() {
    JsonNode page = caller.get(CURSOR + "?start_time=0&per_page=1000");
    List<Long> ids = new ArrayList<>();
    page.get("tickets").forEach(t -> ids.add(t.get("id").asLong()));
    long changed = ids.get(0);
    sandbox.tickets().retag(changed, "agent", tags -> Set.of("changed_meanwhile"));
    clock.turn(Duration.ofMinutes(2));
    while (!page.get("end_of_stream").asBoolean()) {
      page = caller.get(CURSOR + "?cursor=" + page.get("after_cursor").asText());
      page.get("tickets").forEach(t -> ids.add(t.get("id").asLong()));
    }

    assertThat(ids).hasSize(2501).endsWith(changed);
    assertThat(ids.stream().distinct()).hasSize(2500);
  }

  @Test
  void a_start_time_within_the_last_minute_is_refused() {
    long now = clock.instant().getEpochSecond();

    HttpResponse<String> tooRecent = caller.send("GET", CURSOR + "?start_time=" + (now - 59), "");
    HttpResponse<String> allowed = caller.send("GET", CURSOR + "?start_time=" + (now - 60), "");

    assertThat(tooRecent.statusCode()).isEqualTo(400);
    assertThat(Caller.json(tooRecent).get("error").asText()).isEqualTo("StartTimeTooRecent");
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(Caller.json(allowed).get("after_cursor").isNull()).isTrue();
  }

  @Test
  void deleted_tickets_are_in_the_export_unless_excluded_and_not_found_elsewhere() {
    List<JsonNode> all = walk("?start_time=0");
    List<JsonNode> deleted =
        all.stream().filter(t -> t.get("status").asText().equals("deleted")).toList();
    JsonNode without = caller.get(CURSOR + "?start_time=0&exclude_deleted=true");

    assertThat(deleted).isNotEmpty();
    assertThat(without.get("tickets"))
        .hasSize(1000)
        .noneMatch(t -> t.get("status").asText().equals("deleted"));
    HttpResponse<String> shown =
        caller.send("GET", "/api/v2/tickets/" + deleted.get(0).get("id") + ".json", "");
    assertThat(shown.statusCode()).isEqualTo(404);
    assertThat(shown.body())
        .isEqualTo("{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}");
  }

  @Test
  void people_and_organizations_come_along_when_asked() {
    JsonNode page = caller.get(CURSOR + "?start_time=0&include=users,organizations,groups");

    List<Long> people = new ArrayList<>();
    page.get("users").forEach(u -> people.add(u.get("id").asLong()));
    List<Long> organizations = new ArrayList<>();
    page.get("organizations").forEach(o -> organizations.add(o.get("id").asLong()));
    assertThat(people).doesNotHaveDuplicates();
    assertThat(page.get("tickets"))
        .allMatch(t -> people.contains(t.get("requester_id").asLong()))
        .allMatch(
            t ->
                t.get("organization_id").isNull()
                    || organizations.contains(t.get("organization_id").asLong()));
    assertThat(page.get("groups")).hasSize(3);
    assertThat(caller.get(CURSOR + "?start_time=0").has("users")).isFalse();
  }

  @Test
  void an_unknown_cursor_is_refused() {
    assertThat(caller.send("GET", CURSOR + "?cursor=bm9uc2Vuc2U=", "").statusCode()).isEqualTo(400);
    assertThat(caller.send("GET", CURSOR + "?cursor=%00", "").statusCode()).isEqualTo(400);
    assertThat(caller.send("GET", CURSOR, "").statusCode()).isEqualTo(400);
  }

  @Test
  void a_stranger_is_turned_away_in_the_recorded_words() {
    HttpResponse<String> wrong =
        caller.send("GET", CURSOR + "?start_time=0", "", "api@harbourbank.example/token:guess");
    HttpResponse<String> nobody = caller.send("GET", CURSOR + "?start_time=0", "", null);

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo("{\"error\":\"Couldn't authenticate you\"}");
  }
}
