package org.tagsmith.domain.access;

import java.util.Objects;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Who works in a sidebar, as the helpdesk vouched.
 *
 * @param account the helpdesk account the sidebar was opened in
 * @param agent the agent's number or name in that helpdesk
 */
public record SidebarSession(HelpdeskAccountId account, String agent) {
  public SidebarSession {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(agent, "agent");
  }
}
