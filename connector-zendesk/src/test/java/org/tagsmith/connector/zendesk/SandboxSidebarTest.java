package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarIdentity;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;

class SandboxSidebarTest {
  @Test
  void a_token_as_the_ticket_page_posts_it_is_believed() throws IOException {
    try (SandboxZendesk sandbox =
        SandboxZendesk.start(SandboxSettings.builder().tickets(1).appId(31).build())) {
      ZendeskTokenVerifier verifier =
          new ZendeskTokenVerifier(
              new ZendeskConfig(
                  ZendeskParts.settings(
                      Map.of(
                          "tagsmith.zendesk.app-public-key",
                          sandbox.appPublicKeyPem(),
                          "tagsmith.zendesk.app-id",
                          "31"))),
              (connector, purpose) -> List.of(),
              Clock.systemUTC());

      assertThat(verifier.verify(sandbox.appToken(4711)))
          .isEqualTo(new SidebarIdentity("harbourbank", "4711"));
    }
  }
}
