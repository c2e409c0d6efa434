package org.tagsmith.sandbox.zendesk.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Zendesk makes of tags that are written to it: lower case, no spaces, no order. */
public final class TagText {
  /** The longest tag that is kept; longer ones vanish. */
  public static final int LONGEST = 255;

  private TagText() {}

  /**
   * The tags as they will be stored; spaces and commas separate.
   *
   * @param present the ticket's tags; one of them that is written exactly stays exactly so, even if
   *     it came in with an export that knew capitals
   */
  public static Set<String> stored(Collection<String> written, Collection<String> present) {
    Set<String> tags = new LinkedHashSet<>();
    for (String text : written) {
      if (present.contains(text)) {
        tags.add(text);
        continue;
      }
      for (String tag : text.toLowerCase(Locale.ROOT).split("[\\s,]+")) {
        if (!tag.isEmpty() && tag.length() <= LONGEST) {
          tags.add(tag);
        }
      }
    }
    return tags;
  }

  /** The tags in the order in which they are answered, which is not the order they came in. */
  public static List<String> answered(Collection<String> tags) {
    return tags.stream()
        .sorted(Comparator.comparing(TagText::backwards, Comparator.reverseOrder()))
        .toList();
  }

  private static String backwards(String tag) {
    return new StringBuilder(tag).reverse().toString();
  }
}
