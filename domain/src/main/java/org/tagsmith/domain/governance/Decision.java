package org.tagsmith.domain.governance;

import java.time.Instant;
import java.util.Objects;

/**
 * One change in a lead's draft: decided, not published.
 *
 * @param id its own, never used again
 * @param change what is wanted
 * @param base the version of the vocabulary that the lead looked at
 * @param decidedAt when
 */
public record Decision(long id, VocabularyChange change, int base, Instant decidedAt) {
  public Decision {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(decidedAt, "decidedAt");
  }

  /**
   * A label that somebody else's draft decides.
   *
   * @param lead who
   */
  public record Held(String label, String lead) {}

  /** The label that a change decides, null if it is about something else. */
  public static String labelOf(VocabularyChange change) {
    if (change instanceof VocabularyChange.PlaceLabel place) {
      return place.label();
    } else if (change instanceof VocabularyChange.PlaceLabelUnder place) {
      return place.label();
    } else if (change instanceof VocabularyChange.IgnoreLabel ignore) {
      return ignore.label();
    } else if (change instanceof VocabularyChange.ForgetLabel forget) {
      return forget.label();
    }
    return null;
  }
}
