package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class FreshdeskConnectorTest {
  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void the_one_key_is_not_tried_on_another_account() {
    HelpdeskAccount other =
        new HelpdeskAccount(new HelpdeskAccountId(2), FreshdeskConnector.ID, "otherbank");
    SyncCursor start = parts.connector.startAt(Instant.EPOCH);
    LabelChange change = new LabelChange(1, Set.of("a"), Set.of());

    assertThatThrownBy(() -> parts.connector.read(other, start))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("otherbank");
    assertThatThrownBy(() -> parts.connector.write(other, change))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class);
    assertThatThrownBy(() -> parts.connector.countTickets(other))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class);
    assertThat(edge.calls()).isEmpty();
  }

  @Test
  void the_number_of_tickets_is_the_total_of_a_search() {
    edge.answers(Canned.json("{\"total\":10002,\"results\":[{\"id\":1}]}"));

    assertThat(parts.connector.countTickets(FreshdeskParts.ACCOUNT)).hasValue(10_002);
    assertThat(edge.lines().get(0)).startsWith("GET /api/v2/search/tickets?query=%22created_at");
  }

  @Test
  void a_freshdesk_that_does_not_count_still_works() {
    edge.answers(Canned.json(404, ""));

    assertThat(parts.connector.countTickets(FreshdeskParts.ACCOUNT)).isEmpty();
  }
}
