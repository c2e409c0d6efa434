package org.tagsmith.domain.vocabulary;

import java.util.List;
import java.util.Map;

/**
 * A number that a person can remember, backed by a house tag. It never changes its meaning and
 * never returns after retirement.
 *
 * @param number positive
 * @param houseTagId the tag it records
 * @param names what the customer would say, by language tag
 * @param examples customers' own words
 * @param department who can remove the cause
 * @param retired whether it may no longer be given
 * @param successor the number to use instead of a retired one, null if none
 */
public record ReasonCode(
    int number,
    int houseTagId,
    Map<String, String> names,
    List<String> examples,
    String department,
    boolean retired,
    Integer successor) {
  public ReasonCode {
    names = Map.copyOf(names);
    examples = List.copyOf(examples);
  }
}
