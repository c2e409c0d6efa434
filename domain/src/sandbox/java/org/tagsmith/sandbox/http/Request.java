package org.tagsmith.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call as it came in.
 *
 * @param path without query
 * @param query decoded; the last of several equal names counts
 * @param rawQuery as sent, empty if none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(
    String method,
    String path,
    Map<String, String> query,
    String rawQuery,
    Headers headers,
    byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Request read(HttpExchange exchange) throws IOException {
    String raw = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parse(raw),
        raw == null ? "" : raw,
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  private static Map<String, String> parse(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.put(decode(name), decode(value));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The same call with one more query parameter, by which a mishap tells an endpoint its part. */
  public Request marked(String mark) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(mark, "1");
    return new Request(method, path, more, rawQuery, headers, body);
  }

  /** The value of a query parameter. */
  public Optional<String> param(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** The whole number in a query parameter, or another if it is absent; refuses other text. */
  public long number(String name, long otherwise) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new Refusal(wording -> wording.notANumber(name), notANumber);
    }
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** The body as JSON; missing if there is none. Refuses what is not JSON. */
  public JsonNode json() {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new Refusal(Wording::notJson, notJson);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
