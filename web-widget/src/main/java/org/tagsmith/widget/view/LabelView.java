package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.vocabulary.Proposal;

/** What a label means, by which rule, and where it comes from. */
@Schema(
    name = "Label",
    properties = {
      @SchemaProperty(name = "label", description = "Exactly as found."),
      @SchemaProperty(
          name = "outcome",
          enumeration = {"matched", "ambiguous", "unmapped", "ignored"}),
      @SchemaProperty(name = "rule", description = "The rule that decided.", example = "ALIAS"),
      @SchemaProperty(name = "evidence", description = "The spelling that matched; may be empty."),
      @SchemaProperty(
          name = "tagId",
          nullable = true,
          description = "The house tag, of a matched label."),
      @SchemaProperty(
          name = "candidateIds",
          description = "House tags an ambiguous label could mean, retired ones left out."),
      @SchemaProperty(
          name = "proposals",
          description = "House tags an unmapped label might mean, likeliest first."),
      @SchemaProperty(
          name = "origin",
          nullable = true,
          description = "Who gave it through Tagsmith; null if nobody, or if no ticket was asked.")
    })
public record LabelView(
    String label,
    String outcome,
    String rule,
    String evidence,
    Integer tagId,
    List<Integer> candidateIds,
    List<ProposalView> proposals,
    Origin origin) {

  LabelView from(Origin agent) {
    return new LabelView(label, outcome, rule, evidence, tagId, candidateIds, proposals, agent);
  }

  /** The agent's decision that put the label on the ticket. */
  @Schema(
      name = "LabelOrigin",
      properties = {
        @SchemaProperty(name = "by", description = "The agent's number or name in the helpdesk."),
        @SchemaProperty(name = "code", nullable = true, description = "The reason code they typed.")
      })
  public record Origin(String by, Instant at, Integer code) {}

  /** A house tag that a label might mean; a person decides. */
  @Schema(
      name = "Proposal",
      properties = {
        @SchemaProperty(name = "score", minimum = "0", maximum = "1"),
        @SchemaProperty(
            name = "reason",
            enumeration = {"same-words", "close-spelling", "shared-word", "used-together"}),
        @SchemaProperty(
            name = "spelling",
            description = "The house's spelling that was found; empty if none was."),
        @SchemaProperty(
            name = "words",
            description = "The words of that spelling that speak for it, where words do.")
      })
  public record ProposalView(
      int tagId, double score, String reason, String spelling, List<String> words) {
    static ProposalView of(Proposal proposal) {
      return new ProposalView(
          proposal.tag().id(),
          Math.round(proposal.score() * 1000) / 1000.0,
          proposal.reason(),
          proposal.why().spelling(),
          proposal.why().words());
    }

    /** All, in their order. */
    public static List<ProposalView> of(List<Proposal> proposals) {
      return proposals.stream().map(ProposalView::of).toList();
    }
  }
}
