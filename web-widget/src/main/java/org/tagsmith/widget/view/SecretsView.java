package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.usecase.ShareSecret.State;

/** The secrets that accounts share with their helpdesks, without the secrets. */
@Schema(name = "Secrets")
public record SecretsView(List<Secret> secrets) {
  /** All that could be shared. */
  public static SecretsView of(List<State> states) {
    return new SecretsView(states.stream().map(Secret::of).toList());
  }

  /** One account's for one purpose. */
  @Schema(
      name = "Secret",
      properties = {
        @SchemaProperty(
            name = "purpose",
            enumeration = {"webhook", "sidebar"}),
        @SchemaProperty(
            name = "source",
            enumeration = {"operator", "admin", "unreadable", "nobody"},
            description = "Who gave it; unreadable: given, but this server cannot decrypt it."),
        @SchemaProperty(name = "setting", description = "The operator's setting that may hold it."),
        @SchemaProperty(
            name = "madeHere",
            description = "Whether Tagsmith makes it, and not the helpdesk."),
        @SchemaProperty(name = "changedBy", nullable = true),
        @SchemaProperty(name = "changedAt", nullable = true)
      })
  public record Secret(
      int account,
      String purpose,
      String source,
      String setting,
      boolean madeHere,
      String changedBy,
      Instant changedAt) {
    static Secret of(State state) {
      return new Secret(
          state.account().id().value(),
          state.purpose().word(),
          state.source().name().toLowerCase(Locale.ROOT),
          state.setting(),
          state.madeHere(),
          state.changedBy(),
          state.changedAt());
    }
  }

  /** A secret as the helpdesk showed it. */
  @Schema(name = "TypedSecret")
  public record Typed(String secret) {
    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** A secret that was just made. */
  @Schema(name = "MadeSecret")
  public record Made(String secret) {
    @Override
    public String toString() {
      return "Made";
    }
  }
}
