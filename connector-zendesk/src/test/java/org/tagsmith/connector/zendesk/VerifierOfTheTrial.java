package org.tagsmith.connector.zendesk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerifier;
import org.tagsmith.domain.sync.HelpdeskAccount;

/** The real verifier with the settings of the tests. */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifierOfTheTrial implements DeliveryVerifier {
  static final String SECRET = "signing-secret-of-the-trial";

  private final DeliveryVerifier real;

  /** For the container's proxy only. */
  protected VerifierOfTheTrial() {
    real = null;
  }

  @Inject
  VerifierOfTheTrial(Clock clock) {
    Config settings = ZendeskParts.settings(Map.of(ZendeskSignatureVerifier.SECRET, SECRET));
    real =
        new ZendeskSignatureVerifier(
            new ZendeskConfig(settings), settings, (connector, purpose) -> List.of(), clock);
  }

  @Override
  public ConnectorId connector() {
    return ZendeskConnector.ID;
  }

  @Override
  public DeliveryVerdict verify(HelpdeskAccount account, Delivery delivery) {
    return real.verify(account, delivery);
  }

  @Override
  public DeliverySetup setup(HelpdeskAccount account) {
    return real.setup(account);
  }

  @Override
  public String secretSetting() {
    return real.secretSetting();
  }

  @Override
  public boolean isConfigured(HelpdeskAccount account) {
    return real.isConfigured(account);
  }

  @Override
  public boolean isMadeHere() {
    return real.isMadeHere();
  }

  @Override
  public String checkedSecret(String typed) {
    return real.checkedSecret(typed);
  }
}
