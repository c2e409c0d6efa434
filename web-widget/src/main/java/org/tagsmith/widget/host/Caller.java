package org.tagsmith.widget.host;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.access.StaffMember;

/** Who is calling, once verified. */
public sealed interface Caller extends Principal {
  /** Somebody who signed in to the console. */
  record Staff(StaffMember member) implements Caller {
    @Override
    public String getName() {
      return member.name();
    }

    boolean mayActAs(Role needed) {
      return member.role().mayActAs(needed);
    }
  }

  /** An agent for whom a helpdesk vouched. */
  record Sidebar(SidebarSession session) implements Caller {
    @Override
    public String getName() {
      return session.agent();
    }
  }

  /** The person in the console; only for methods that are open to the console alone. */
  static StaffMember staff(SecurityContext security) {
    return ((Staff) security.getUserPrincipal()).member();
  }

  /** The agent in the sidebar; only for methods that are open to the sidebar alone. */
  static SidebarSession sidebar(SecurityContext security) {
    return ((Sidebar) security.getUserPrincipal()).session();
  }
}
