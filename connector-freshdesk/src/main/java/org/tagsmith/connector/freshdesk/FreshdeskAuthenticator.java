package org.tagsmith.connector.freshdesk;

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
 * Signs our calls: Basic authentication with an agent's API key as the name and {@code X} as the
 * password. The only class that touches the key; it gives it to nobody but the connected host.
 * Thread-safe.
 *
 * @see <a href="https://developers.freshdesk.com/api/#authentication">Authentication</a>
 */
@ApplicationScoped
class FreshdeskAuthenticator implements ClientRequestFilter {
  static final String API_KEY = "tagsmith.freshdesk.api-key";

  private final FreshdeskConfig config;
  private final Optional<String> apiKey;

  /** For the container's proxy only. */
  protected FreshdeskAuthenticator() {
    config = null;
    apiKey = Optional.empty();
  }

  @Inject
  FreshdeskAuthenticator(FreshdeskConfig config, Config settings) {
    this.config = config;
    this.apiKey = FreshdeskConfig.setting(settings, API_KEY);
  }

  @Override
  public void filter(ClientRequestContext request) {
    if (!HelpdeskAddress.isAt(config.baseUri(), request.getUri())) {
      throw new ConnectorFailure.ContractBroken(
          "A call would have left the connected Freshdesk; it was not sent", null);
    }
    String key =
        apiKey.orElseThrow(
            () ->
                new ConnectorFailure.CredentialsRejected(
                    API_KEY + " is not set: Freshdesk is connected with an agent's API key"));
    byte[] pair = (key + ":X").getBytes(StandardCharsets.UTF_8);
    request
        .getHeaders()
        .putSingle(HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public String toString() {
    return "FreshdeskAuthenticator";
  }
}
