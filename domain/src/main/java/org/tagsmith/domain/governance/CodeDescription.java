package org.tagsmith.domain.governance;

import java.util.List;
import java.util.Map;

/**
 * What a lead says about a reason code beside its number. What is not said is empty, never null,
 * but for the parent.
 *
 * @param tagId the house tag it records
 * @param names what the customer would say, by language tag
 * @param examples customers' own words
 * @param department who can remove the cause
 * @param parent the number above it, null for none
 * @param groups the groups that see it; empty if all do
 */
public record CodeDescription(
    int tagId,
    Map<String, String> names,
    List<String> examples,
    String department,
    Integer parent,
    List<String> groups) {
  public CodeDescription {
    names = names == null ? Map.of() : Map.copyOf(names);
    examples = examples == null ? List.of() : List.copyOf(examples);
    department = department == null ? "" : department;
    groups = groups == null ? List.of() : List.copyOf(groups);
  }
}
