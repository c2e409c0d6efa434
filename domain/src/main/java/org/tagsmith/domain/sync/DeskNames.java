package org.tagsmith.domain.sync;

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
}
