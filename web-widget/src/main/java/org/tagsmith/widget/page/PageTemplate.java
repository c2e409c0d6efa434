package org.tagsmith.widget.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML page with places such as {@code {{session}}} in attribute values or text. What is put
 * there is escaped, so that it stays a value. Immutable.
 */
final class PageTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z-]{1,40})}}");

  private final List<String> texts = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  PageTemplate(String html) {
    Matcher places = PLACE.matcher(html);
    int from = 0;
    while (places.find()) {
      texts.add(html.substring(from, places.start()));
      names.add(places.group(1));
      from = places.end();
    }
    texts.add(html.substring(from));
  }

  /**
   * The page with its values.
   *
   * @param values by name; a place without a value stays empty
   */
  String fill(Map<String, String> values) {
    StringBuilder page = new StringBuilder(texts.get(0));
    for (int i = 0; i < names.size(); i++) {
      escape(values.getOrDefault(names.get(i), ""), page);
      page.append(texts.get(i + 1));
    }
    return page.toString();
  }

  /** The names of all places, in their order. */
  List<String> names() {
    return List.copyOf(names);
  }

  private static void escape(String value, StringBuilder into) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> into.append("&amp;");
        case '<' -> into.append("&lt;");
        case '>' -> into.append("&gt;");
        case '"' -> into.append("&quot;");
        case '\'' -> into.append("&#39;");
        default -> into.append(c);
      }
    }
  }
}
