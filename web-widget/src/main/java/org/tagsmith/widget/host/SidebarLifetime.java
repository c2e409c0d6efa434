package org.tagsmith.widget.host;

import java.time.Duration;

/** How long a helpdesk's word about an agent counts. */
public final class SidebarLifetime {
  /** A token ends half an hour after it was opened or renewed. */
  public static final Duration OF_A_TOKEN = Duration.ofMinutes(30);

  private SidebarLifetime() {}
}
