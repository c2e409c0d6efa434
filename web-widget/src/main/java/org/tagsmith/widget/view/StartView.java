package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the start page shows to anybody. */
@Schema(name = "Start")
public record StartView(
    @Schema(nullable = true, description = "The sandbox helpdesk, if one was started beside us.")
        String sandboxUrl,
    String version,
    @Schema(description = "0 while nobody has published a vocabulary.") int vocabularyVersion) {}
