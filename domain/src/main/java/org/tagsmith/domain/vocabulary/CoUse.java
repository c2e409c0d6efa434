package org.tagsmith.domain.vocabulary;

import java.util.Map;

/**
 * What tickets say of a label: which house tags stand beside it, or on tickets like those that
 * carry it. Proposals take it into account where the caller has it. Must be quick and safe for all
 * threads.
 */
@FunctionalInterface
public interface CoUse {
  /**
   * House tags by id, each with how strongly tickets speak for it, 0..1; tags that are missing
   * count as 0. Retired and unknown ones are passed over.
   */
  Map<Integer, Double> tagsAlike(String label);

  /** Nothing is known of tickets. */
  static CoUse unknown() {
    return label -> Map.of();
  }
}
