package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.KeptConnection;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.SecretBox;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.WriteBackMode;

/**
 * Keeps what was tried and found good, in one transaction. A bean of its own, because a call within
 * one bean would pass the transaction by.
 */
@ApplicationScoped
class KeepConnection {
  private final HelpdeskAccountRepository accounts;
  private final ConnectionRepository connections;
  private final OperatorsAccounts operators;

  @Inject
  KeepConnection(
      HelpdeskAccountRepository accounts,
      ConnectionRepository connections,
      OperatorsAccounts operators) {
    this.accounts = accounts;
    this.connections = connections;
    this.operators = operators;
  }

  /** For the container's proxy. */
  protected KeepConnection() {
    this.accounts = null;
    this.connections = null;
    this.operators = null;
  }

  /**
   * Connects an account; of two who do so at once, the second is refused.
   *
   * @param readFrom null for all tickets
   */
  @Transactional
  HelpdeskAccount connect(
      ConnectorId connector,
      AccountSettings settings,
      Instant readFrom,
      WriteBackMode writeBack,
      SecretBox box,
      String by) {
    HelpdeskAccount account = accounts.connect(connector, settings.subdomain());
    if (operators.contain(account) || connections.find(account.id()).isPresent()) {
      throw new SettingsRefused(
          "already-connected",
          "subdomain",
          account.subdomain() + " is connected already. Change it there, or name another one.");
    }
    keep(account, settings, readFrom, box, by);
    connections.writeBack(account.id(), writeBack);
    return account;
  }

  /** Gives a connected account another key, and lets it be read at once. */
  @Transactional
  void change(HelpdeskAccount account, AccountSettings settings, SecretBox box, String by) {
    Instant readFrom = connections.find(account.id()).map(KeptConnection::readFrom).orElse(null);
    keep(account, settings, readFrom, box, by);
    accounts.connect(account.connector(), account.subdomain());
  }

  private void keep(
      HelpdeskAccount account,
      AccountSettings settings,
      Instant readFrom,
      SecretBox box,
      String by) {
    connections.keep(
        new KeptConnection(
            account.id(),
            settings.user(),
            box.seal(settings.key(), account.id(), KeptKeys.FIELD),
            readFrom),
        by);
  }
}
