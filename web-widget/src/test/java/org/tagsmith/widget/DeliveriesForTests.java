package org.tagsmith.widget;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerifier;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.domain.sync.SettingsRefused;

/**
 * The helpdesk in memory proves its deliveries with the header {@code X-Proof: MARK} and names the
 * ticket in plain text; {@code X-Proof: forged} is no proof.
 */
@ApplicationScoped
class DeliveriesForTests implements DeliveryVerifier {
  @Override
  public ConnectorId connector() {
    return InMemoryConnector.ID;
  }

  @Override
  public DeliveryVerdict verify(HelpdeskAccount account, Delivery delivery) {
    String mark = delivery.header("X-Proof").orElse("");
    if (mark.isEmpty() || mark.equals("forged")) {
      return new DeliveryVerdict.Refused(
          mark.isEmpty() ? DeliveryRefusal.UNSIGNED : DeliveryRefusal.FORGED);
    }
    String text = new String(delivery.body(), StandardCharsets.UTF_8);
    return text.matches("[0-9]{1,9}")
        ? new DeliveryVerdict.Genuine(OptionalLong.of(Long.parseLong(text)), mark)
        : new DeliveryVerdict.Refused(DeliveryRefusal.UNREADABLE);
  }

  @Override
  public String secretSetting() {
    return "tagsmith.memory.webhook-secret";
  }

  @Override
  public boolean isConfigured(HelpdeskAccount account) {
    return account.subdomain().equals(InMemoryConnector.SUBDOMAIN);
  }

  @Override
  public boolean isMadeHere() {
    return true;
  }

  @Override
  public String checkedSecret(String typed) {
    if (typed.length() < 8) {
      throw new SettingsRefused("bad-secret", "secret", "Too short to be one.");
    }
    return typed;
  }

  @Override
  public DeliverySetup setup(HelpdeskAccount account) {
    return new DeliverySetup(true, "tagsmith.memory.webhook-secret", "X-Proof", "{{ticket}}");
  }
}
