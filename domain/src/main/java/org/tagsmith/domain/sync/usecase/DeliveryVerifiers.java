package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.DeliveryVerifier;

/** Who can tell a helpdesk's deliveries from others; not every connector has deliveries. */
@ApplicationScoped
class DeliveryVerifiers {
  private final Iterable<DeliveryVerifier> all;

  @Inject
  DeliveryVerifiers(@Any Instance<DeliveryVerifier> all) {
    this.all = all;
  }

  /** For tests that have no container. */
  DeliveryVerifiers(List<DeliveryVerifier> all) {
    this.all = all;
  }

  /** For the container's proxy. */
  protected DeliveryVerifiers() {
    this.all = List.of();
  }

  Optional<DeliveryVerifier> of(ConnectorId id) {
    for (DeliveryVerifier verifier : all) {
      if (verifier.connector().equals(id)) {
        return Optional.of(verifier);
      }
    }
    return Optional.empty();
  }
}
