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
 * @param parent the number above it, null for one of the first level; at most three levels
 * @param groups the helpdesks' groups that see it; empty if all do
 */
public record ReasonCode(
    int number,
    int houseTagId,
    Map<String, String> names,
    List<String> examples,
    String department,
    boolean retired,
    Integer successor,
    Integer parent,
    List<String> groups) {
  public ReasonCode {
    names = Map.copyOf(names);
    examples = List.copyOf(examples);
    groups = List.copyOf(groups);
  }

  /** A code of the first level for every group. */
  public ReasonCode(
      int number,
      int houseTagId,
      Map<String, String> names,
      List<String> examples,
      String department,
      boolean retired,
      Integer successor) {
    this(number, houseTagId, names, examples, department, retired, successor, null, List.of());
  }

  /**
   * The same code, retired.
   *
   * @param next the number to use instead, null if none
   */
  public ReasonCode retiredFor(Integer next) {
    return new ReasonCode(
        number, houseTagId, names, examples, department, true, next, parent, groups);
  }

  /**
   * Whether agents of the group are offered it.
   *
   * @param group as the helpdesk names it, null if it is not known; then nothing is kept from them
   */
  public boolean isFor(String group) {
    return group == null
        || groups.isEmpty()
        || groups.stream().anyMatch(each -> each.strip().equalsIgnoreCase(group.strip()));
  }

  /** The same code, live. */
  public ReasonCode restored() {
    return new ReasonCode(
        number, houseTagId, names, examples, department, false, null, parent, groups);
  }
}
