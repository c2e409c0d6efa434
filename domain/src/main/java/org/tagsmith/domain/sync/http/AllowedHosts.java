package org.tagsmith.domain.sync.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Other hosts than the vendor's that the operator lets admins connect, such as a sandbox on this
 * machine. Nothing typed on a page is ever read as an address: it is compared with this list, or is
 * a vendor's subdomain. Immutable, thread-safe.
 */
public final class AllowedHosts {
  /** Hosts with their port if they have one, separated by commas. */
  public static final String SETTING = "tagsmith.helpdesk.hosts";

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[0-9]{1,5})?");

  private final List<String> hosts;

  private AllowedHosts(List<String> hosts) {
    this.hosts = hosts;
  }

  /**
   * Reads the operator's list.
   *
   * @param text empty or absent for none
   * @throws IllegalArgumentException if an entry is no host
   */
  public static AllowedHosts of(Optional<String> text) {
    List<String> hosts =
        Arrays.stream(text.orElse("").split(",", -1))
            .map(AllowedHosts::plain)
            .filter(host -> !host.isEmpty())
            .toList();
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw new IllegalArgumentException(
            SETTING + " holds what is no host: give such as localhost:8090, separated by commas");
      }
    }
    return new AllowedHosts(hosts);
  }

  /** The entry that was typed, with or without a scheme; empty if it is not on the list. */
  public Optional<String> find(String typed) {
    String host = plain(typed);
    return hosts.stream().filter(host::equals).findFirst();
  }

  /** Where an entry is: https, unless it is on this machine. */
  static URI base(String host) {
    String name = host.contains(":") ? host.substring(0, host.indexOf(':')) : host;
    boolean here = name.equals("localhost") || name.equals("127.0.0.1");
    return URI.create((here ? "http://" : "https://") + host);
  }

  private static String plain(String text) {
    String host = text.strip().toLowerCase(Locale.ROOT);
    for (String scheme : List.of("https://", "http://")) {
      if (host.startsWith(scheme)) {
        host = host.substring(scheme.length());
      }
    }
    return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
  }
}
