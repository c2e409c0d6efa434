package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class FreshdeskAuthenticatorTest {
  private final HelpdeskEdge edge = new HelpdeskEdge().answers(Canned.json("{\"id\":7}"));

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void the_call_is_signed_with_the_key_as_the_name_and_x_as_the_password() {
    try (FreshdeskParts parts = new FreshdeskParts(edge.uri())) {
      parts.api.send(FreshdeskRequest.ticket(7));
    }

    String sent = edge.calls().get(0).headers().get("Authorization");
    assertThat(new String(Base64.getDecoder().decode(sent.substring(6)), StandardCharsets.UTF_8))
        .isEqualTo(FreshdeskParts.KEY + ":X");
  }

  @Test
  void the_credential_is_given_to_nobody_but_the_connected_host() {
    try (FreshdeskParts parts = new FreshdeskParts(edge.uri());
        HelpdeskEdge elsewhere = new HelpdeskEdge().answers(Canned.json("{}"))) {
      FreshdeskRequest<String> away =
          new FreshdeskRequest<>(
              "GET", "@127.0.0.1:" + elsewhere.uri().getPort() + "/", null, String.class, 1);

      assertThatThrownBy(() -> parts.api.send(away))
          .isInstanceOf(ConnectorFailure.ContractBroken.class);
      assertThat(elsewhere.calls()).isEmpty();
    }
  }

  @Test
  void a_missing_key_is_told_by_its_setting() {
    try (FreshdeskParts parts =
        new FreshdeskParts(
            Map.of(
                "tagsmith.freshdesk.base-url",
                edge.uri().toString(),
                "tagsmith.freshdesk.api-key",
                " "),
            java.time.Clock.systemUTC())) {
      assertThatThrownBy(() -> parts.api.send(FreshdeskRequest.ticket(7)))
          .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
          .hasMessageContaining("tagsmith.freshdesk.api-key");
    }
    assertThat(edge.calls()).isEmpty();
  }
}
