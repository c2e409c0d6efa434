package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.SidebarAppPackage;
import org.tagsmith.domain.sync.http.AppZip;

/**
 * The private app, ready to be uploaded: a manifest that names this Tagsmith, and nothing that
 * runs.
 *
 * @see <a
 *     href="https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/">Manifest
 *     reference</a>
 */
@ApplicationScoped
class ZendeskAppPackage implements SidebarAppPackage {
  static final String ADDRESS_IN_FILES = "https://tagsmith.example/";

  private static final AppZip ZIP =
      new AppZip(
          ZendeskAppPackage.class,
          "zendesk-app",
          List.of(
              "manifest.json",
              "translations/en.json",
              "translations/zh-tw.json",
              "translations/zh-cn.json",
              "assets/logo.png",
              "assets/logo-small.png"));

  @Override
  public ConnectorId connector() {
    return ZendeskConnector.ID;
  }

  @Override
  public byte[] zip(URI tagsmith) {
    return ZIP.with(
        (file, bytes) -> file.equals("manifest.json") ? manifestFor(bytes, tagsmith) : bytes);
  }

  private static byte[] manifestFor(byte[] bytes, URI tagsmith) {
    return new String(bytes, StandardCharsets.UTF_8)
        .replace(ADDRESS_IN_FILES, tagsmith.toASCIIString())
        .replace("tagsmith@tagsmith.example", "tagsmith@" + tagsmith.getHost())
        .getBytes(StandardCharsets.UTF_8);
  }
}
