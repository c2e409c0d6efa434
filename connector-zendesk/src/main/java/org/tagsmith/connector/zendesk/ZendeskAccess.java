package org.tagsmith.connector.zendesk;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.http.AccountHosts;

/**
 * How one Zendesk account is reached and by whose token: the operator's settings, or an admin's.
 * Settings are checked when they are used. Immutable, thread-safe; never tells its credential but
 * to {@link ZendeskAuthenticator}.
 */
final class ZendeskAccess {
  static final String EMAIL = "tagsmith.zendesk.email";
  static final String API_TOKEN = "tagsmith.zendesk.api-token";

  private final Supplier<URI> baseUri;
  private final Supplier<String> credential;
  private final boolean mustBePublic;
  private final String whereAddress;
  private final String whereKey;

  private ZendeskAccess(
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
  static ZendeskAccess configured(ZendeskConfig config, Config settings) {
    Optional<String> email = ZendeskConfig.setting(settings, EMAIL);
    Optional<String> apiToken = ZendeskConfig.setting(settings, API_TOKEN);
    return new ZendeskAccess(
        config::baseUri,
        () ->
            pair(
                email.orElseThrow(() -> missing(EMAIL)),
                apiToken.orElseThrow(() -> missing(API_TOKEN))),
        false,
        ZendeskConfig.SUBDOMAIN,
        EMAIL + " and " + API_TOKEN);
  }

  /** As an admin connected it. */
  static ZendeskAccess of(AccountSettings settings, AccountHosts hosts) {
    return new ZendeskAccess(
        () -> base(settings, hosts),
        () -> pair(settings.user(), settings.key()),
        hosts.isVendors(settings.subdomain()),
        "the subdomain",
        "the e-mail address and the API token");
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

  private static String pair(String email, String apiToken) {
    return email + "/token:" + apiToken;
  }

  private static ConnectorFailure missing(String setting) {
    return new ConnectorFailure.CredentialsRejected(
        setting + " is not set: Zendesk is connected with an admin's email and an API token");
  }

  @Override
  public String toString() {
    return "ZendeskAccess";
  }
}
