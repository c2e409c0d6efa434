package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class FreshdeskGatewayTest {
  private static final Canned GOOD = Canned.json("{\"id\":7,\"tags\":[]}");
  private static final FreshdeskRequest<TicketJson[]> LIST =
      FreshdeskRequest.tickets(Listing.TICKETS, 0, 1, 100, Beside.ALL);

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void a_broken_answer_is_asked_for_again_after_a_short_pause() {
    edge.answers(GOOD.cutAfter(5), Canned.html(503), GOOD);

    assertThat(parts.gateway.call(FreshdeskRequest.ticket(7)).id()).isEqualTo(7);
    assertThat(parts.pauses).containsExactly(Duration.ofMillis(250), Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void a_call_over_which_freshdesk_breaks_down_is_asked_for_again(int status) {
    edge.answers(Canned.html(status), GOOD);

    assertThat(parts.gateway.call(FreshdeskRequest.ticket(7)).id()).isEqualTo(7);
  }

  @Test
  void a_change_is_never_sent_again_unseen() {
    edge.answers(Canned.html(500), GOOD);

    assertThatThrownBy(() -> parts.gateway.change(FreshdeskRequest.replaceTags(7, Set.of("a"))))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    assertThat(edge.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405, 409, 429})
  void what_is_refused_is_not_asked_for_again(int status) {
    edge.answers(Canned.json(status, "{}"));

    assertThatThrownBy(() -> parts.gateway.call(FreshdeskRequest.ticket(7)))
        .isInstanceOfAny(ConnectorFailure.class, FreshdeskRefusal.class);
    assertThat(edge.calls()).hasSize(1);
  }

  @Test
  void a_read_that_can_wait_leaves_the_last_calls_of_a_minute_to_agents() {
    edge.answers(
        Canned.json("[]").with("X-RateLimit-Total", "200.0").with("X-RateLimit-Remaining", "22.0"));
    parts.gateway.page(LIST, true);

    ConnectorFailure.Throttled throttled =
        catchThrowableOfType(
            ConnectorFailure.Throttled.class, () -> parts.gateway.page(LIST, true));

    assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(20));
    parts.gateway.page(LIST, false);
    assertThat(edge.calls()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"50.0, 8.0, 3, false", "50.0, 7.9, 3, true", "400, 400, 1, false", "x, 1, 1, false"})
  void limits_are_read_as_decimals_and_none_is_built_in(
      String total, String remaining, int credits, boolean scarce) {
    assertThat(RateLimits.read(total, remaining).isScarce(credits)).isEqualTo(scarce);
  }
}
