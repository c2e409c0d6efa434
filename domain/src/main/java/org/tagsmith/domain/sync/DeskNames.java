package org.tagsmith.domain.sync;

import java.util.HashMap;
import java.util.Map;

/**
 * What a helpdesk calls those whose numbers its tickets carry, as far as a page knows them.
 *
 * @param agents names of agents by number
 * @param groups names of groups by number
 * @param brands names of brands, or products, by number
 */
public record DeskNames(
    Map<Long, String> agents, Map<Long, String> groups, Map<Long, String> brands) {
  /** No names. */
  public static final DeskNames NONE = new DeskNames(Map.of(), Map.of(), Map.of());

  public DeskNames {
    agents = Map.copyOf(agents);
    groups = Map.copyOf(groups);
    brands = Map.copyOf(brands);
  }

  /** These names and those told later, which count where both tell one. */
  DeskNames and(DeskNames later) {
    if (later.equals(this)) {
      return this;
    }
    return new DeskNames(
        joined(agents, later.agents), joined(groups, later.groups), joined(brands, later.brands));
  }

  private static Map<Long, String> joined(Map<Long, String> one, Map<Long, String> other) {
    Map<Long, String> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }
}
