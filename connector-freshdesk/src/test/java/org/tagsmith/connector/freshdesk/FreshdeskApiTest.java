package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.AnswerTooHeavy;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class FreshdeskApiTest {
  private static final String PAGE =
      "[{\"id\":7,\"tags\":[\"a\"],\"cc_emails\":null,\"surprise\":{\"x\":[1]}}]";
  private static final FreshdeskRequest<TicketJson[]> REQUEST =
      FreshdeskRequest.tickets(Listing.TICKETS, 0, 1, 100, Beside.NOTHING);

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void an_answer_is_read_and_unknown_fields_are_passed_over() throws IOException {
    edge.answers(Canned.json(PAGE).packed());

    FreshdeskAnswer<TicketJson[]> answer = parts.api.send(REQUEST);

    assertThat(answer.body()[0].tags()).containsExactly("a");
    assertThat(answer.hasNext()).isFalse();
  }

  @Test
  void the_next_page_is_told_by_a_header_whose_address_is_not_read() {
    edge.answers(
        Canned.json(PAGE)
            .with("Link", "<https://elsewhere.example/api/v2/tickets?page=2>; rel=\"next\""));

    assertThat(parts.api.send(REQUEST).hasNext()).isTrue();
  }

  @Test
  void limits_come_as_decimals() {
    edge.answers(
        Canned.json(PAGE).with("X-RateLimit-Total", "50.0").with("X-RateLimit-Remaining", "49.0"));

    assertThat(parts.api.send(REQUEST).limits()).isEqualTo(new RateLimits(50, 49));
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
    "501, unreachable",
    "503, unreachable",
    "302, contract-broken"
  })
  void each_status_has_its_meaning(int status, String kind) {
    edge.answers(Canned.json(status, "{\"code\":\"word\",\"message\":\"m\"}"));

    ConnectorFailure failure =
        catchThrowableOfType(ConnectorFailure.class, () -> parts.api.send(REQUEST));

    assertThat(failure.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 409, 415})
  void a_refusal_keeps_its_status(int status) {
    edge.answers(Canned.json(status, ""));

    assertThat(catchThrowableOfType(FreshdeskRefusal.class, () -> parts.api.send(REQUEST)).status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 504})
  void freshdesk_that_broke_down_over_a_call_says_that_less_may_help(int status) {
    edge.answers(Canned.html(status));

    AnswerTooHeavy heavy =
        catchThrowableOfType(AnswerTooHeavy.class, () -> parts.api.send(REQUEST));

    assertThat(heavy.asFailure()).isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @Test
  void a_demand_to_wait_is_kept_and_one_without_a_time_lasts_a_minute() {
    edge.answers(Canned.json(429, "{}").with("Retry-After", "34"), Canned.html(429));

    assertThat(throttled().retryAfter()).isEqualTo(Duration.ofSeconds(34));
    assertThat(throttled().retryAfter()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void a_web_page_in_place_of_data_will_pass() {
    edge.answers(Canned.html(200));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 50})
  void an_answer_that_breaks_off_is_unreachable(int bytes) {
    edge.answers(Canned.json(PAGE).cutAfter(bytes));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"id\":{}}]", "{\"results\":{\"tickets\":7}}", "[] []", "Mrs Smith", "null"})
  void an_answer_of_another_shape_breaks_the_contract_and_is_not_quoted(String body) {
    edge.answers(Canned.json(body));

    Throwable failure = catchThrowable(() -> parts.api.send(REQUEST));

    assertThat(failure).isInstanceOf(ConnectorFailure.ContractBroken.class);
    assertThat(failure).hasMessageNotContaining("Smith").hasNoCause();
  }

  @Test
  void an_answer_that_grows_too_big_is_refused_while_it_is_read() {
    edge.answers(Canned.json("[" + "{\"id\":7},".repeat(1_500_000) + "{}]").ofUnknownLength());

    assertThat(catchThrowableOfType(AnswerTooHeavy.class, () -> parts.api.send(REQUEST)).isTooBig())
        .isTrue();
  }

  @Test
  void json_of_depth_100_000_is_refused() {
    edge.answers(Canned.json("[{\"surprise\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]"));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .isInstanceOf(ConnectorFailure.ContractBroken.class);
  }

  @Test
  void an_error_tells_its_word_and_field_but_nothing_that_a_customer_wrote() {
    edge.answers(
        Canned.json(
                400,
                "{\"description\":\"Mrs Smith's card\",\"errors\":[{\"field\":\"email\","
                    + "\"message\":\"smith@example.com is wrong\",\"code\":\"duplicate_value\"}]}")
            .with("X-Request-Id", "5f2c"));

    assertThatThrownBy(() -> parts.api.send(REQUEST))
        .hasMessage("Freshdesk answered 400 duplicate_value for email (request 5f2c)");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 503})
  void no_failure_tells_the_key(int status) {
    edge.answers(Canned.json(status, "{}"));

    Throwable failure = catchThrowable(() -> parts.api.send(REQUEST));

    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(FreshdeskParts.KEY);
    }
  }

  private ConnectorFailure.Throttled throttled() {
    return catchThrowableOfType(ConnectorFailure.Throttled.class, () -> parts.api.send(REQUEST));
  }
}
