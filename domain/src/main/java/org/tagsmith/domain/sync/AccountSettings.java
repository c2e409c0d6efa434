package org.tagsmith.domain.sync;

import java.util.Objects;

/**
 * What it takes to speak to one account, as an admin gave it. Holds a credential: kept encrypted,
 * never logged, never shown again.
 *
 * @param subdomain the account's name at the vendor, or a host that the operator allows
 * @param user whose key it is, such as an e-mail address; empty where the helpdesk asks for none
 * @param key the API token or API key
 */
public record AccountSettings(String subdomain, String user, String key) {
  public AccountSettings {
    Objects.requireNonNull(subdomain, "subdomain");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(key, "key");
  }

  /** The same account with another key, and another user if one is given. */
  public AccountSettings with(String otherUser, String otherKey) {
    return new AccountSettings(
        subdomain, otherUser == null ? user : otherUser, otherKey == null ? key : otherKey);
  }

  @Override
  public String toString() {
    return "AccountSettings[" + subdomain + "]";
  }
}
