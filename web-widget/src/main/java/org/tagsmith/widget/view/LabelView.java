package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.vocabulary.Proposal;

/** What a label means, by which rule, and where it comes from. */
@Schema(name = "Label")
public record LabelView(
    @Schema(description = "Exactly as found.") String label,
    @Schema(enumeration = {"matched", "ambiguous", "unmapped", "ignored"}) String outcome,
    @Schema(description = "The rule that decided.", example = "ALIAS") String rule,
    @Schema(description = "The spelling that matched; may be empty.") String evidence,
    @Schema(nullable = true, description = "The house tag, of a matched label.") Integer tagId,
    @Schema(description = "House tags an ambiguous label could mean.") List<Integer> candidateIds,
    @Schema(description = "House tags an unmapped label might mean, likeliest first.")
        List<ProposalView> proposals,
    @Schema(
            nullable = true,
            description =
                "Who gave it through Tagsmith; null if nobody, or if no ticket was asked.")
        Origin origin) {

  LabelView from(Origin agent) {
    return new LabelView(label, outcome, rule, evidence, tagId, candidateIds, proposals, agent);
  }

  /** The agent's decision that put the label on the ticket. */
  @Schema(name = "LabelOrigin")
  public record Origin(
      @Schema(description = "The agent's number or name in the helpdesk.") String by,
      Instant at,
      @Schema(nullable = true, description = "The reason code they typed.") Integer code) {}

  /** A house tag that a label might mean; a person decides. */
  @Schema(name = "Proposal")
  public record ProposalView(
      int tagId,
      @Schema(minimum = "0", maximum = "1") double score,
      @Schema(enumeration = {"same-words", "close-spelling", "shared-word"}) String reason) {
    static ProposalView of(Proposal proposal) {
      return new ProposalView(
          proposal.tag().id(), Math.round(proposal.score() * 1000) / 1000.0, proposal.reason());
    }

    /** All, in their order. */
    public static List<ProposalView> of(List<Proposal> proposals) {
      return proposals.stream().map(ProposalView::of).toList();
    }
  }
}
