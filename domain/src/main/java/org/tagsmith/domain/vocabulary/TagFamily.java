package org.tagsmith.domain.vocabulary;

import java.util.Map;
import java.util.Set;

/**
 * The first segment of house names, such as {@code Upgrade}.
 *
 * @param name as it stands in house names
 * @param hue one of the twelve named colours of the design language, such as {@code purple}
 * @param names display names by language tag
 */
public record TagFamily(String name, String hue, Map<String, String> names) {
  /** The twelve named colours of the design language. */
  public static final Set<String> HUES =
      Set.of(
          "slate", "red", "orange", "amber", "olive", "green", "teal", "sky", "blue", "indigo",
          "purple", "pink");

  public TagFamily {
    names = Map.copyOf(names);
  }
}
