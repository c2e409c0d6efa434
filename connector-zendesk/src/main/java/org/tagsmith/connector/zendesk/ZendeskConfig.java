package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.http.HelpdeskAddress;

/**
 * Which Zendesk the operator connects, read once and checked when used, so that a slip in the
 * settings is one clear line and not a failed deployment. Holds no credential: {@link
 * ZendeskAccess} reads that itself. Immutable, thread-safe.
 */
@ApplicationScoped
class ZendeskConfig {
  static final String SUBDOMAIN = "tagsmith.zendesk.subdomain";
  static final String BASE_URL = "tagsmith.zendesk.base-url";
  static final String PAGE_SIZE = "tagsmith.zendesk.page-size";
  static final String APP_PUBLIC_KEY = "tagsmith.zendesk.app-public-key";
  static final String APP_ID = "tagsmith.zendesk.app-id";

  /** The most tickets Zendesk puts on one export page. */
  static final int LARGEST_PAGE = 1000;

  static final HelpdeskAddress ADDRESS = new HelpdeskAddress(".zendesk.com", SUBDOMAIN, BASE_URL);

  private final Optional<String> subdomain;
  private final Optional<String> baseUrl;
  private final Optional<String> pageSize;
  private final Optional<String> appPublicKey;
  private final Optional<String> appId;

  /** For the container's proxy only. */
  protected ZendeskConfig() {
    subdomain = Optional.empty();
    baseUrl = Optional.empty();
    pageSize = Optional.empty();
    appPublicKey = Optional.empty();
    appId = Optional.empty();
  }

  /** Reads the settings {@code tagsmith.zendesk.*}; a blank value counts as absent. */
  @Inject
  public ZendeskConfig(Config config) {
    subdomain = setting(config, SUBDOMAIN);
    baseUrl = setting(config, BASE_URL);
    pageSize = setting(config, PAGE_SIZE);
    appPublicKey = setting(config, APP_PUBLIC_KEY);
    appId = setting(config, APP_ID);
  }

  static Optional<String> setting(Config config, String name) {
    return config.getOptionalValue(name, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * The account's name at Zendesk, lower case, such as {@code bank}; empty if none is connected.
   * {@code bank.zendesk.com} and {@code https://bank.zendesk.com/} are understood as well.
   *
   * @throws ConnectorFailure.CredentialsRejected if the setting cannot be a subdomain
   */
  public Optional<String> subdomain() {
    return subdomain.map(ADDRESS::subdomain);
  }

  /** Whether this is the account that the settings connect. */
  boolean connects(HelpdeskAccount account) {
    return subdomain().equals(Optional.of(account.subdomain()));
  }

  /**
   * Where the API is: https, without a path's trailing slash.
   *
   * @throws ConnectorFailure.CredentialsRejected if neither setting leads to a usable address
   */
  URI baseUri() {
    return baseUrl
        .map(ADDRESS::base)
        .orElseGet(() -> ADDRESS.ofSubdomain(subdomain().orElseThrow(ADDRESS::notSet)));
  }

  /** How many tickets to ask for at once, 1 to 1000; 1000 unless set. */
  int pageSize() {
    return pageSize.map(ZendeskConfig::checkedPageSize).orElse(LARGEST_PAGE);
  }

  /** The sidebar app's public key, PEM or bare base64; empty if the sidebar is not set up. */
  Optional<String> appPublicKey() {
    return appPublicKey;
  }

  /** The number of the sidebar app's installation; empty if every installation is let in. */
  Optional<String> appId() {
    return appId;
  }

  private static int checkedPageSize(String text) {
    OptionalInt size = wholeNumber(text);
    if (size.isEmpty() || size.getAsInt() < 1 || size.getAsInt() > LARGEST_PAGE) {
      throw new ConnectorFailure.CredentialsRejected(
          PAGE_SIZE + " is not a number from 1 to " + LARGEST_PAGE + ": leave it unset for 1000");
    }
    return size.getAsInt();
  }

  private static OptionalInt wholeNumber(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
