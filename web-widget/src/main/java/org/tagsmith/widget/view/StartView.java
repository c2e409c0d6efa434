package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What the start page shows to anybody. */
@Schema(
    name = "Start",
    properties = {
      @SchemaProperty(
          name = "sandboxUrl",
          nullable = true,
          description = "The sandbox helpdesk, if one was started beside us."),
      @SchemaProperty(
          name = "vocabularyVersion",
          description = "0 while nobody has published a vocabulary.")
    })
public record StartView(String sandboxUrl, String version, int vocabularyVersion) {}
