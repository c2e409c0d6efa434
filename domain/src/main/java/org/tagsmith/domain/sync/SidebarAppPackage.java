package org.tagsmith.domain.sync;

import java.net.URI;

/**
 * The app that an admin installs in a helpdesk so that the sidebar stands beside its tickets. At
 * most one per connector, thread-safe.
 */
public interface SidebarAppPackage {
  /** For which helpdesk it is. */
  ConnectorId connector();

  /**
   * The app's files for this Tagsmith.
   *
   * @param tagsmith where agents' browsers reach it, with a slash at the end
   * @return a zip, the same for the same address
   */
  byte[] zip(URI tagsmith);
}
