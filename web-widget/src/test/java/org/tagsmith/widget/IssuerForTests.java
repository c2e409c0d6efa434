package org.tagsmith.widget;

import jakarta.enterprise.context.ApplicationScoped;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;
import org.tagsmith.domain.sync.SidebarTokenIssuer;

/** The helpdesk in memory asks with a secret for what {@link VerifierForTests} takes. */
@ApplicationScoped
class IssuerForTests implements SidebarTokenIssuer {
  static final String SECRET = "the-secret-of-the-app";

  @Override
  public ConnectorId connector() {
    return InMemoryConnector.ID;
  }

  @Override
  public String issue(String secret, String agentId) {
    if (!SECRET.equals(secret) || agentId == null) {
      throw new SidebarTokenRejected("another secret, or nobody");
    }
    return "agent " + agentId + " of " + InMemoryConnector.SUBDOMAIN;
  }
}
