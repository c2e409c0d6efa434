package org.tagsmith.connector.freshdesk;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.SidebarAppPackage;
import org.tagsmith.domain.sync.http.AppZip;

/**
 * The custom app's folder, to be checked and packed with Freshworks' own tool. Where Tagsmith is,
 * the app asks when it is installed.
 *
 * @see <a href="https://developers.freshworks.com/docs/app-sdk/v3.0/">App SDK</a>
 */
@ApplicationScoped
class FreshdeskAppPackage implements SidebarAppPackage {
  private static final AppZip ZIP =
      new AppZip(
          FreshdeskAppPackage.class,
          "freshdesk-app",
          List.of(
              "manifest.json",
              "app/index.html",
              "app/app.js",
              "app/style.css",
              "app/icon.svg",
              "config/iparams.json",
              "config/requests.json"));

  @Override
  public ConnectorId connector() {
    return FreshdeskConnector.ID;
  }

  @Override
  public byte[] zip(URI tagsmith) {
    return ZIP.with((file, bytes) -> bytes);
  }
}
