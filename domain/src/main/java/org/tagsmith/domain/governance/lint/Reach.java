package org.tagsmith.domain.governance.lint;

import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.Interpretation;

/** Whether a label leads to the tag that it names. */
final class Reach {
  private Reach() {}

  /** Two tags of one name are told as a clash already. */
  static boolean leads(Interpretation reading, HouseTag tag) {
    if (reading instanceof Interpretation.Matched matched) {
      return matched.tag().id() == tag.id();
    }
    return reading instanceof Interpretation.Ambiguous ambiguous
        && ambiguous.candidates().stream().anyMatch(each -> each.id() == tag.id());
  }
}
