package org.tagsmith.connector.zendesk;

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
 * The Zendesk accounts of this installation: the one that the operator's configuration connects,
 * which wins, and those that admins connected. Each gets its own parts and its own credential,
 * which is tried on no other. Thread-safe.
 */
@ApplicationScoped
class ZendeskAccounts {
  private final ZendeskConfig config;
  private final AccountHosts hosts;
  private final Pause pause;
  private final Clock clock;
  private final ZendeskAccount configured;
  private final OpenedAccounts<ZendeskAccount> opened;

  /** For the container's proxy only. */
  protected ZendeskAccounts() {
    config = null;
    hosts = null;
    pause = null;
    clock = null;
    configured = null;
    opened = null;
  }

  @Inject
  ZendeskAccounts(
      ZendeskConfig config, Config settings, AccountKeys keys, Pause pause, Clock clock) {
    this.config = config;
    this.hosts =
        new AccountHosts(
            ZendeskConfig.ADDRESS,
            AllowedHosts.of(ZendeskConfig.setting(settings, AllowedHosts.SETTING)));
    this.pause = pause;
    this.clock = clock;
    this.configured = parts(ZendeskAccess.configured(config, settings));
    this.opened = new OpenedAccounts<>(keys, this::trial, ZendeskAccount::close);
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
  ZendeskAccount of(HelpdeskAccount account) {
    if (config.connects(account)) {
      return configured;
    }
    return opened
        .of(account)
        .orElseThrow(
            () ->
                new ConnectorFailure.CredentialsRejected(
                    "The Zendesk account "
                        + account.subdomain()
                        + " is not the one connected by "
                        + ZendeskConfig.SUBDOMAIN
                        + ", and no admin gave a token for it"));
  }

  /** Parts for settings that are only tried; close them. */
  ZendeskAccount trial(AccountSettings settings) {
    return parts(ZendeskAccess.of(settings, hosts));
  }

  private ZendeskAccount parts(ZendeskAccess access) {
    return new ZendeskAccount(access, config::pageSize, pause, clock);
  }
}
