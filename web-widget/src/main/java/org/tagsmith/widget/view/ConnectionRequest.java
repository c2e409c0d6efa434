package org.tagsmith.widget.view;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.AccountSettings;

/**
 * An account to connect, or what shall change about one; absent members stay as they are. Holds a
 * credential.
 *
 * @param connector only for connecting
 * @param subdomain only for connecting
 * @param user whose key it is; an e-mail address for Zendesk, nothing for Freshdesk
 * @param key the API token or API key; never given back
 * @param from the moment from which on tickets are read; all without it
 * @param paused only for changing
 */
@Schema(
    name = "AccountChange",
    properties = {
      @SchemaProperty(
          name = "connector",
          enumeration = {"zendesk", "freshdesk"}),
      @SchemaProperty(name = "subdomain", example = "bank"),
      @SchemaProperty(
          name = "writeBack",
          enumeration = {"off", "review", "automatic"})
    })
public record ConnectionRequest(
    String connector,
    String subdomain,
    String user,
    String key,
    Instant from,
    Boolean paused,
    String writeBack) {

  /** What was typed, blank where nothing was. */
  public AccountSettings settings() {
    return new AccountSettings(text(subdomain), text(user), text(key));
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  @Override
  public String toString() {
    return "ConnectionRequest[" + connector + "]";
  }
}
