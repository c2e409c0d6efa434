package org.tagsmith.widget.view;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.report.UnmappedLabel;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** Labels that wait for a meaning. */
@Schema(
    name = "UnmappedLabels",
    properties = {
      @SchemaProperty(name = "total", description = "How many there are, also beyond the limit."),
      @SchemaProperty(name = "labels", description = "Those of most contacts first.")
    })
public record UnmappedLabelsView(long total, List<UnmappedLabelView> labels) {

  /**
   * Shows the busiest of them.
   *
   * @param total how many there are in all
   */
  public static UnmappedLabelsView of(long total, List<UnmappedLabel> labels) {
    return new UnmappedLabelsView(total, labels.stream().map(UnmappedLabelView::of).toList());
  }

  /** One of them, with what it might mean. */
  @Schema(
      name = "UnmappedLabel",
      properties = {
        @SchemaProperty(name = "label", description = "Exactly as found."),
        @SchemaProperty(
            name = "key",
            description = "Equal for labels that one decision settles; empty if it has no letter."),
        @SchemaProperty(
            name = "lastSeenOn",
            description = "The newest day on which such a contact began."),
        @SchemaProperty(name = "proposals", description = "Likeliest first; a person decides."),
        @SchemaProperty(
            name = "like",
            description =
                "The label before it in the list whose tickets are so alike that both surely mean"
                    + " the same; null if there is none.")
      })
  public record UnmappedLabelView(
      String label,
      String key,
      long contacts,
      LocalDate lastSeenOn,
      List<LabelView.ProposalView> proposals,
      String like) {
    private static UnmappedLabelView of(UnmappedLabel label) {
      return new UnmappedLabelView(
          label.label(),
          SpellingKey.inAnyScript(label.label()),
          label.contacts(),
          label.lastSeenOn(),
          LabelView.ProposalView.of(label.proposals()),
          label.like().orElse(null));
    }
  }
}
