package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What the start page shows to anybody. */
@Schema(
    name = "Start",
    properties = {
      @SchemaProperty(
          name = "sandboxes",
          description = "The sandbox helpdesks, if some were started beside us."),
      @SchemaProperty(
          name = "vocabularyVersion",
          description = "0 while nobody has published a vocabulary.")
    })
public record StartView(List<SandboxView> sandboxes, String version, int vocabularyVersion) {
  /** One of them. */
  @Schema(
      name = "Sandbox",
      properties = {@SchemaProperty(name = "connector", example = "zendesk")})
  public record SandboxView(String connector, String url) {}
}
