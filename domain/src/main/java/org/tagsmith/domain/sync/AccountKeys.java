package org.tagsmith.domain.sync;

import java.util.Optional;

/** Gives a connector the settings of an account that an admin connected. Thread-safe. */
public interface AccountKeys {
  /**
   * The account's settings as they are now.
   *
   * @return empty if no admin connected it; then only the operator's configuration may
   * @throws ConnectorFailure.CredentialsRejected if they are kept but cannot be decrypted
   */
  Optional<AccountSettings> of(HelpdeskAccount account);
}
