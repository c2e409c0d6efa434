package org.tagsmith.widget.host;

import org.tagsmith.domain.access.Role;

/** Who may call an address. */
public enum Audience {
  /** Anybody, also without a session. */
  EVERYONE(null),
  /** An agent in a sidebar inside a helpdesk. */
  SIDEBAR(null),
  /** Anybody who signed in to the console. */
  AGENT(Role.AGENT),
  /** Leads and admins. */
  LEAD(Role.LEAD),
  /** Admins only. */
  ADMIN(Role.ADMIN);

  private final Role needed;

  Audience(Role needed) {
    this.needed = needed;
  }

  boolean includes(Caller caller) {
    if (this == EVERYONE) {
      return true;
    }
    if (caller instanceof Caller.Sidebar) {
      return this == SIDEBAR;
    }
    return needed != null && caller instanceof Caller.Staff staff && staff.mayActAs(needed);
  }
}
