package org.tagsmith.widget;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.SidebarAppPackage;

/** The helpdesk in memory takes any bytes for an app. */
@ApplicationScoped
class AppForTests implements SidebarAppPackage {
  @Override
  public ConnectorId connector() {
    return InMemoryConnector.ID;
  }

  @Override
  public byte[] zip(URI tagsmith) {
    return ("an app for " + tagsmith).getBytes(StandardCharsets.UTF_8);
  }
}
