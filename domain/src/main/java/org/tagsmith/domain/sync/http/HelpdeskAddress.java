package org.tagsmith.domain.sync.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tagsmith.domain.sync.ConnectorFailure;

/**
 * Reads an operator's settings of where a helpdesk is, so that a slip is one clear line and a
 * credential travels to no doubtful address. Immutable, thread-safe.
 *
 * @param domain what follows the subdomain, with its dot, such as {@code .zendesk.com}
 * @param subdomainSetting the name of the setting that holds the subdomain
 * @param baseUrlSetting the name of the setting that holds another address
 */
public record HelpdeskAddress(String domain, String subdomainSetting, String baseUrlSetting) {
  private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final String HTTPS = "https://";

  /**
   * The account's name at the vendor, lower case. {@code bank}, {@code bank.zendesk.com} and {@code
   * https://bank.zendesk.com/} give {@code bank}.
   *
   * @throws ConnectorFailure.CredentialsRejected if the text cannot be a subdomain
   */
  public String subdomain(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.startsWith(HTTPS)) {
      name = name.substring(HTTPS.length());
    }
    while (name.endsWith("/")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.endsWith(domain)) {
      name = name.substring(0, name.length() - domain.length());
    }
    // lower case makes a k of the Kelvin sign
    boolean foreign = text.chars().anyMatch(c -> c > 127);
    if (foreign || !SUBDOMAIN.matcher(name).matches()) {
      throw new ConnectorFailure.CredentialsRejected(
          subdomainSetting
              + " is not a subdomain: give only the part before "
              + domain
              + ", such as bank");
    }
    return name;
  }

  /** The vendor's own address of a subdomain that was read by {@link #subdomain}. */
  public URI ofSubdomain(String subdomain) {
    return URI.create(HTTPS + subdomain + domain);
  }

  /** What to throw where no subdomain is set and one is needed. */
  public ConnectorFailure notSet() {
    return new ConnectorFailure.CredentialsRejected(
        subdomainSetting + " is not set: set it to the part before " + domain);
  }

  /**
   * Another address than the vendor's: https, unless it is on this machine; without user, query and
   * trailing slash.
   *
   * @throws ConnectorFailure.CredentialsRejected if the text is no such address
   */
  public URI base(String text) {
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
      throw badBase("is not https, and a credential must not travel in the clear");
    }
    return uri;
  }

  /** Whether a call to {@code target} stays at the scheme, host and port of {@code home}. */
  public static boolean isAt(URI home, URI target) {
    return home.getScheme().equalsIgnoreCase(target.getScheme())
        && home.getHost().equalsIgnoreCase(target.getHost())
        && home.getPort() == target.getPort();
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private ConnectorFailure badBase(String reason) {
    return new ConnectorFailure.CredentialsRejected(
        baseUrlSetting + " " + reason + ": leave it unset, or set it like https://bank" + domain);
  }
}
