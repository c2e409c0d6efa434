package org.tagsmith.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back for a call.
 *
 * @param headers beside the content type
 * @param delivery how the body reaches the caller
 * @param tickets how many tickets it carries
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(
    int status,
    String contentType,
    Map<String, String> headers,
    byte[] body,
    Delivery delivery,
    int tickets) {
  /** The type of almost every answer. */
  public static final String JSON = "application/json; charset=utf-8";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A value as JSON. */
  public static Answer json(int status, Object value) {
    try {
      return json(status, MAPPER.writeValueAsBytes(value), 0);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /**
   * Finished JSON.
   *
   * @param tickets how many tickets it carries, for the journal
   */
  public static Answer json(int status, byte[] body, int tickets) {
    return new Answer(status, JSON, Map.of(), body, Delivery.WHOLE, tickets);
  }

  /** Another content than JSON. */
  public static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, contentType, Map.of(), body, Delivery.WHOLE, 0);
  }

  /** A text as UTF-8. */
  public static Answer text(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** An error with a short name and a sentence; also Zendesk's usual form. */
  public static Answer error(int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("description", description);
    return json(status, body);
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, more, body, delivery, tickets);
  }

  /** The same with more headers; its own win. */
  public Answer with(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(others);
    more.putAll(headers);
    return new Answer(status, contentType, more, body, delivery, tickets);
  }

  /** The same, reaching the caller in another way. */
  public Answer delivered(Delivery other) {
    return new Answer(status, contentType, headers, body, other, tickets);
  }
}
