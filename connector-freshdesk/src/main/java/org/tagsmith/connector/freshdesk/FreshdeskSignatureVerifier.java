package org.tagsmith.connector.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.tagsmith.domain.sync.http.HelpdeskJson;

/**
 * Checks a webhook of a Freshdesk automation rule. Freshdesk signs nothing and stamps nothing; so
 * the rule sends a secret of ours in a header, which is compared in constant time. A copy of a
 * delivery cannot be told from the first: it means one look more at a ticket. Thread-safe.
 *
 * @see <a href="https://developers.freshdesk.com/api/#automations">Automations</a>
 */
@ApplicationScoped
class FreshdeskSignatureVerifier implements DeliveryVerifier {
  private static final HelpdeskJson JSON = new HelpdeskJson("Freshdesk");
  static final String SECRET = "tagsmith.freshdesk.webhook-secret";
  static final String HEADER = "X-Tagsmith-Secret";

  private static final String BODY = "{\"ticket_id\":\"{{ticket.id}}\"}";

  // the placeholder gives the number; older accounts write a # before it
  private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");

  private final FreshdeskConfig config;
  private final Optional<String> configured;
  private final AccountSecrets secrets;

  /** For the container's proxy only. */
  protected FreshdeskSignatureVerifier() {
    config = null;
    configured = Optional.empty();
    secrets = null;
  }

  @Inject
  FreshdeskSignatureVerifier(FreshdeskConfig config, Config settings, AccountSecrets secrets) {
    this.config = config;
    this.configured =
        FreshdeskConfig.setting(settings, SECRET)
            .filter(text -> text.length() >= SecretOfOurs.FEWEST_CHARACTERS);
    this.secrets = secrets;
  }

  @Override
  public ConnectorId connector() {
    return FreshdeskConnector.ID;
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
    return true;
  }

  @Override
  public String checkedSecret(String typed) {
    return SecretOfOurs.checked(typed);
  }

  @Override
  public DeliverySetup setup(HelpdeskAccount account) {
    return new DeliverySetup(secretOf(account).isPresent(), SECRET, HEADER, BODY);
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
    Optional<String> sent = delivery.header(HEADER);
    if (sent.isEmpty()) {
      return new Refused(DeliveryRefusal.UNSIGNED);
    }
    boolean same =
        MessageDigest.isEqual(
            secret.get().getBytes(StandardCharsets.UTF_8),
            sent.get().getBytes(StandardCharsets.UTF_8));
    if (!same) {
      return new Refused(DeliveryRefusal.FORGED);
    }
    byte[] body = delivery.body();
    if (body.length == 0) {
      return new Genuine(OptionalLong.empty(), null);
    }
    OptionalLong ticket = ticketIn(body);
    return ticket.isPresent() ? new Genuine(ticket, null) : new Refused(DeliveryRefusal.UNREADABLE);
  }

  private static OptionalLong ticketIn(byte[] body) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    Matcher number = NUMBER.matcher(read.path("ticket_id").asText().strip());
    return number.matches() && Long.parseLong(number.group(1)) > 0
        ? OptionalLong.of(Long.parseLong(number.group(1)))
        : OptionalLong.empty();
  }

  @Override
  public String toString() {
    return "FreshdeskSignatureVerifier";
  }
}
