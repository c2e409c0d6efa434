package org.tagsmith.domain.governance;

import java.util.List;

/**
 * What publishing a draft would do.
 *
 * @param decisions those that can be, in their order
 * @param refused those that cannot, as the vocabulary is now
 * @param preview what the ones that can be would do; null if there are none
 */
public record DraftPreview(List<Decision> decisions, List<Refused> refused, ChangePreview preview) {
  public DraftPreview {
    decisions = List.copyOf(decisions);
    refused = List.copyOf(refused);
  }

  /** A decision that cannot be, with the reason. */
  public record Refused(Decision decision, ChangeRefused why) {}
}
