package org.tagsmith.domain.governance;

import java.util.Map;
import org.tagsmith.domain.vocabulary.SpellingKey;

/** How far a prefix of machine labels would reach among the labels that tickets carry. */
@FunctionalInterface
public interface PrefixReach {
  /** Where nobody knows the labels in use. */
  PrefixReach UNKNOWN = prefix -> new Reach(0, 0, 0, 0);

  /** Among all labels in use. */
  Reach of(String prefix);

  /**
   * What a prefix reaches.
   *
   * @param labels how many labels begin so and would be set aside; 0 where nobody knows
   * @param all how many labels are in use
   * @param taken how many of those that begin so mean a house tag now, and would mean none
   * @param meaning how many of all labels mean a house tag now
   */
  record Reach(long labels, long all, long taken, long meaning) {
    /** Most of what means a tag would mean none, or most labels would go and tags lose some. */
    boolean isTooWide() {
      return taken > 0 && (2 * taken > meaning || 2 * labels > all);
    }
  }

  /**
   * Lets a prefix pass that tells software's labels from people's.
   *
   * @throws ChangeRefused {@code prefix-too-short}, {@code prefix-too-wide} or {@code
   *     text-too-long}; the first two with the count of labels, where it is known
   */
  static void require(String prefix, PrefixReach reach) {
    GivenWords.requireLabel("prefix", prefix);
    if (SpellingKey.of(prefix).length() < 2) {
      long labels = reach.of(prefix).labels();
      throw ChangedVocabulary.refused(
          "prefix-too-short",
          "The prefix '"
              + prefix
              + "' would set aside "
              + (labels == 0 ? "too many labels" : labels + " labels")
              + ". Write two letters or more.",
          Map.of("prefix", prefix, "count", labels));
    }
    Reach found = reach.of(prefix);
    if (found.isTooWide()) {
      throw ChangedVocabulary.refused(
          "prefix-too-wide",
          "The prefix '"
              + prefix
              + "' would set aside "
              + found.labels()
              + " of "
              + found.all()
              + " labels, "
              + found.taken()
              + " of which mean a house tag now. Write a longer one.",
          Map.of(
              "prefix",
              prefix,
              "count",
              found.labels(),
              "all",
              found.all(),
              "taken",
              found.taken()));
    }
  }
}
