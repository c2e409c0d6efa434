package org.tagsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.http.Fault;
import org.tagsmith.sandbox.freshdesk.http.Plan;

class BadDayTest {
  private static final String LIST = "/api/v2/tickets";
  private static final String FIRST =
      LIST + "?updated_since=2015-01-01&order_by=updated_at&order_type=asc&per_page=100";

  private final TurnableClock clock = new TurnableClock();
  private SandboxFreshdesk sandbox;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    open(SandboxSettings.builder());
  }

  private void open(SandboxSettings.Builder settings) throws IOException {
    close();
    sandbox = SandboxFreshdesk.start(settings.clock(clock).tickets(2000).build());
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

  private long anyListed() {
    return sandbox
        .tickets()
        .all()
        .filter(t -> t.place() == Place.LISTED)
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void faults_are_played_once_each_in_their_order() {
    sandbox
        .faults()
        .next(
            Fault.tooManyRequests(34),
            Fault.tooManyRequestsWithoutTime(),
            Fault.tooManyRequestsInHtml(),
            Fault.unavailable(),
            Fault.internalError(),
            Fault.credentialsRejected(),
            Fault.forbidden());

    HttpResponse<String> withTime = first();
    assertThat(withTime.statusCode()).isEqualTo(429);
    assertThat(withTime.headers().firstValue("Retry-After")).contains("34");
    HttpResponse<String> withoutTime = first();
    assertThat(withoutTime.statusCode()).isEqualTo(429);
    assertThat(withoutTime.headers().firstValue("Retry-After")).isEmpty();
    assertThat(first().body()).startsWith("<!doctype html>");
    assertThat(first().statusCode()).isEqualTo(503);
    assertThat(first().statusCode()).isEqualTo(500);
    assertThat(first().statusCode()).isEqualTo(401);
    assertThat(Caller.json(first()).get("code").asText()).isEqualTo("access_denied");
    assertThat(first().statusCode()).isEqualTo(200);
    assertThat(sandbox.journal().calls(call -> !call.fault().isEmpty())).hasSize(7);
  }

  @Test
  void large_pages_time_out_until_the_faults_are_cleared() {
    sandbox.faults().always(LIST, Fault.gatewayTimeoutAbove(50));

    assertThat(first().statusCode()).isEqualTo(504);
    assertThat(caller.send("GET", LIST + "?per_page=50", "").statusCode()).isEqualTo(200);
    sandbox.faults().clear();
    assertThat(first().statusCode()).isEqualTo(200);
  }

  @Test
  void a_truncated_body_breaks_the_reading_and_a_dropped_answer_comes_after_the_effect() {
    sandbox.faults().next(Fault.truncatedBody());
    assertThatThrownBy(this::first).isInstanceOf(UncheckedIOException.class);

    long id = anyListed();
    sandbox.faults().next(Fault.droppedAnswer());
    assertThatThrownBy(() -> caller.send("PUT", LIST + "/" + id, "{\"tags\":[\"done\"]}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.tickets().find(id).orElseThrow().tags()).containsExactly("done");
  }

  @Test
  void a_slow_body_arrives_whole() {
    sandbox.faults().next(Fault.slowBody(Duration.ofMillis(40)));

    assertThat(Caller.json(first())).hasSize(100);
  }

  @Test
  void a_repeated_page_gives_half_of_the_former_one_again() {
    List<Long> before = Caller.ids(Caller.json(first()));
    sandbox.faults().next(Fault.repeatedPage());

    List<Long> page = Caller.ids(caller.get(FIRST + "&page=2"));

    assertThat(page.subList(0, 50)).isEqualTo(before.subList(50, 100));
  }

  @Test
  void a_stuck_link_leads_to_the_page_itself() {
    sandbox.faults().next(Fault.stuckLink());

    assertThat(first().headers().firstValue("Link"))
        .hasValueSatisfying(link -> assertThat(link).contains("page=1>"));
  }

  @Test
  void tickets_that_share_a_second_come_in_another_order_when_ties_are_turned() {
    sandbox
        .tickets()
        .all()
        .filter(t -> t.place() == Place.LISTED)
        .limit(5)
        .toList()
        .forEach(t -> sandbox.tickets().retag(t.id(), "automation", tags -> Set.of("bulk")));
    String last = FIRST + "&updated_since=" + clock.instant();
    List<Long> before = Caller.ids(caller.get(last));
    sandbox.faults().next(Fault.turnedTies());

    List<Long> turned = new ArrayList<>(Caller.ids(caller.get(last)));

    assertThat(before).hasSize(5);
    Collections.reverse(turned);
    assertThat(turned).isEqualTo(before);
  }

  @Test
  void huge_deep_and_foreign_answers_are_what_they_say() {
    sandbox
        .faults()
        .next(
            Fault.hugeAnswer(3 * 1024 * 1024),
            Fault.deepJson(1000),
            Fault.wrongJson(),
            Fault.notJson(),
            Fault.wrongDomain());

    assertThat(Caller.json(first()).get(0).get("subject").asText()).hasSizeGreaterThan(3_000_000);
    assertThat(first().body()).startsWith("[[[").hasSize(2000);
    assertThat(Caller.json(first()).isArray()).isFalse();
    assertThat(first().body()).startsWith("<!doctype html>");
    assertThat(first().statusCode()).isEqualTo(404);
  }

  @Test
  void a_minute_of_the_account_holds_so_many_credits_and_details_cost_more() throws IOException {
    open(SandboxSettings.builder().rateLimits(true).plan(Plan.TRIAL));
    HttpResponse<String> answer =
        caller.send("GET", LIST + "?include=stats,requester&per_page=1", "");

    assertThat(answer.headers().firstValue("X-RateLimit-Total")).contains("50.0");
    assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("45.0");
    assertThat(answer.headers().firstValue("X-RateLimit-Used-CurrentRequest")).contains("5.0");
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    String view = LIST + "/" + anyListed() + "?include=";
    assertThat(used(view + "stats,requester,company")).contains("4.0");
    assertThat(used(view + "conversations")).contains("3.0");
    for (int left = 38; left > 0; left--) {
      assertThat(caller.send("GET", "/api/v2/agents/me", "").statusCode()).isEqualTo(200);
    }
    clock.turn(Duration.ofSeconds(15));

    HttpResponse<String> tooMany = caller.send("GET", "/api/v2/agents/me", "");

    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).contains("45");
    clock.turn(Duration.ofSeconds(45));
    assertThat(caller.send("GET", "/api/v2/agents/me", "").statusCode()).isEqualTo(200);
  }

  private Optional<String> used(String path) {
    return caller.send("GET", path, "").headers().firstValue("X-RateLimit-Used-CurrentRequest");
  }

  @Test
  void the_list_of_tickets_has_a_limit_of_its_own() throws IOException {
    open(SandboxSettings.builder().rateLimits(true).plan(Plan.GROWTH));
    for (int i = 0; i < 20; i++) {
      assertThat(first().statusCode()).isEqualTo(200);
    }

    assertThat(first().statusCode()).isEqualTo(429);
    assertThat(caller.send("GET", "/api/v2/agents/me", "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_clock_ten_minutes_ahead_stamps_the_future() {
    sandbox.clockOff(Duration.ofMinutes(10));
    long id = anyListed();
    sandbox.tickets().retag(id, "agent", tags -> Set.of("ahead"));

    assertThat(Instant.parse(caller.get(LIST + "/" + id).get("updated_at").asText()))
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    sandbox.clockOff(Duration.ZERO);
    assertThat(sandbox.tickets().now()).isEqualTo(clock.instant().getEpochSecond());
  }

  @Test
  void only_json_is_given_and_taken() {
    HttpRequest html =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + LIST))
            .header("Authorization", Caller.basic(Caller.CREDENTIALS))
            .header("Accept", "text/html")
            .build();
    HttpRequest form =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + LIST + "/" + anyListed()))
            .header("Authorization", Caller.basic(Caller.CREDENTIALS))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .PUT(HttpRequest.BodyPublishers.ofString("tags[]=a"))
            .build();

    assertThat(Caller.sent(html).statusCode()).isEqualTo(406);
    assertThat(Caller.sent(form).statusCode()).isEqualTo(415);
  }

  @Test
  void a_person_can_play_faults_over_http() {
    caller.send("POST", "/sandbox/faults", "{\"fault\":\"503\",\"times\":2}");
    assertThat(first().statusCode()).isEqualTo(503);
    caller.send("DELETE", "/sandbox/faults", "");
    assertThat(first().statusCode()).isEqualTo(200);
    JsonNode state = caller.get("/sandbox/state");
    assertThat(state.get("tickets").asLong()).isEqualTo(sandbox.tickets().count());
    assertThat(state.get("exportedTickets").asLong()).isEqualTo(100);
  }
}
