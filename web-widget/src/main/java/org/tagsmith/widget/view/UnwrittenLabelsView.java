package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.UnwrittenLabel;

/** What of an agent's decisions has not reached the helpdesk. */
@Schema(name = "UnwrittenLabels")
public record UnwrittenLabelsView(List<UnwrittenView> labels) {
  public static UnwrittenLabelsView of(List<UnwrittenLabel> labels) {
    return new UnwrittenLabelsView(labels.stream().map(UnwrittenView::of).toList());
  }

  /** One label. */
  @Schema(
      name = "UnwrittenLabel",
      properties = {
        @SchemaProperty(
            name = "action",
            enumeration = {"add", "remove"}),
        @SchemaProperty(
            name = "refused",
            description = "The helpdesk will never take it; otherwise it is on its way."),
        @SchemaProperty(
            name = "problem",
            nullable = true,
            description = "Why it was refused, or what the last attempt failed of.",
            example = "too-long")
      })
  public record UnwrittenView(String label, String action, boolean refused, String problem) {
    private static UnwrittenView of(UnwrittenLabel label) {
      return new UnwrittenView(
          label.label(), label.added() ? "add" : "remove", label.refused(), label.problem());
    }
  }
}
