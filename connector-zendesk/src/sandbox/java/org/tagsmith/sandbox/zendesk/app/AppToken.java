package org.tagsmith.sandbox.zendesk.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The signed token that Zendesk posts when it loads an app with {@code signedUrls}. Source:
 * https://developer.zendesk.com/documentation/apps/build-an-app/building-a-server-side-app/part-5-secure-the-app/
 */
public final class AppToken {
  private static final long LIFETIME_SECONDS = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AppKey key;
  private final String subdomain;
  private final long installationId;
  private final Clock clock;

  /** Issues tokens for one installation of one account. */
  public AppToken(AppKey key, String subdomain, long installationId, Clock clock) {
    this.key = key;
    this.subdomain = subdomain;
    this.installationId = installationId;
    this.clock = clock;
  }

  /** A token for an agent, valid for five minutes. */
  public String issue(long agentId) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", subdomain + ".zendesk.com");
    claims.put(
        "aud",
        "https://"
            + subdomain
            + ".zendesk.com/api/v2/apps/installations/"
            + installationId
            + ".json");
    claims.put("sub", Long.toString(agentId));
    claims.put("iat", now);
    claims.put("exp", now + LIFETIME_SECONDS);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("context", Map.of("product", "support", "location", "ticket_sidebar"));
    return sign(claims);
  }

  private String sign(Map<String, Object> claims) {
    try {
      String text =
          encoded(JSON.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT")))
              + "."
              + encoded(JSON.writeValueAsBytes(claims));
      return text + "." + encoded(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
