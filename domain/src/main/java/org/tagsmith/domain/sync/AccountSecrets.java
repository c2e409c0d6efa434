package org.tagsmith.domain.sync;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a connector the secrets that admins gave for connected accounts. May be a few seconds
 * behind another server. Thread-safe.
 */
public interface AccountSecrets {
  /** Every secret of this purpose that can be decrypted; never null. */
  List<AccountSecret> all(ConnectorId connector, SecretPurpose purpose);

  /** One account's secret; empty if none was given or it cannot be decrypted. */
  default Optional<String> of(HelpdeskAccount account, SecretPurpose purpose) {
    return all(account.connector(), purpose).stream()
        .filter(each -> each.account().id().equals(account.id()))
        .map(AccountSecret::secret)
        .findAny();
  }

  /** A secret in the clear: never logged, never shown. */
  record AccountSecret(HelpdeskAccount account, String secret) {
    public AccountSecret {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
      return "AccountSecret[" + account.id().value() + "]";
    }
  }
}
