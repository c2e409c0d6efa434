package org.tagsmith.connector.freshdesk;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.http.AccountHosts;

/**
 * How one Freshdesk account is reached and by whose key: the operator's settings, or an admin's.
 * Settings are checked when they are used. Immutable, thread-safe; never tells its credential but
 * to {@link FreshdeskAuthenticator}.
 */
final class FreshdeskAccess {
  static final String API_KEY = "tagsmith.freshdesk.api-key";

  private final Supplier<URI> baseUri;
  private final Supplier<String> credential;
  private final boolean mustBePublic;
  private final String whereAddress;
  private final String whereKey;

  private FreshdeskAccess(
      Supplier<URI> baseUri,
      Supplier<String> credential,
      boolean mustBePublic,
      String whereAddress,
      String whereKey) {
    this.baseUri = baseUri;
    this.credential = credential;
    this.mustBePublic = mustBePublic;
    this.whereAddress = whereAddress;
    this.whereKey = whereKey;
  }

  /** As the operator's configuration says. */
  static FreshdeskAccess configured(FreshdeskConfig config, Config settings) {
    Optional<String> apiKey = FreshdeskConfig.setting(settings, API_KEY);
    return new FreshdeskAccess(
        config::baseUri,
        () -> apiKey.orElseThrow(FreshdeskAccess::missing) + ":X",
        false,
        FreshdeskConfig.SUBDOMAIN,
        FreshdeskConfig.SUBDOMAIN + " and " + API_KEY);
  }

  /** As an admin connected it. */
  static FreshdeskAccess of(AccountSettings settings, AccountHosts hosts) {
    return new FreshdeskAccess(
        () -> base(settings, hosts),
        () -> settings.key() + ":X",
        hosts.isVendors(settings.subdomain()),
        "the subdomain",
        "the subdomain and the API key");
  }

  /**
   * Where the API is, without a trailing slash.
   *
   * @throws ConnectorFailure.CredentialsRejected if the settings lead to no usable address
   */
  URI baseUri() {
    return baseUri.get();
  }

  /**
   * What Basic authentication sends, in plain text.
   *
   * @throws ConnectorFailure.CredentialsRejected if a part is missing
   */
  String credential() {
    return credential.get();
  }

  /** Whether it may only be called on the Internet, since its host was named on a page. */
  boolean mustBePublic() {
    return mustBePublic;
  }

  /** Where to correct the address; for messages. */
  String whereAddress() {
    return whereAddress;
  }

  /** Where to correct the credential; for messages. */
  String whereKey() {
    return whereKey;
  }

  private static URI base(AccountSettings settings, AccountHosts hosts) {
    try {
      return hosts.base(settings.subdomain());
    } catch (SettingsRefused noLongerAllowed) {
      throw new ConnectorFailure.CredentialsRejected(noLongerAllowed.getMessage());
    }
  }

  private static ConnectorFailure missing() {
    return new ConnectorFailure.CredentialsRejected(
        API_KEY + " is not set: Freshdesk is connected with an agent's API key");
  }

  @Override
  public String toString() {
    return "FreshdeskAccess";
  }
}
