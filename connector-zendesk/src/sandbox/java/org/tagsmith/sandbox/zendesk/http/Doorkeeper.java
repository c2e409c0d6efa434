package org.tagsmith.sandbox.zendesk.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Door;
import org.tagsmith.sandbox.http.Request;

/**
 * Lets in who is known: programs with {@code email/token:api token}, the sandbox's own pages with
 * their session. Answers are the recorded ones.
 */
final class Doorkeeper implements Door {
  private static final String BASIC = "Basic ";

  private final String subdomain;
  private final String credentials;
  private final String session;

  /**
   * Learns who is known.
   *
   * @param session the secret that the sandbox's pages send
   */
  Doorkeeper(String subdomain, String email, String apiToken, String session) {
    this.subdomain = subdomain;
    this.credentials = email + "/token:" + apiToken;
    this.session = session;
  }

  @Override
  public Optional<Answer> turnAway(Request request) {
    String host = request.header("Host").orElse("localhost");
    if (host.contains(".zendesk.") && !host.startsWith(subdomain + ".")) {
      return Optional.of(noHelpdeskAt(host));
    }
    if (fromPage(request) || knowsToken(request)) {
      return Optional.empty();
    }
    return Optional.of(request.path().equals("/api/v2/users/me.json") ? nobody() : stranger());
  }

  @Override
  public boolean fromPage(Request request) {
    return request.header("X-CSRF-Token").filter(t -> same(t, session)).isPresent();
  }

  private boolean knowsToken(Request request) {
    return request
        .header("Authorization")
        .filter(value -> value.startsWith(BASIC))
        .flatMap(value -> decoded(value.substring(BASIC.length())))
        .filter(given -> same(given, credentials))
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

  /** Who a stranger is, is the one thing that Zendesk tells without asking who is calling. */
  private static Answer nobody() {
    return Answer.json(200, Map.of("user", Map.of("name", "Anonymous user")));
  }

  static Answer stranger() {
    return Answer.json(401, Map.of("error", "Couldn't authenticate you"));
  }

  static Answer noHelpdeskAt(String host) {
    return Answer.json(
        404,
        Map.of(
            "error",
            Map.of(
                "title",
                "No help desk at " + Arrays.stream(host.split(":")).findFirst().orElse(host),
                "message",
                "There is no help desk configured at this address.")));
  }
}
