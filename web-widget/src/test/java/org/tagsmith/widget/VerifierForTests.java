package org.tagsmith.widget;

import jakarta.enterprise.context.ApplicationScoped;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.SidebarIdentityVerifier;

/** The helpdesk in memory vouches for an agent in plain words: {@code agent NAME of SUBDOMAIN}. */
@ApplicationScoped
class VerifierForTests implements SidebarIdentityVerifier {
  @Override
  public ConnectorId connector() {
    return InMemoryConnector.ID;
  }

  @Override
  public String secretSetting() {
    return "tagsmith.memory.app-public-key";
  }

  @Override
  public boolean isConfigured(HelpdeskAccount account) {
    return false;
  }

  @Override
  public boolean isMadeHere() {
    return false;
  }

  @Override
  public String checkedSecret(String typed) {
    return typed;
  }

  @Override
  public SidebarIdentity verify(String token) {
    String[] words = token.split(" ", -1);
    if (words.length != 4 || !words[0].equals("agent") || !words[2].equals("of")) {
      throw new SidebarTokenRejected("nobody vouched");
    }
    return new SidebarIdentity(words[3], words[1]);
  }
}
