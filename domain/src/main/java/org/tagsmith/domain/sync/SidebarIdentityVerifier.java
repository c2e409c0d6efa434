package org.tagsmith.domain.sync;

/**
 * Checks the token with which a helpdesk vouches for the agent who opened the sidebar, by the
 * secret of the account that it names. One per connector, thread-safe.
 */
public interface SidebarIdentityVerifier extends SharedSecret {
  /**
   * Verifies signature, audience, issuer and lifetime.
   *
   * @param token as the helpdesk posted it
   * @return who is calling
   * @throws SidebarTokenRejected with a reason that holds no part of the token
   */
  SidebarIdentity verify(String token);

  /**
   * Who opened the sidebar.
   *
   * @param subdomain the account at the vendor
   * @param agentId the agent's number or name in the helpdesk
   */
  record SidebarIdentity(String subdomain, String agentId) {}

  /** The token was missing, forged, expired or meant for another app. */
  final class SidebarTokenRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SidebarTokenRejected(String reason) {
      super(reason);
    }
  }
}
