package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.WriteBackMode;

/** An admin pauses an account, says what becomes of its labels, or disconnects it. */
@ApplicationScoped
public class SteerAccount {
  private final FindAccount accounts;
  private final ConnectionRepository connections;

  @Inject
  SteerAccount(FindAccount accounts, ConnectionRepository connections) {
    this.accounts = accounts;
    this.connections = connections;
  }

  /** For the container's proxy. */
  protected SteerAccount() {
    this.accounts = null;
    this.connections = null;
  }

  /**
   * Pauses or resumes reading, and sets what becomes of changes of labels.
   *
   * @param paused null to leave it
   * @param writeBack null to leave it; those that wait follow it at once
   * @throws SettingsRefused if there is no such account
   */
  @Transactional
  public void steer(HelpdeskAccountId id, Boolean paused, WriteBackMode writeBack) {
    accounts.connected(id);
    if (paused != null) {
      connections.pause(id, paused);
    }
    if (writeBack != null) {
      connections.writeBack(id, writeBack);
    }
  }

  /**
   * Disconnects an account: its key is forgotten, its tickets stay and are read on from here when
   * it is connected again.
   *
   * @throws SettingsRefused if there is no such account, or the operator's configuration connects
   *     it
   */
  @Transactional
  public void disconnect(HelpdeskAccountId id) {
    accounts.ofAdmins(id);
    connections.disconnect(id);
  }

  /**
   * Disconnects an account and deletes what was read from it. Takes minutes where there are
   * millions of tickets.
   *
   * @param confirmed the account's name, typed by the admin
   * @throws SettingsRefused as {@link #disconnect}, or if another name was typed
   */
  @Transactional
  public void disconnectAndDelete(HelpdeskAccountId id, String confirmed) {
    HelpdeskAccount account = accounts.ofAdmins(id);
    if (confirmed == null || !confirmed.strip().equals(account.subdomain())) {
      throw new SettingsRefused(
          "not-confirmed",
          "confirm",
          "To delete its data, type the account's name: " + account.subdomain());
    }
    connections.disconnect(id);
    connections.deleteData(id);
  }
}
