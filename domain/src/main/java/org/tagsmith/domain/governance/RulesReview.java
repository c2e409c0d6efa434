package org.tagsmith.domain.governance;

import java.util.List;
import org.tagsmith.domain.vocabulary.HouseTag;

/**
 * What rules would say of the names that are there. Those stay; the review only tells.
 *
 * @param live how many live names there are
 * @param breaking those that break the rules, in the vocabulary's order
 */
public record RulesReview(int live, List<BreakingName> breaking) {
  public RulesReview {
    breaking = List.copyOf(breaking);
  }

  /**
   * A name that breaks rules.
   *
   * @param answer which, and how it would keep them
   */
  public record BreakingName(HouseTag tag, NameAnswer answer) {}
}
