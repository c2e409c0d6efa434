package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;

/**
 * What a lead says about a house tag beside its name and family. What is not said is empty, never
 * null, but for the hue.
 *
 * @param names display names by language tag
 * @param purpose what it is for
 * @param examples customers' own words
 * @param hue one of the twelve named colours, null for the family's
 * @param owner who answers for it
 * @param facets what it is about by facet
 */
public record TagDescription(
    Map<String, String> names,
    String purpose,
    List<String> examples,
    String hue,
    String owner,
    Map<String, String> facets) {
  public TagDescription {
    names = names == null ? Map.of() : Map.copyOf(names);
    purpose = purpose == null ? "" : purpose;
    examples = examples == null ? List.of() : List.copyOf(examples);
    owner = owner == null ? "" : owner;
    facets = facets == null ? Map.of() : Map.copyOf(facets);
  }
}
