package org.tagsmith.connector.freshdesk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.AccountKeys;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.http.AccountHosts;
import org.tagsmith.domain.sync.http.AllowedHosts;
import org.tagsmith.domain.sync.http.OpenedAccounts;
import org.tagsmith.domain.sync.http.Pause;

/**
 * The Freshdesk accounts of this installation: the one that the operator's configuration connects,
 * which wins, and those that admins connected. Each gets its own parts and its own credential,
 * which is tried on no other. Thread-safe.
 */
@ApplicationScoped
class FreshdeskAccounts {
  private final FreshdeskConfig config;
  private final AccountHosts hosts;
  private final Pause pause;
  private final Clock clock;
  private final FreshdeskAccount configured;
  private final OpenedAccounts<FreshdeskAccount> opened;

  /** For the container's proxy only. */
  protected FreshdeskAccounts() {
    config = null;
    hosts = null;
    pause = null;
    clock = null;
    configured = null;
    opened = null;
  }

  @Inject
  FreshdeskAccounts(
      FreshdeskConfig config, Config settings, AccountKeys keys, Pause pause, Clock clock) {
    this.config = config;
    this.hosts =
        new AccountHosts(
            FreshdeskConfig.ADDRESS,
            AllowedHosts.of(FreshdeskConfig.setting(settings, AllowedHosts.SETTING)));
    this.pause = pause;
    this.clock = clock;
    this.configured = parts(FreshdeskAccess.configured(config, settings));
    this.opened = new OpenedAccounts<>(keys, this::trial, FreshdeskAccount::close);
  }

  @PreDestroy
  void close() {
    if (configured != null) {
      configured.close();
      opened.close();
    }
  }

  /** Where accounts may be that an admin names. */
  AccountHosts hosts() {
    return hosts;
  }

  /**
   * The parts that speak to an account.
   *
   * @throws ConnectorFailure.CredentialsRejected if neither the configuration nor an admin gives
   *     its credential
   */
  FreshdeskAccount of(HelpdeskAccount account) {
    if (config.connects(account)) {
      return configured;
    }
    return opened
        .of(account)
        .orElseThrow(
            () ->
                new ConnectorFailure.CredentialsRejected(
                    "The Freshdesk account "
                        + account.subdomain()
                        + " is not the one connected by "
                        + FreshdeskConfig.SUBDOMAIN
                        + ", and no admin gave a key for it"));
  }

  /** Parts for settings that are only tried; close them. */
  FreshdeskAccount trial(AccountSettings settings) {
    return parts(FreshdeskAccess.of(settings, hosts));
  }

  private FreshdeskAccount parts(FreshdeskAccess access) {
    return new FreshdeskAccount(access, config::pageSize, pause, clock);
  }
}
