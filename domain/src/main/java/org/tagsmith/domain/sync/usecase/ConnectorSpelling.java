package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tagsmith.domain.disposition.HouseTagSpelling;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;

/** Asks the connector of an account how its helpdesk spells a house tag. */
@ApplicationScoped
class ConnectorSpelling implements HouseTagSpelling {
  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;

  // An account never changes its connector, and an id is never used again.
  private final Map<HelpdeskAccountId, ConnectorId> known = new ConcurrentHashMap<>();

  @Inject
  ConnectorSpelling(HelpdeskAccountRepository accounts, Connectors connectors) {
    this.accounts = accounts;
    this.connectors = connectors;
  }

  /** For the container's proxy. */
  protected ConnectorSpelling() {
    this.accounts = null;
    this.connectors = null;
  }

  @Override
  public String labelFor(HelpdeskAccountId account, String houseTagName) {
    ConnectorId connector = known.computeIfAbsent(account, this::connectorOf);
    return connectors.of(connector).labelFor(houseTagName);
  }

  private ConnectorId connectorOf(HelpdeskAccountId account) {
    return accounts
        .find(account)
        .map(HelpdeskAccount::connector)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No helpdesk account " + account.value() + " is connected."));
  }
}
