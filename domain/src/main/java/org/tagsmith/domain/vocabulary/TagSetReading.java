package org.tagsmith.domain.vocabulary;

import java.util.List;

/**
 * What one vocabulary version makes of a set of labels. Order and repetition of the labels make no
 * difference.
 *
 * @param parts one per distinct label, ordered by label
 * @param houseTagIds the distinct tags meant, ascending
 */
public record TagSetReading(List<Interpretation> parts, List<Integer> houseTagIds) {
  public TagSetReading {
    parts = List.copyOf(parts);
    houseTagIds = List.copyOf(houseTagIds);
  }
}
