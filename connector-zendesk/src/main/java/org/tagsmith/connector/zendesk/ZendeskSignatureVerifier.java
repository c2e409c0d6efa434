package org.tagsmith.connector.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.AccountSecrets;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerdict.Genuine;
import org.tagsmith.domain.sync.DeliveryVerdict.Refused;
import org.tagsmith.domain.sync.DeliveryVerifier;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.http.HelpdeskJson;

/**
 * Checks a webhook of Zendesk's: HMAC-SHA256 with the webhook's signing secret over the time and
 * the raw body, compared in constant time, signed at most five minutes from now. Thread-safe.
 *
 * @see <a href="https://developer.zendesk.com/documentation/webhooks/verifying/">Verifying
 *     webhooks</a>
 */
@ApplicationScoped
class ZendeskSignatureVerifier implements DeliveryVerifier {
  private static final HelpdeskJson JSON = new HelpdeskJson("Zendesk");
  static final String SECRET = "tagsmith.zendesk.webhook-secret";
  static final String SIGNATURE = "X-Zendesk-Webhook-Signature";
  static final String TIMESTAMP = "X-Zendesk-Webhook-Signature-Timestamp";

  /** Published by Zendesk, so anybody can sign with it: what its button for trying sends. */
  static final String TRIAL_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

  private static final String BODY = "{\"ticket_id\":\"{{ticket.id}}\"}";
  private static final Pattern SECRET_SHAPE = Pattern.compile("[A-Za-z0-9+/_=-]{20,200}");
  private static final int LONGEST_TIMESTAMP = 64;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final ZendeskConfig config;
  private final Optional<String> configured;
  private final AccountSecrets secrets;
  private final Clock clock;

  /** For the container's proxy only. */
  protected ZendeskSignatureVerifier() {
    config = null;
    configured = Optional.empty();
    secrets = null;
    clock = null;
  }

  @Inject
  ZendeskSignatureVerifier(
      ZendeskConfig config, Config settings, AccountSecrets secrets, Clock clock) {
    this.config = config;
    this.configured =
        ZendeskConfig.setting(settings, SECRET).filter(text -> !text.equals(TRIAL_SECRET));
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public ConnectorId connector() {
    return ZendeskConnector.ID;
  }

  @Override
  public String secretSetting() {
    return SECRET;
  }

  @Override
  public boolean isConfigured(HelpdeskAccount account) {
    return configured.isPresent() && config.connects(account);
  }

  @Override
  public boolean isMadeHere() {
    return false;
  }

  @Override
  public String checkedSecret(String typed) {
    if (typed.equals(TRIAL_SECRET)) {
      throw new SettingsRefused(
          "trial-secret",
          "secret",
          "This is the secret that Zendesk publishes for trying. Reveal the webhook's own.");
    }
    if (!SECRET_SHAPE.matcher(typed).matches()) {
      throw new SettingsRefused(
          "bad-secret",
          "secret",
          "This is no signing secret: it has 20 to 200 letters, digits, +, / and =. Reveal it on"
              + " the webhook's page and copy it again.");
    }
    return typed;
  }

  @Override
  public DeliverySetup setup(HelpdeskAccount account) {
    return new DeliverySetup(secretOf(account).isPresent(), SECRET, null, BODY);
  }

  private Optional<String> secretOf(HelpdeskAccount account) {
    return isConfigured(account) ? configured : secrets.of(account, SecretPurpose.WEBHOOK);
  }

  @Override
  public DeliveryVerdict verify(HelpdeskAccount account, Delivery delivery) {
    Optional<String> secret = secretOf(account);
    if (secret.isEmpty()) {
      return new Refused(DeliveryRefusal.NOT_SET_UP);
    }
    String signature = delivery.header(SIGNATURE).orElse("");
    String timestamp = delivery.header(TIMESTAMP).orElse("");
    if (signature.isEmpty() || timestamp.isEmpty() || timestamp.length() > LONGEST_TIMESTAMP) {
      return new Refused(DeliveryRefusal.UNSIGNED);
    }
    byte[] body = delivery.body();
    if (!isSigned(secret.get(), signature, timestamp, body)) {
      boolean trial = isSigned(TRIAL_SECRET, signature, timestamp, body);
      return new Refused(trial ? DeliveryRefusal.TRIAL : DeliveryRefusal.FORGED);
    }
    if (!isInTime(timestamp)) {
      return new Refused(DeliveryRefusal.OUT_OF_TIME);
    }
    if (body.length == 0) {
      return new Genuine(OptionalLong.empty(), signature);
    }
    OptionalLong ticket = ticketIn(body);
    return ticket.isPresent()
        ? new Genuine(ticket, signature)
        : new Refused(DeliveryRefusal.UNREADABLE);
  }

  /**
   * What Zendesk signs with a secret; the secret's characters are the key, not what they encode.
   */
  static String signature(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform knows HmacSHA256", e);
    }
  }

  private static boolean isSigned(String secret, String signature, String timestamp, byte[] body) {
    return MessageDigest.isEqual(
        signature(secret, timestamp, body).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isInTime(String timestamp) {
    Instant signedAt;
    try {
      signedAt = OffsetDateTime.parse(timestamp).toInstant();
    } catch (DateTimeException e) {
      return false;
    }
    Instant now = clock.instant();
    return !signedAt.isBefore(now.minus(WINDOW)) && !signedAt.isAfter(now.plus(WINDOW));
  }

  /** Of our trigger's body, or of an event that the webhook is subscribed to. */
  private static OptionalLong ticketIn(byte[] body) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    boolean event = read.path("type").asText().startsWith("zen:event-type:ticket.");
    String number =
        (event ? read.path("detail").path("id") : read.path("ticket_id")).asText().strip();
    return NUMBER.matcher(number).matches() && Long.parseLong(number) > 0
        ? OptionalLong.of(Long.parseLong(number))
        : OptionalLong.empty();
  }

  @Override
  public String toString() {
    return "ZendeskSignatureVerifier";
  }
}
