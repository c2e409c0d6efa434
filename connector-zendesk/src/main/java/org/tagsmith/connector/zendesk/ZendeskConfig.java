package org.tagsmith.connector.zendesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * Which Zendesk the operator connects, read once and checked when used, so that a slip in the
 * settings is one clear line and not a failed deployment. Holds no credential: {@link
 * ZendeskAuthenticator} reads that itself. Immutable, thread-safe.
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

  private static final Pattern SUBDOMAIN_TEXT =
      Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final String VENDOR_DOMAIN = ".zendesk.com";

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
    return subdomain.map(ZendeskConfig::plainSubdomain);
  }

  /**
   * Where the API is: https, without a path's trailing slash.
   *
   * @throws ConnectorFailure.CredentialsRejected if neither setting leads to a usable address
   */
  URI baseUri() {
    if (baseUrl.isPresent()) {
      return checkedBase(baseUrl.get());
    }
    String name =
        subdomain()
            .orElseThrow(
                () ->
                    new ConnectorFailure.CredentialsRejected(
                        SUBDOMAIN + " is not set: set it to the part before .zendesk.com"));
    return URI.create("https://" + name + VENDOR_DOMAIN);
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

  private static String plainSubdomain(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.startsWith("https://")) {
      name = name.substring("https://".length());
    }
    while (name.endsWith("/")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.endsWith(VENDOR_DOMAIN)) {
      name = name.substring(0, name.length() - VENDOR_DOMAIN.length());
    }
    if (!SUBDOMAIN_TEXT.matcher(name).matches()) {
      throw new ConnectorFailure.CredentialsRejected(
          SUBDOMAIN + " is not a subdomain: give only the part before .zendesk.com, such as bank");
    }
    return name;
  }

  private static URI checkedBase(String text) {
    URI uri;
    try {
      uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (URISyntaxException e) {
      throw badBase("is not an address");
    }
    if (uri.getHost() == null || uri.getScheme() == null) {
      throw badBase("names no host");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw badBase("may hold a scheme, a host, a port and a path only");
    }
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    boolean plain = uri.getScheme().equalsIgnoreCase("http");
    if (!secure && !(plain && isThisMachine(uri.getHost()))) {
      throw badBase("is not https, and the API token must not travel in the clear");
    }
    return uri;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static ConnectorFailure badBase(String reason) {
    return new ConnectorFailure.CredentialsRejected(
        BASE_URL + " " + reason + ": leave it unset, or set it like https://bank.zendesk.com");
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
