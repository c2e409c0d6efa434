package org.tagsmith.connector.freshdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.http.HelpdeskAddress;

/**
 * Which Freshdesk the operator connects, read once and checked when used, so that a slip in the
 * settings is one clear line and not a failed deployment. Holds no credential of the API: {@link
 * FreshdeskAccess} reads that itself. Immutable, thread-safe.
 */
@ApplicationScoped
class FreshdeskConfig {
  static final String SUBDOMAIN = "tagsmith.freshdesk.subdomain";
  static final String BASE_URL = "tagsmith.freshdesk.base-url";
  static final String PAGE_SIZE = "tagsmith.freshdesk.page-size";
  static final String APP_SECRET = "tagsmith.freshdesk.app-secret";

  /** The most rows Freshdesk puts on one page; asked for more, it refuses. */
  static final int LARGEST_PAGE = 100;

  private static final Pattern UP_TO_THREE_DIGITS = Pattern.compile("[0-9]{1,3}");
  static final HelpdeskAddress ADDRESS = new HelpdeskAddress(".freshdesk.com", SUBDOMAIN, BASE_URL);

  private final Optional<String> subdomain;
  private final Optional<String> baseUrl;
  private final Optional<String> pageSize;
  private final Optional<String> appSecret;

  /** For the container's proxy only. */
  protected FreshdeskConfig() {
    subdomain = Optional.empty();
    baseUrl = Optional.empty();
    pageSize = Optional.empty();
    appSecret = Optional.empty();
  }

  /** Reads the settings {@code tagsmith.freshdesk.*}; a blank value counts as absent. */
  @Inject
  public FreshdeskConfig(Config config) {
    subdomain = setting(config, SUBDOMAIN);
    baseUrl = setting(config, BASE_URL);
    pageSize = setting(config, PAGE_SIZE);
    appSecret = setting(config, APP_SECRET);
  }

  static Optional<String> setting(Config config, String name) {
    return config.getOptionalValue(name, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * The account's name at Freshdesk, lower case, such as {@code bank}; empty if none is connected.
   *
   * @throws ConnectorFailure.CredentialsRejected if the setting cannot be a subdomain
   */
  Optional<String> subdomain() {
    return subdomain.map(ADDRESS::subdomain);
  }

  /** Whether this is the account that the settings connect. */
  boolean connects(HelpdeskAccount account) {
    return subdomain().equals(Optional.of(account.subdomain()));
  }

  /**
   * Where the API is, without a path's trailing slash. Freshdesk's own address and not the
   * company's: the API does not answer at a custom host name.
   *
   * @throws ConnectorFailure.CredentialsRejected if neither setting leads to a usable address
   */
  URI baseUri() {
    return baseUrl
        .map(ADDRESS::base)
        .orElseGet(() -> ADDRESS.ofSubdomain(subdomain().orElseThrow(ADDRESS::notSet)));
  }

  /**
   * How many tickets to ask for at once; 100 unless set.
   *
   * @throws ConnectorFailure.CredentialsRejected if the setting is no number from 1 to 100
   */
  int pageSize() {
    if (pageSize.isEmpty()) {
      return LARGEST_PAGE;
    }
    String text = pageSize.get();
    int size = UP_TO_THREE_DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (size < 1 || size > LARGEST_PAGE) {
      throw new ConnectorFailure.CredentialsRejected(
          PAGE_SIZE + " is not a number from 1 to " + LARGEST_PAGE + ": leave it unset for 100");
    }
    return size;
  }

  /** What the sidebar app signs with; empty if the sidebar is not set up. */
  Optional<String> appSecret() {
    return appSecret;
  }
}
