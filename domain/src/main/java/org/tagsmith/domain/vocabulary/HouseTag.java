package org.tagsmith.domain.vocabulary;

import java.util.List;
import java.util.Map;

/**
 * The house's own name for one thing customers get in touch about. The id stays; names are its
 * children.
 *
 * @param id positive, stable over all versions, never reused
 * @param name canonical, such as {@code Upgrade_CreditCard}
 * @param family the {@link TagFamily#name()} it belongs to
 * @param names display names by language tag ({@code en}, {@code zh-Hant}, {@code zh-Hans}); never
 *     null, may lack languages
 * @param description what it is for, for the agent who hesitates; never null, may be empty
 * @param examples customers' own words; never null
 * @param retired whether it may no longer be given
 * @param successorId the tag to use instead of a retired one, null if none
 */
public record HouseTag(
    int id,
    String name,
    String family,
    Map<String, String> names,
    String description,
    List<String> examples,
    boolean retired,
    Integer successorId) {
  public HouseTag {
    names = Map.copyOf(names);
    examples = List.copyOf(examples);
  }
}
