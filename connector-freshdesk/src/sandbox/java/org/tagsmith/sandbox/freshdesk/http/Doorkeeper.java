package org.tagsmith.sandbox.freshdesk.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Door;
import org.tagsmith.sandbox.http.Request;

/**
 * Lets in who is known: programs with {@code API key:anything}, the sandbox's own pages with their
 * session. Turns away what asks for or sends something other than JSON.
 */
final class Doorkeeper implements Door {
  private static final String BASIC = "Basic ";

  private final String domain;
  private final String apiKey;
  private final String session;

  /**
   * Learns who is known.
   *
   * @param session the secret that the sandbox's pages send
   */
  Doorkeeper(String domain, String apiKey, String session) {
    this.domain = domain;
    this.apiKey = apiKey;
    this.session = session;
  }

  @Override
  public Optional<Answer> turnAway(Request request) {
    String host = request.header("Host").orElse("localhost");
    if (host.contains(".freshdesk.") && !host.startsWith(domain + ".")) {
      return Optional.of(noHelpdesk());
    }
    if (!fromPage(request) && !knowsKey(request)) {
      return Optional.of(Errors.stranger());
    }
    if (request
        .header("Accept")
        .filter(type -> !type.contains("json") && !type.contains("*/*"))
        .isPresent()) {
      return Optional.of(Answer.of(406, Answer.JSON, new byte[0]));
    }
    if (request.body().length > 0
        && request
            .header("Content-Type")
            .filter(type -> type.startsWith("application/json"))
            .isEmpty()) {
      return Optional.of(
          Errors.coded(
              415,
              "invalid_content_type",
              "Content-Type header is set to an unsupported type. It should have been set to"
                  + " application/json"));
    }
    return Optional.empty();
  }

  @Override
  public boolean fromPage(Request request) {
    return request.header("X-CSRF-Token").filter(t -> same(t, session)).isPresent();
  }

  private boolean knowsKey(Request request) {
    return request
        .header("Authorization")
        .filter(value -> value.startsWith(BASIC))
        .flatMap(value -> decoded(value.substring(BASIC.length())))
        .filter(given -> given.indexOf(':') > 0)
        .filter(given -> same(given.substring(0, given.indexOf(':')), apiKey))
        .isPresent();
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static boolean same(String given, String known) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
  }

  /** A page for people; programs get no more than the status out of it. */
  static Answer noHelpdesk() {
    return Answer.text(
        404,
        "text/html; charset=utf-8",
        "<!doctype html><title>404</title><h1>There is no helpdesk here.</h1>");
  }
}
