package org.tagsmith.widget.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tagsmith.domain.vocabulary.NamingRules;
import org.tagsmith.widget.problem.RefusedRequest;

/** Rules that a lead thinks about. */
@Schema(
    name = "RulesReviewRequest",
    requiredProperties = {"rules"})
public record RulesReviewRequest(NamingRules rules) {
  /**
   * The rules.
   *
   * @throws RefusedRequest if they are missing
   */
  public NamingRules checked() {
    if (rules == null) {
      throw RefusedRequest.badInput(
          "missing-field",
          "The field 'rules' is missing. GET /api/vocabulary shows such an object.");
    }
    return rules;
  }
}
