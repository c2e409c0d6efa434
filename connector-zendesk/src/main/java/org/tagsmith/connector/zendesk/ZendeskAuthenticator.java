package org.tagsmith.connector.zendesk;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskAddress;

/**
 * Signs the calls to one account: Basic authentication with an API token, {@code
 * email/token:api_token}. Gives the credential to nobody but the account's host. Thread-safe.
 *
 * @see <a
 *     href="https://developer.zendesk.com/api-reference/introduction/security-and-auth/">Security
 *     and authentication</a>
 */
final class ZendeskAuthenticator implements ClientRequestFilter {
  private final ZendeskAccess access;

  ZendeskAuthenticator(ZendeskAccess access) {
    this.access = access;
  }

  @Override
  public void filter(ClientRequestContext request) {
    if (!HelpdeskAddress.isAt(access.baseUri(), request.getUri())) {
      throw new ConnectorFailure.ContractBroken(
          "A call would have left the connected Zendesk; it was not sent", null);
    }
    byte[] pair = access.credential().getBytes(StandardCharsets.UTF_8);
    request
        .getHeaders()
        .putSingle(HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public String toString() {
    return "ZendeskAuthenticator";
  }
}
