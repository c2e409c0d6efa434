package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.governance.RulesReview;

/**
 * What rules would say of the names that are there.
 *
 * @param live how many live names there are
 * @param count how many of them break the rules
 * @param breaking the first of those
 */
@Schema(name = "RulesReview")
public record RulesReviewView(int live, int count, List<BreakingView> breaking) {
  private static final int MOST = 500;

  /** Shows a review. */
  public static RulesReviewView of(RulesReview review) {
    return new RulesReviewView(
        review.live(),
        review.breaking().size(),
        review.breaking().stream()
            .limit(MOST)
            .map(
                each ->
                    new BreakingView(
                        each.tag().id(),
                        each.tag().name(),
                        each.answer().broken(),
                        each.answer().corrected()))
            .toList());
  }

  /** A name that breaks rules. */
  @Schema(
      name = "BreakingName",
      properties = {@SchemaProperty(name = "corrected", nullable = true)})
  public record BreakingView(int tagId, String name, List<String> rules, String corrected) {}
}
