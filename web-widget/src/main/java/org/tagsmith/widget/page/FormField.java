package org.tagsmith.widget.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one field of a posted form from the body alone, so that an address can never carry it into
 * a log or a history.
 */
final class FormField {
  private FormField() {}

  /**
   * The field's value.
   *
   * @return an empty text if the body is no form or has no such field
   */
  static String read(HttpServletRequest request, String name) throws IOException {
    String type = request.getContentType();
    if (type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      return "";
    }
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : body.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
          return "";
        }
      }
    }
    return "";
  }
}
