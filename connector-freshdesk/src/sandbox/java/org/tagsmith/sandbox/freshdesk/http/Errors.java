package org.tagsmith.sandbox.freshdesk.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Refusal;

/**
 * Freshdesk's ways to say no. Source of forms and codes:
 * https://developers.freshdesk.com/api/#errors
 */
final class Errors {
  private Errors() {}

  /** One thing that is wrong with a field or a parameter. */
  static Map<String, Object> error(String field, String message, String code) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("field", field);
    error.put("message", message);
    error.put("code", code);
    return error;
  }

  static Map<String, Object> invalidField(String field) {
    return error(field, "Unexpected/invalid field in request", "invalid_field");
  }

  static Map<String, Object> notOneOf(String field, Collection<String> values) {
    return error(
        field,
        "It should be one of these values: '" + String.join(",", values) + "'",
        "invalid_value");
  }

  static Answer invalid(List<Map<String, Object>> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("description", "Validation failed");
    body.put("errors", errors);
    return Answer.json(400, body);
  }

  static Refusal refused(Map<String, Object> error) {
    return new Refusal(invalid(List.of(error)));
  }

  /** Freshdesk says nothing more about what is not there. */
  static Answer notFound() {
    return Answer.of(404, Answer.JSON, new byte[0]);
  }

  static Answer stranger() {
    return coded(401, "invalid_credentials", "You have to be logged in to perform this action.");
  }

  static Answer denied() {
    return coded(403, "access_denied", "You are not authorized to perform this action.");
  }

  static Answer coded(int status, String code, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("message", message);
    return Answer.json(status, body);
  }

  /** Also said of tickets in the trash and in the spam, which can be read and nothing else. */
  static Answer methodNotAllowed(String method, Collection<String> allowed) {
    String methods = String.join(", ", allowed);
    return Answer.json(
            405,
            Map.of(
                "message",
                method + " method is not allowed. It should be one of these method(s): " + methods))
        .with("Allow", methods);
  }

  /** The words are ours, no such answer was recorded; status, header and type are documented. */
  static Answer tooMany(long seconds) {
    return Answer.json(429, Map.of("message", "You have exceeded the limit of requests per minute"))
        .with("Retry-After", Long.toString(seconds));
  }
}
