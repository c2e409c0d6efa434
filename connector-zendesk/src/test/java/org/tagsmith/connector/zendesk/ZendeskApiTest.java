package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.connector.zendesk.wire.TicketPageJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class ZendeskApiTest {
  private static final String PAGE =
      "{\"tickets\":[{\"id\":7,\"tags\":[\"a\"],\"surprise\":{\"x\":[1]}}],\"after_cursor\":\"c\","
          + "\"end_of_stream\":true}";
  private static final ZendeskRequest<TicketPageJson> REQUEST = ZendeskRequest.firstPage(0, 1000);

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private ZendeskParts parts;

  @BeforeEach
  void connect() {
    parts = new ZendeskParts(edge.uri());
  }

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void an_answer_is_read_and_unknown_fields_are_passed_over() {
    edge.answers(Canned.json(PAGE));

    TicketPageJson page = parts.api.send(REQUEST);

    assertThat(page.tickets().get(0).id()).isEqualTo(7);
    assertThat(page.afterCursor()).isEqualTo("c");
  }

  @Test
  void answers_may_come_packed_and_are_asked_for_so() throws IOException {
    edge.answers(Canned.json(PAGE).packed());

    assertThat(parts.api.send(REQUEST).tickets()).hasSize(1);
    assertThat(edge.calls().get(0).headers()).containsEntry("Accept-encoding", "gzip");
  }

  @Test
  void the_call_is_signed_with_the_email_and_the_token() {
    edge.answers(Canned.json(PAGE));

    parts.api.send(REQUEST);

    String sent = edge.calls().get(0).headers().get("Authorization");
    assertThat(new String(Base64.getDecoder().decode(sent.substring(6)), StandardCharsets.UTF_8))
        .isEqualTo("api@harbourbank.example/token:" + ZendeskParts.TOKEN);
  }

  @Test
  void labels_are_removed_by_a_delete_that_has_a_body() {
    edge.answers(Canned.json("{\"tags\":[\"kept\"]}"));

    parts.api.send(ZendeskRequest.removeTags(7, List.of("wrong"), "2026-05-06T11:00:00Z"));

    assertThat(edge.calls().get(0).method()).isEqualTo("DELETE");
    assertThat(edge.calls().get(0).body())
        .isEqualTo(
            "{\"tags\":[\"wrong\"],\"updated_stamp\":\"2026-05-06T11:00:00Z\","
                + "\"safe_update\":\"true\"}");
  }

  @Test
  void a_redirect_is_not_followed() {
    try (HelpdeskEdge elsewhere = new HelpdeskEdge().answers(Canned.json(PAGE))) {
      edge.answers(Canned.json(302, "{}").with("Location", elsewhere.uri() + "/catch"));

      assertThatThrownBy(() -> parts.api.send(REQUEST))
          .isInstanceOf(ConnectorFailure.ContractBroken.class)
          .hasMessageContaining("redirect");
      assertThat(elsewhere.calls()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, credentials-rejected",
    "403, not-permitted",
    "429, throttled",
    "500, unreachable",
    "502, unreachable",
    "503, unreachable",
    "302, contract-broken"
  })
  void each_status_has_its_meaning(int status, String kind) {
    edge.answers(Canned.json(status, "{\"error\":\"Word\"}"));

    ConnectorFailure failure =
        catchThrowableOfType(ConnectorFailure.class, () -> parts.api.send(REQUEST));

    assertThat(failure.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 422})
  void a_refusal_keeps_its_status_and_word(int status) {
    edge.answers(Canned.json(status, "{\"error\":\"RecordInvalid\",\"description\":\"d\"}"));

    ZendeskRefusal refusal =
        catchThrowableOfType(ZendeskRefusal.class, () -> parts.api.send(REQUEST));

    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.code()).isEqualTo("RecordInvalid");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 504, 524})
  void a_gateway_that_gave_up_says_that_the_answer_was_too_heavy(int status) {
    edge.answers(Canned.html(status));

    AnswerTooHeavy heavy =
        catchThrowableOfType(AnswerTooHeavy.class, () -> parts.api.send(REQUEST));

    assertThat(heavy.isTooBig()).isFalse();
    assertThat(heavy.asFailure()).isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @Test
  void a_wrong_subdomain_answers_an_error_that_is_an_object() {
    edge.answers(
        Canned.json(
            404,
            "{\"error\":{\"title\":\"No help desk at nobody.zendesk.com\",\"message\":\"m\"}}"));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("tagsmith.zendesk.subdomain");
  }

  @Test
  void a_demand_to_wait_in_seconds_is_kept() {
    edge.answers(Canned.json(429, "{}").with("Retry-After", "37"));

    assertThat(throttled().retryAfter()).isEqualTo(Duration.ofSeconds(37));
  }

  @Test
  void a_demand_to_wait_until_a_date_is_kept() {
    edge.answers(Canned.json(429, "{}").with("Retry-After", "Wed, 06 May 2026 12:01:30 GMT"));

    assertThat(throttled().retryAfter()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void a_throttle_in_html_without_a_time_waits_as_the_official_client_does() {
    edge.answers(Canned.html(429));

    assertThat(throttled().retryAfter()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_throttle_without_a_time_waits_until_the_used_up_limit_opens() {
    edge.answers(
        Canned.json(429, "{\"error\":\"APIRateLimitExceeded\"}")
            .with(
                "Zendesk-RateLimit-incremental-exports-cursor", "total=20; remaining=0; resets=41")
            .with("ratelimit-remaining", "300")
            .with("ratelimit-reset", "55"));

    assertThat(throttled().retryAfter()).isEqualTo(Duration.ofSeconds(41));
  }

  @Test
  void a_pause_for_maintenance_with_a_time_is_a_demand_to_wait() {
    edge.answers(Canned.html(503).with("Retry-After", "120"));

    assertThat(throttled().retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a_web_page_in_place_of_data_will_pass() {
    edge.answers(Canned.html(200));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 100})
  void an_answer_that_breaks_off_is_unreachable(int bytes) {
    edge.answers(Canned.json(PAGE).cutAfter(bytes));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"tickets\":[{\"id\":7", "{\"tickets\":[{\"subject\":\"half"})
  void an_answer_that_ends_in_the_middle_of_its_data_is_unreachable(String body) {
    edge.answers(Canned.json(body).ofUnknownLength());

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tickets\":[{\"id\":{}}]}",
        "{\"tickets\":\"Mrs Smith\"}",
        "{\"tickets\":[]} {\"tickets\":[]}",
        "Mrs Smith",
        "[]",
        "null"
      })
  void an_answer_of_another_shape_breaks_the_contract_and_is_not_quoted(String body) {
    edge.answers(Canned.json(body));

    Throwable failure = catchThrowable(() -> parts.api.send(REQUEST));

    assertThat(failure).isInstanceOf(ConnectorFailure.ContractBroken.class);
    assertThat(failure).hasMessageNotContaining("Smith").hasNoCause();
  }

  @Test
  void an_answer_announced_as_too_big_is_refused_before_it_is_read() {
    edge.answers(Canned.json("x".repeat(30_000_000)));

    AnswerTooHeavy heavy =
        catchThrowableOfType(AnswerTooHeavy.class, () -> parts.api.send(REQUEST));

    assertThat(heavy.isTooBig()).isTrue();
  }

  @Test
  void an_answer_that_grows_too_big_is_refused_while_it_is_read() {
    edge.answers(
        Canned.json("{\"tickets\":[" + "{\"id\":7},".repeat(3_000_000) + "{}]}").ofUnknownLength());

    AnswerTooHeavy heavy =
        catchThrowableOfType(AnswerTooHeavy.class, () -> parts.api.send(REQUEST));

    assertThat(heavy.isTooBig()).isTrue();
  }

  @Test
  void an_answer_that_unpacks_to_too_much_is_refused() throws IOException {
    edge.answers(Canned.json("{\"tickets\":[" + " ".repeat(30_000_000) + "]}").packed());

    AnswerTooHeavy heavy =
        catchThrowableOfType(AnswerTooHeavy.class, () -> parts.api.send(REQUEST));

    assertThat(heavy.isTooBig()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tickets", "surprise"})
  void json_of_depth_100_000_is_refused(String field) {
    edge.answers(
        Canned.json("{\"" + field + "\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.ContractBroken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tickets", "surprise"})
  void an_error_of_depth_100_000_is_still_an_error(String field) {
    edge.answers(
        Canned.json(422, "{\"" + field + "\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));

    assertThatThrownBy(() -> parts.api.send(REQUEST)).isInstanceOf(ZendeskRefusal.class);
  }

  @Test
  void an_endless_number_is_refused() {
    edge.answers(Canned.json("{\"tickets\":[{\"id\":" + "9".repeat(1_000_000) + "}]}"));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.ContractBroken.class);
  }

  @Test
  void an_answer_that_trickles_is_given_up_after_two_minutes() {
    edge.answers(Canned.json(PAGE));
    try (ZendeskParts hurried =
        new ZendeskParts(
            Map.of("tagsmith.zendesk.base-url", edge.uri().toString()), new HurryingClock())) {
      AnswerTooHeavy heavy =
          catchThrowableOfType(AnswerTooHeavy.class, () -> hurried.api.send(REQUEST));

      assertThat(heavy.isTooBig()).isFalse();
    }
  }

  @Test
  void nobody_at_the_address_is_unreachable() {
    URI gone = edge.uri();
    edge.close();

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.Unreachable.class)
        .hasMessageContaining(gone.getHost());
  }

  @Test
  void the_request_id_is_told_but_nothing_that_a_customer_wrote() {
    edge.answers(
        Canned.json(
                400,
                "{\"error\":\"Mrs Smith's card\",\"description\":\"smith@example.com is wrong\"}")
            .with("X-Zendesk-Request-Id", "179530240f75a586aa98"));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .hasMessageContaining("179530240f75a586aa98")
        .hasMessageNotContainingAny("Smith", "smith");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500})
  void no_failure_tells_the_token(int status) {
    edge.answers(Canned.json(status, "{}"));

    Throwable failure = catchThrowable(() -> parts.api.send(REQUEST));

    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(ZendeskParts.TOKEN);
    }
  }

  private ConnectorFailure.Throttled throttled() {
    return catchThrowableOfType(ConnectorFailure.Throttled.class, () -> parts.api.send(REQUEST));
  }

  /** A minute passes each time somebody looks. */
  private static final class HurryingClock extends Clock {
    private Instant now = ZendeskParts.NOW;

    @Override
    public synchronized Instant instant() {
      now = now.plusSeconds(61);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
