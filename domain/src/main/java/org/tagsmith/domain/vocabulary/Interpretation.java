package org.tagsmith.domain.vocabulary;

import java.util.List;

/** What one vocabulary version makes of one label, with the rule that decided. */
public sealed interface Interpretation {
  /** The label exactly as found. */
  String label();

  /** The rule that decided. */
  ReadingRule rule();

  /** The spelling that matched (name, alias, prefix), or an empty string; shown to people. */
  String evidence();

  /**
   * The label means one house tag.
   *
   * @param tag the tag as it counts: the successor when the label named a retired one that has one
   */
  record Matched(String label, HouseTag tag, ReadingRule rule, String evidence)
      implements Interpretation {}

  /**
   * The label could mean several house tags; a person decides.
   *
   * @param candidates at least two, in order of id
   */
  record Ambiguous(String label, List<HouseTag> candidates, ReadingRule rule, String evidence)
      implements Interpretation {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Nobody has given the label a meaning yet. The rule is {@code NONE}, {@code CONFUSABLE}, or a
   * bold one that found several tags.
   */
  record Unmapped(String label, ReadingRule rule, String evidence) implements Interpretation {}

  /** The label carries no reason: software set it, or the house decided so. */
  record Ignored(String label, ReadingRule rule, String evidence) implements Interpretation {}
}
