package org.tagsmith.domain.sync;

import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;

/**
 * Makes the token that a {@link SidebarIdentityVerifier} takes, for a helpdesk that signs none
 * itself: the helpdesk's server asks for it on behalf of our app. At most one per connector,
 * thread-safe.
 */
public interface SidebarTokenIssuer {
  /** For which helpdesk this makes tokens. */
  ConnectorId connector();

  /**
   * Makes a token of a few minutes.
   *
   * @param secret what our app was given when it was installed, as the helpdesk's server sent it;
   *     may be null
   * @param agentId the agent's number or name in the helpdesk, by our app's word; may be null
   * @return the token, to be handed to {@link SidebarIdentityVerifier#verify}
   * @throws SidebarTokenRejected if the secret is not ours or nobody is named, with a reason that
   *     holds no part of the secret
   */
  String issue(String secret, String agentId);
}
