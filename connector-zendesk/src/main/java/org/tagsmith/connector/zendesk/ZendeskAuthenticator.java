package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskAddress;

/**
 * Signs our calls: Basic authentication with an API token, {@code email/token:api_token}. The only
 * class that touches the credential; it gives it to nobody but the connected host. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/api-reference/introduction/security-and-auth/">Security
 *     and authentication</a>
 */
@ApplicationScoped
class ZendeskAuthenticator implements ClientRequestFilter {
  static final String EMAIL = "tagsmith.zendesk.email";
  static final String API_TOKEN = "tagsmith.zendesk.api-token";

  private final ZendeskConfig config;
  private final Optional<String> email;
  private final Optional<String> apiToken;

  /** For the container's proxy only. */
  protected ZendeskAuthenticator() {
    config = null;
    email = Optional.empty();
    apiToken = Optional.empty();
  }

  @Inject
  ZendeskAuthenticator(ZendeskConfig config, Config settings) {
    this.config = config;
    this.email = ZendeskConfig.setting(settings, EMAIL);
    this.apiToken = ZendeskConfig.setting(settings, API_TOKEN);
  }

  @Override
  public void filter(ClientRequestContext request) {
    if (!HelpdeskAddress.isAt(config.baseUri(), request.getUri())) {
      throw new ConnectorFailure.ContractBroken(
          "A call would have left the connected Zendesk; it was not sent", null);
    }
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, credential());
  }

  private String credential() {
    String who = email.orElseThrow(() -> missing(EMAIL)) + "/token:";
    String pair = who + apiToken.orElseThrow(() -> missing(API_TOKEN));
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static ConnectorFailure missing(String setting) {
    return new ConnectorFailure.CredentialsRejected(
        setting + " is not set: Zendesk is connected with an admin's email and an API token");
  }

  @Override
  public String toString() {
    return "ZendeskAuthenticator";
  }
}
