package org.tagsmith.connector.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * What an error's body says, once it is understood. {@code error} is a word in most answers and an
 * object where the subdomain is unknown.
 *
 * @param code Zendesk's own word, such as {@code RecordInvalid}; empty if it gave none
 * @param isWrongSubdomain whether there is no helpdesk at the address called
 */
record ZendeskError(String code, boolean isWrongSubdomain) {
  static final ZendeskError SILENT = new ZendeskError("", false);

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

  static ZendeskError of(JsonNode body) {
    JsonNode error = body.path("error");
    if (error.isObject()) {
      return new ZendeskError("", error.path("title").asText().startsWith("No help desk at"));
    }
    String word = error.asText();
    return CODE.matcher(word).matches() ? new ZendeskError(word, false) : SILENT;
  }
}
