package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;

/** Makes the accounts known that the operator's configuration connects. */
@ApplicationScoped
public class ConnectAccounts {
  private final HelpdeskAccountRepository accounts;
  private final Connectors connectors;

  @Inject
  ConnectAccounts(HelpdeskAccountRepository accounts, Connectors connectors) {
    this.accounts = accounts;
    this.connectors = connectors;
  }

  /** For the container's proxy. */
  protected ConnectAccounts() {
    this.accounts = null;
    this.connectors = null;
  }

  /**
   * Connects the configured account of every connector; those already connected stay as they are,
   * but try again at once if they had stopped, since the configuration may have been mended. Called
   * at each start.
   *
   * @return the configured accounts, possibly none
   */
  @Transactional
  public List<HelpdeskAccount> connect() {
    List<HelpdeskAccount> connected = new ArrayList<>();
    for (Connector connector : connectors.all()) {
      connector
          .configuredSubdomain()
          .map(String::strip)
          .filter(subdomain -> !subdomain.isEmpty())
          .ifPresent(subdomain -> connected.add(accounts.connect(connector.id(), subdomain)));
    }
    return List.copyOf(connected);
  }
}
