package org.tagsmith.sandbox.zendesk.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tagsmith.sandbox.hook.Vendor;

/**
 * Signs time and body with the secret's characters, in whole seconds. Repeats a few times at once
 * and then gives up.
 */
public final class ZendeskHooks implements Vendor {
  @Override
  public Map<String, String> proof(String secret, byte[] body, Instant at) {
    String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return Map.of(
        "X-Zendesk-Webhook-Signature", signature(secret, time, body),
        "X-Zendesk-Webhook-Signature-Timestamp", time,
        "X-Zendesk-Webhook-Invocation-Id", UUID.randomUUID().toString());
  }

  private static String signature(String secret, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      mac.update(time.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform knows HmacSHA256", e);
    }
  }

  @Override
  public boolean repeatsAfter(int status) {
    return status == 409 || status == 429 || status >= 500;
  }

  @Override
  public List<Duration> pauses() {
    return List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }
}
