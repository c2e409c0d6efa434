package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskAccountRepository;
import org.tagsmith.domain.sync.SettingsRefused;

/** Finds the account that an admin means, or says why there is none. */
@ApplicationScoped
class FindAccount {
  private final HelpdeskAccountRepository accounts;
  private final OperatorsAccounts operators;

  @Inject
  FindAccount(HelpdeskAccountRepository accounts, OperatorsAccounts operators) {
    this.accounts = accounts;
    this.operators = operators;
  }

  /** For the container's proxy. */
  protected FindAccount() {
    this.accounts = null;
    this.operators = null;
  }

  /**
   * An account that is connected.
   *
   * @throws SettingsRefused {@code unknown-account}
   */
  HelpdeskAccount connected(HelpdeskAccountId id) {
    return accounts.list().stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsRefused(
                    "unknown-account",
                    "",
                    "No helpdesk account "
                        + id.value()
                        + " is connected. GET /api/accounts lists all."));
  }

  /**
   * An account that admins may change.
   *
   * @throws SettingsRefused {@code unknown-account}, or {@code set-by-operator}
   */
  HelpdeskAccount ofAdmins(HelpdeskAccountId id) {
    HelpdeskAccount account = connected(id);
    if (operators.contain(account)) {
      throw new SettingsRefused(
          "set-by-operator",
          "",
          "The operator's configuration connects "
              + account.subdomain()
              + ". It is changed there, and the server started again.");
    }
    return account;
  }
}
