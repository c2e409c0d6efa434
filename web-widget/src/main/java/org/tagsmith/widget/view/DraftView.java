package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.governance.Decision;
import org.tagsmith.domain.governance.DraftPreview;
import org.tagsmith.domain.governance.QueueMarks;
import org.tagsmith.domain.governance.VocabularyChange;

/**
 * What a lead decided and did not publish yet, and what the others do.
 *
 * @param version the newest version of the vocabulary
 * @param decisions the lead's own, in order; null where only the others were asked for
 * @param held labels that the drafts of others decide
 * @param open labels that others have open
 * @param later labels that the lead set aside; null where only the others were asked for
 */
@Schema(name = "Draft")
public record DraftView(
    int version,
    @Schema(nullable = true) List<DecisionView> decisions,
    List<Decision.Held> held,
    List<Decision.Held> open,
    @Schema(nullable = true) List<QueueMarks.ForLater> later) {

  /** One decision. */
  @Schema(name = "Decision")
  public record DecisionView(
      long id,
      @Schema(implementation = Object.class) VocabularyChange change,
      int base,
      Instant decidedAt) {
    static DecisionView of(Decision decision) {
      return new DecisionView(
          decision.id(), decision.change(), decision.base(), decision.decidedAt());
    }

    /** All, in their order. */
    public static List<DecisionView> of(List<Decision> decisions) {
      return decisions.stream().map(DecisionView::of).toList();
    }
  }

  /**
   * Labels that a lead sets aside, or brings back.
   *
   * @param hours after which they come back; 0 for at once
   */
  @Schema(name = "LabelsForLater")
  public record ForLater(List<String> labels, Integer hours) {}

  /**
   * The label that a lead has open.
   *
   * @param label null if none
   */
  @Schema(name = "OpenLabel")
  public record Open(@Schema(nullable = true) String label) {}

  /** Decisions by their ids. */
  @Schema(name = "ChosenDecisions")
  public record Chosen(List<Long> ids) {}

  /**
   * Decisions to publish.
   *
   * @param base the version that was looked at
   */
  @Schema(name = "DraftPublication")
  public record Publication(Integer base, List<Long> ids, String note) {}

  /**
   * What publishing would do.
   *
   * @param decisions those that can be
   * @param refused those that cannot, with the reason
   * @param preview null if none can be
   */
  @Schema(name = "DraftPreview")
  public record Preview(
      List<DecisionView> decisions,
      List<Refused> refused,
      @Schema(nullable = true) ChangePreviewView preview) {
    /** Shows a preview. */
    public static Preview of(DraftPreview preview) {
      return new Preview(
          DecisionView.of(preview.decisions()),
          preview.refused().stream().map(Refused::of).toList(),
          preview.preview() == null ? null : ChangePreviewView.of(preview.preview()));
    }
  }

  /** A decision that cannot be. */
  @Schema(name = "RefusedDecision")
  public record Refused(
      DecisionView decision, String code, String detail, Map<String, Object> fields) {
    private static Refused of(DraftPreview.Refused refused) {
      return new Refused(
          DecisionView.of(refused.decision()),
          refused.why().reason(),
          refused.why().getMessage(),
          refused.why().fields());
    }
  }
}
