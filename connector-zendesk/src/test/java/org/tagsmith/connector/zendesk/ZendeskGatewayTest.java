package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class ZendeskGatewayTest {
  private static final Canned GOOD = Canned.json("{\"count\":{\"value\":5}}");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final ZendeskParts parts = new ZendeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void a_broken_answer_is_asked_for_again_after_a_short_pause() {
    edge.answers(GOOD.cutAfter(5), Canned.html(502), GOOD);

    assertThat(parts.gateway.call(ZendeskRequest.countTickets()).count().value()).isEqualTo(5);
    assertThat(parts.pauses).containsExactly(Duration.ofMillis(250), Duration.ofSeconds(1));
  }

  @Test
  void after_three_broken_answers_zendesk_is_unreachable() {
    edge.answers(Canned.html(503));

    assertThatThrownBy(() -> parts.gateway.call(ZendeskRequest.countTickets()))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    assertThat(edge.calls()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 409, 422, 429})
  void what_is_refused_is_not_asked_for_again(int status) {
    edge.answers(Canned.json(status, "{}"));

    assertThatThrownBy(() -> parts.gateway.call(ZendeskRequest.countTickets()))
        .isInstanceOfAny(ConnectorFailure.class, ZendeskRefusal.class);
    assertThat(edge.calls()).hasSize(1);
    assertThat(parts.pauses).isEmpty();
  }

  @Test
  void a_call_that_took_too_long_is_unreachable_at_once() {
    edge.answers(Canned.html(504));

    assertThatThrownBy(() -> parts.gateway.call(ZendeskRequest.countTickets()))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    assertThat(edge.calls()).hasSize(1);
  }
}
