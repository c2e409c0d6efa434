package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.ConnectorId;

/** The connectors that this installation carries. */
@ApplicationScoped
class Connectors {
  private final Iterable<Connector> all;

  @Inject
  Connectors(@Any Instance<Connector> all) {
    this.all = all;
  }

  /** For tests that have no container. */
  Connectors(List<Connector> all) {
    this.all = all;
  }

  /** For the container's proxy. */
  protected Connectors() {
    this.all = List.of();
  }

  Iterable<Connector> all() {
    return all;
  }

  /**
   * The connector with this name.
   *
   * @throws ConnectorFailure.ContractBroken if the installation lacks it
   */
  Connector of(ConnectorId id) {
    return find(id)
        .orElseThrow(
            () ->
                new ConnectorFailure.ContractBroken(
                    "This installation has no connector for "
                        + id.value()
                        + ". Deploy the EAR that carries it.",
                    null));
  }

  /** The connector with this name, if the installation carries it. */
  Optional<Connector> find(ConnectorId id) {
    Optional<Connector> found = Optional.empty();
    for (Connector connector : all) {
      if (connector.id().equals(id)) {
        found = Optional.of(connector);
      }
    }
    return found;
  }
}
