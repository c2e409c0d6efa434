package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tagsmith.domain.sync.HelpdeskAccount;

/** The accounts that the operator's configuration connects; no page changes those. */
@ApplicationScoped
class OperatorsAccounts {
  private final Connectors connectors;

  @Inject
  OperatorsAccounts(Connectors connectors) {
    this.connectors = connectors;
  }

  /** For the container's proxy. */
  protected OperatorsAccounts() {
    this.connectors = null;
  }

  /** Whether the configuration connects this account. */
  boolean contain(HelpdeskAccount account) {
    return connectors
        .find(account.connector())
        .flatMap(each -> each.configuredSubdomain())
        .map(String::strip)
        .equals(Optional.of(account.subdomain()));
  }
}
