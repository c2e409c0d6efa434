package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.DeliveryVerifier;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SharedSecret;
import org.tagsmith.domain.sync.SidebarIdentityVerifier;

/** Which secrets each connector shares with its helpdesk; not every one has both. */
@ApplicationScoped
class SharedSecrets {
  private final Iterable<DeliveryVerifier> webhooks;
  private final Iterable<SidebarIdentityVerifier> sidebars;

  @Inject
  SharedSecrets(
      @Any Instance<DeliveryVerifier> webhooks, @Any Instance<SidebarIdentityVerifier> sidebars) {
    this.webhooks = webhooks;
    this.sidebars = sidebars;
  }

  /** For tests that have no container. */
  SharedSecrets(List<DeliveryVerifier> webhooks, List<SidebarIdentityVerifier> sidebars) {
    this.webhooks = webhooks;
    this.sidebars = sidebars;
  }

  /** For the container's proxy. */
  protected SharedSecrets() {
    this.webhooks = List.of();
    this.sidebars = List.of();
  }

  Optional<SharedSecret> of(ConnectorId connector, SecretPurpose purpose) {
    for (SharedSecret each : purpose == SecretPurpose.WEBHOOK ? webhooks : sidebars) {
      if (each.connector().equals(connector)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
