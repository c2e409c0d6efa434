package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class ZendeskAuthenticatorTest {
  @ParameterizedTest
  @ValueSource(strings = {"tagsmith.zendesk.email", "tagsmith.zendesk.api-token"})
  void a_missing_credential_is_told_by_name_and_nothing_is_sent(String setting) {
    try (HelpdeskEdge edge = new HelpdeskEdge().answers(Canned.json("{}"));
        ZendeskParts parts =
            new ZendeskParts(
                Map.of("tagsmith.zendesk.base-url", edge.uri().toString(), setting, ""),
                Clock.fixed(ZendeskParts.NOW, ZoneOffset.UTC))) {
      assertThatThrownBy(() -> parts.api.send(ZendeskRequest.countTickets()))
          .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
          .hasMessageContaining(setting + " is not set");
      assertThat(edge.calls()).isEmpty();
    }
  }

  @Test
  void the_credential_is_given_to_nobody_but_the_connected_host() {
    try (HelpdeskEdge edge = new HelpdeskEdge().answers(Canned.json("{}"));
        ZendeskParts parts = new ZendeskParts(edge.uri())) {
      // a path cannot change the host, but a mistake of ours might
      ZendeskRequest<?> astray =
          new ZendeskRequest<>("GET", "@127.0.0.1:1/api", null, Object.class);

      assertThatThrownBy(() -> parts.api.send(astray))
          .isInstanceOf(ConnectorFailure.ContractBroken.class)
          .hasMessageContaining("not sent");
    }
  }

  @Test
  void neither_the_authenticator_nor_the_settings_tell_the_token() {
    var settings = ZendeskParts.settings(Map.of());
    ZendeskConfig config = new ZendeskConfig(settings);

    ZendeskAccess access = ZendeskAccess.configured(config, settings);

    assertThat(new ZendeskAuthenticator(access).toString() + access + config)
        .doesNotContain(ZendeskParts.TOKEN);
  }
}
