package org.tagsmith.domain.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tagsmith.domain.sync.AccountKeys;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.ConnectionRepository.KeptConnection;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SecretBox;

/** Decrypts an account's key when a connector needs it. */
@ApplicationScoped
class KeptKeys implements AccountKeys {
  /** What a sealed key is bound to, beside its account. */
  static final String FIELD = "key";

  private final ConnectionRepository connections;
  private final Secrets secrets;

  @Inject
  KeptKeys(ConnectionRepository connections, Secrets secrets) {
    this.connections = connections;
    this.secrets = secrets;
  }

  /** For the container's proxy. */
  protected KeptKeys() {
    this.connections = null;
    this.secrets = null;
  }

  @Override
  public Optional<AccountSettings> of(HelpdeskAccount account) {
    return connections.find(account.id()).map(kept -> opened(account, kept));
  }

  private AccountSettings opened(HelpdeskAccount account, KeptConnection kept) {
    SecretBox box =
        secrets
            .box()
            .orElseThrow(() -> unreadable(account, Secrets.SETTING + " is not set on this server"));
    try {
      String key = box.open(kept.key(), account.id(), FIELD);
      return new AccountSettings(account.subdomain(), kept.user(), key);
    } catch (SecretBox.Unreadable e) {
      throw unreadable(account, e.getMessage());
    }
  }

  private static ConnectorFailure unreadable(HelpdeskAccount account, String reason) {
    return new ConnectorFailure.CredentialsRejected(
        "The key of "
            + account.subdomain()
            + " cannot be decrypted: "
            + reason
            + ". Give the key again on the helpdesks page, or set the former key of the server");
  }
}
