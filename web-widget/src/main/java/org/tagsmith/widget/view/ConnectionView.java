package org.tagsmith.widget.view;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.AccountConnection;

/**
 * How an account is connected and steered. Never holds its key.
 *
 * @param source {@code operator}: the configuration, which no page changes; {@code admin}; {@code
 *     nobody}: the configuration once did
 * @param held changes of labels that wait for a release
 */
@Schema(
    name = "AccountConnection",
    properties = {
      @SchemaProperty(
          name = "source",
          enumeration = {"operator", "admin", "nobody"}),
      @SchemaProperty(name = "from", nullable = true),
      @SchemaProperty(
          name = "writeBack",
          enumeration = {"off", "review", "automatic"})
    })
public record ConnectionView(
    String source, String user, Instant from, boolean paused, String writeBack, long held) {
  public static ConnectionView of(AccountConnection connection) {
    return new ConnectionView(
        connection.source().word(),
        connection.user(),
        connection.readFrom(),
        connection.paused(),
        connection.writeBack().word(),
        connection.held());
  }

  /** An account that was connected just now. */
  @Schema(name = "ConnectedAccount")
  public record Connected(int id, String subdomain) {}

  /** The same without whose key it is, for those who may not change it. */
  public ConnectionView withoutUser() {
    return new ConnectionView(source, "", from, paused, writeBack, held);
  }
}
