package org.tagsmith.connector.freshdesk;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskAddress;

/**
 * Signs the calls to one account: Basic authentication with an agent's API key as the name and
 * {@code X} as the password. Gives the key to nobody but the account's host. Thread-safe.
 *
 * @see <a href="https://developers.freshdesk.com/api/#authentication">Authentication</a>
 */
final class FreshdeskAuthenticator implements ClientRequestFilter {
  private final FreshdeskAccess access;

  FreshdeskAuthenticator(FreshdeskAccess access) {
    this.access = access;
  }

  @Override
  public void filter(ClientRequestContext request) {
    if (!HelpdeskAddress.isAt(access.baseUri(), request.getUri())) {
      throw new ConnectorFailure.ContractBroken(
          "A call would have left the connected Freshdesk; it was not sent", null);
    }
    byte[] pair = access.credential().getBytes(StandardCharsets.UTF_8);
    request
        .getHeaders()
        .putSingle(HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public String toString() {
    return "FreshdeskAuthenticator";
  }
}
