package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.http.Fault;

class BadDayTest {
  private static final String CURSOR = "/api/v2/incremental/tickets/cursor.json";
  private static final String FIRST = CURSOR + "?start_time=0&per_page=100";

  private final TurnableClock clock = new TurnableClock();
  private SandboxZendesk sandbox;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    open(SandboxSettings.builder());
  }

  private void open(SandboxSettings.Builder settings) throws IOException {
    close();
    sandbox = SandboxZendesk.start(settings.clock(clock).tickets(1000).build());
    caller = new Caller(sandbox);
  }

  @AfterEach
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private HttpResponse<String> first() {
    return caller.send("GET", FIRST, "");
  }

  @Test
  void faults_are_played_once_each_in_their_order() {
    sandbox
        .faults()
        .next(
            Fault.tooManyRequests(7),
            Fault.tooManyRequestsWithoutTime(),
            Fault.tooManyRequestsInHtml(),
            Fault.unavailable());

    HttpResponse<String> withTime = first();
    assertThat(withTime.statusCode()).isEqualTo(429);
    assertThat(withTime.headers().firstValue("Retry-After")).contains("7");
    assertThat(Caller.json(withTime).get("error").asText()).isEqualTo("APIRateLimitExceeded");
    HttpResponse<String> withoutTime = first();
    assertThat(withoutTime.statusCode()).isEqualTo(429);
    assertThat(withoutTime.headers().firstValue("Retry-After")).isEmpty();
    assertThat(first().body()).startsWith("<!doctype html>");
    assertThat(first().statusCode()).isEqualTo(503);
    assertThat(first().statusCode()).isEqualTo(200);
    assertThat(sandbox.journal().calls(call -> !call.fault().isEmpty())).hasSize(4);
  }

  @Test
  void large_pages_time_out_until_the_faults_are_cleared() {
    sandbox.faults().always(CURSOR, Fault.gatewayTimeoutAbove(50));

    assertThat(first().statusCode()).isEqualTo(504);
    assertThat(first().statusCode()).isEqualTo(504);
    assertThat(caller.send("GET", CURSOR + "?start_time=0&per_page=50", "").statusCode())
        .isEqualTo(200);
    sandbox.faults().clear();
    assertThat(first().statusCode()).isEqualTo(200);
  }

  @Test
  void a_truncated_body_breaks_the_reading_and_a_dropped_answer_comes_after_the_effect() {
    sandbox.faults().next(Fault.truncatedBody());
    assertThatThrownBy(this::first).isInstanceOf(UncheckedIOException.class);

    long id =
        sandbox
            .tickets()
            .all()
            .filter(t -> t.status().equals("open"))
            .findFirst()
            .orElseThrow()
            .id();
    sandbox.faults().next("/tags", Fault.droppedAnswer());
    assertThatThrownBy(
            () ->
                caller.send(
                    "POST", "/api/v2/tickets/" + id + "/tags.json", "{\"tags\":[\"done\"]}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.tickets().find(id).orElseThrow().tags()).containsExactly("done");
  }

  @Test
  void a_slow_body_arrives_whole() {
    sandbox.faults().next(Fault.slowBody(Duration.ofMillis(40)));

    assertThat(Caller.json(first()).get("tickets")).hasSize(100);
  }

  @Test
  void a_repeated_page_gives_tickets_twice_and_moves_on() {
    String cursor = Caller.json(first()).get("after_cursor").asText();
    Set<Long> before = ids(Caller.json(first()));
    sandbox.faults().next(Fault.repeatedPage());

    JsonNode page = caller.get(CURSOR + "?per_page=100&cursor=" + cursor);

    assertThat(ids(page)).containsAnyElementsOf(before);
    assertThat(page.get("after_cursor").asText()).isNotEqualTo(cursor);
    assertThat(ids(page).stream().filter(before::contains)).hasSize(50);
  }

  private static Set<Long> ids(JsonNode page) {
    Set<Long> ids = new HashSet<>();
    page.get("tickets").forEach(t -> ids.add(t.get("id").asLong()));
    return ids;
  }

  @Test
  void a_stuck_cursor_is_answered_as_it_was_asked() {
    String cursor = Caller.json(first()).get("after_cursor").asText();
    sandbox.faults().next(Fault.stuckCursor());

    JsonNode page = caller.get(CURSOR + "?per_page=100&cursor=" + cursor);

    assertThat(page.get("after_cursor").asText()).isEqualTo(cursor);
    assertThat(page.get("end_of_stream").asBoolean()).isFalse();
  }

  @Test
  void huge_deep_and_foreign_answers_are_what_they_say() {
    sandbox
        .faults()
        .next(
            Fault.hugeAnswer(30 * 1024 * 1024),
            Fault.deepJson(1000),
            Fault.wrongJson(),
            Fault.wrongSubdomain(),
            Fault.credentialsRejected());

    assertThat(first().body()).hasSize(30 * 1024 * 1024).endsWith("x\"}");
    assertThat(first().body()).startsWith("{\"tickets\":[[[").hasSize(2 * 1000 + 12);
    assertThat(Caller.json(first()).get("tickets")).isNull();
    JsonNode nobody = Caller.json(first());
    assertThat(nobody.get("error").isObject()).isTrue();
    assertThat(nobody.at("/error/title").asText()).isEqualTo("No help desk at nobody.zendesk.com");
    assertThat(first().statusCode()).isEqualTo(401);
  }

  @Test
  void the_export_is_limited_to_twenty_calls_a_minute() throws IOException {
    open(SandboxSettings.builder().rateLimits(true));
    HttpResponse<String> last = first();
    assertThat(last.headers().firstValue("zendesk-ratelimit-incremental-exports-cursor"))
        .contains("total=20; remaining=19; resets=60");
    assertThat(last.headers().firstValue("ratelimit-limit")).contains("400");
    for (int i = 0; i < 19; i++) {
      last = first();
      assertThat(last.statusCode()).isEqualTo(200);
    }
    clock.turn(Duration.ofSeconds(15));

    HttpResponse<String> tooMany = first();

    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).contains("45");
    clock.turn(Duration.ofSeconds(45));
    assertThat(first().statusCode()).isEqualTo(200);
  }

  @Test
  void one_ticket_takes_thirty_updates_in_ten_minutes() throws IOException {
    open(SandboxSettings.builder().rateLimits(true));
    long id =
        sandbox
            .tickets()
            .all()
            .filter(t -> t.status().equals("open"))
            .findFirst()
            .orElseThrow()
            .id();
    String path = "/api/v2/tickets/" + id + "/tags.json";
    for (int i = 0; i < 30; i++) {
      assertThat(caller.send("PUT", path, "{\"tags\":[\"t" + i + "\"]}").statusCode())
          .isEqualTo(200);
    }

    HttpResponse<String> tooMany = caller.send("PUT", path, "{\"tags\":[\"t30\"]}");

    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("zendesk-ratelimit-per-ticket-updates"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("total=30; remaining=0; "));
  }

  @Test
  void limits_are_told_in_the_old_spelling_too() throws IOException {
    open(SandboxSettings.builder().oldHeaderSpelling(true));

    assertThat(first().headers().map())
        .containsKeys(
            "rate-limit", "rate-limit-remaining", "zendesk-rate-limit-incremental-exports-cursor")
        .doesNotContainKey("ratelimit-limit");
  }

  @Test
  void a_page_is_compressed_when_asked() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + FIRST))
            .header("Accept-Encoding", "gzip")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(Caller.CREDENTIALS.getBytes(StandardCharsets.UTF_8)))
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(first().body());
  }

  @Test
  void a_person_can_play_faults_over_http_but_a_form_of_another_site_cannot() {
    HttpResponse<String> planned =
        caller.send("POST", "/sandbox/faults", "{\"fault\":\"503\",\"times\":2}");
    assertThat(planned.statusCode()).isEqualTo(200);
    assertThat(first().statusCode()).isEqualTo(503);
    assertThat(caller.send("DELETE", "/sandbox/faults", "").statusCode()).isEqualTo(200);
    assertThat(first().statusCode()).isEqualTo(200);
    assertThat(caller.send("POST", "/sandbox/faults", "{\"fault\":\"418\"}").body())
        .contains("There is no fault of that name; use one of 429, ");

    HttpRequest form =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/sandbox/faults"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{\"fault\":\"503\"}"))
            .build();
    assertThat(Caller.sent(form).statusCode()).isEqualTo(415);
  }
}
