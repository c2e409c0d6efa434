package org.tagsmith.connector.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * What an error's body says, once it is understood: {@code {"code","message"}}, or {@code
 * {"description","errors":[{"field","message","code"}]}} of which the first counts. Messages may
 * quote a customer and are not read.
 *
 * @param code Freshdesk's own word, such as {@code invalid_value}; empty if it gave none
 * @param field the field it concerns, such as {@code tags}; empty if it named none
 */
record FreshdeskError(String code, String field) {
  static final FreshdeskError SILENT = new FreshdeskError("", "");

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,59}");

  static FreshdeskError of(JsonNode body) {
    JsonNode first = body.path("errors").path(0);
    return first.isObject()
        ? new FreshdeskError(word(first.path("code")), word(first.path("field")))
        : new FreshdeskError(word(body.path("code")), "");
  }

  /** For messages: code and field with a blank before each. */
  String words() {
    return (code.isEmpty() ? "" : " " + code) + (field.isEmpty() ? "" : " for " + field);
  }

  private static String word(JsonNode node) {
    String word = node.asText();
    return WORD.matcher(word).matches() ? word : "";
  }
}
