package org.tagsmith.domain.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 * @param hue one of the twelve named colours of the design language, null for its family's
 * @param owner who answers for it, in the house's words; never null, may be empty
 * @param facets what it is about by facet, such as {@code product} to {@code Credit card}; never
 *     null
 */
public record HouseTag(
    int id,
    String name,
    String family,
    Map<String, String> names,
    String description,
    List<String> examples,
    boolean retired,
    Integer successorId,
    String hue,
    String owner,
    Map<String, String> facets) {
  public HouseTag {
    names = Map.copyOf(names);
    examples = List.copyOf(examples);
    Objects.requireNonNull(owner, "owner");
    facets = Map.copyOf(facets);
  }

  /** A tag in its family's colour, without an owner and facets. */
  public HouseTag(
      int id,
      String name,
      String family,
      Map<String, String> names,
      String description,
      List<String> examples,
      boolean retired,
      Integer successorId) {
    this(id, name, family, names, description, examples, retired, successorId, null, "", Map.of());
  }

  /** The same tag under another canonical name. */
  public HouseTag renamed(String to) {
    return new HouseTag(
        id, to, family, names, description, examples, retired, successorId, hue, owner, facets);
  }

  /** The same tag in another family. */
  public HouseTag movedTo(String otherFamily) {
    return new HouseTag(
        id,
        name,
        otherFamily,
        names,
        description,
        examples,
        retired,
        successorId,
        hue,
        owner,
        facets);
  }

  /**
   * The same tag, retired.
   *
   * @param successor the tag to use instead, null if none
   */
  public HouseTag retiredFor(Integer successor) {
    return new HouseTag(
        id, name, family, names, description, examples, true, successor, hue, owner, facets);
  }

  /** The same tag, live. */
  public HouseTag restored() {
    return new HouseTag(
        id, name, family, names, description, examples, false, null, hue, owner, facets);
  }
}
