package org.tagsmith.domain.vocabulary.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Reads documents that older versions of Tagsmith stored: says what they could not say yet. */
final class FormerFormats {
  private static final Pattern FIRST = Pattern.compile("\\s*\\{\\s*\"format\"\\s*:\\s*1\\b");

  private FormerFormats() {}

  /** Whether the document says at its beginning that it is of a former format. */
  static boolean isFormer(String json) {
    return FIRST.matcher(json).lookingAt();
  }

  /** The document in today's format; itself if it is, or if it is of no format known here. */
  static JsonNode inToday(JsonNode document) {
    if (document.path("format").asInt() == 1
        && document instanceof ObjectNode whole
        && whole.get("vocabulary") instanceof ObjectNode vocabulary) {
      whole.put("format", 2);
      fromFirst(vocabulary);
    }
    return document;
  }

  /** Format 1 knew no colours, owners and facets of tags, no levels, groups, rules, questions. */
  private static void fromFirst(ObjectNode vocabulary) {
    for (JsonNode tag : vocabulary.path("tags")) {
      if (tag instanceof ObjectNode each) {
        each.putNull("hue").put("owner", "").putObject("facets");
      }
    }
    for (JsonNode code : vocabulary.path("reasonCodes")) {
      if (code instanceof ObjectNode each) {
        each.putNull("parent").putArray("groups");
      }
    }
    ObjectNode rules = vocabulary.putObject("rules");
    rules
        .put("separator", "_")
        .put("wordCase", "CAPITALIZED")
        .put("familyFirst", true)
        .put("fewestSegments", 2)
        .put("mostSegments", 4)
        .put("longest", 40)
        .put("longestHan", 16);
    rules.putArray("forbiddenWords");
    rules.putArray("patterns");
    vocabulary.putArray("questions");
  }
}
