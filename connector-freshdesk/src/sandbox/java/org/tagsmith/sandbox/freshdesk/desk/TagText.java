package org.tagsmith.sandbox.freshdesk.desk;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What Freshdesk makes of tags that are written to it: capitals and spaces are kept, repetitions
 * are not.
 */
public final class TagText {
  /** The longest tag; a longer one refuses the whole update. */
  public static final int LONGEST = 32;

  private TagText() {}

  /** The tags as they will be stored: stripped, without empty ones and repetitions. */
  public static List<String> stored(Collection<String> written) {
    LinkedHashSet<String> tags = new LinkedHashSet<>();
    written.stream().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(tags::add);
    return List.copyOf(tags);
  }
}
