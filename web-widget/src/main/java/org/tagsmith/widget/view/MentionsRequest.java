package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a decision is about.
 *
 * @param tagIds house tags, may be left out
 * @param labels labels, may be left out
 */
@Schema(name = "MentionsAsked")
public record MentionsRequest(
    @Schema(nullable = true) List<Integer> tagIds, @Schema(nullable = true) List<String> labels) {}
