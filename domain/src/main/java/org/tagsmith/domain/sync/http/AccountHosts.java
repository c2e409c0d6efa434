package org.tagsmith.domain.sync.http;

import java.net.URI;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SettingsRefused;

/**
 * Where an account may be that an admin names on a page: a subdomain of the vendor, or a host that
 * the operator allows, and nothing else. Immutable, thread-safe.
 *
 * @param vendor the vendor's own addresses
 * @param allowed the operator's exceptions
 */
public record AccountHosts(HelpdeskAddress vendor, AllowedHosts allowed) {
  /** The field of a request that holds the name. */
  public static final String FIELD = "subdomain";

  /**
   * The account's name, as it is kept.
   *
   * @param typed {@code bank}, {@code bank.zendesk.com}, {@code https://bank.zendesk.com/}, or a
   *     host on the operator's list
   * @throws SettingsRefused for anything else
   */
  public String name(String typed) {
    return allowed.find(typed).orElseGet(() -> subdomain(typed.strip()));
  }

  /** Whether the account is at the vendor, and so must be at a public address. */
  public boolean isVendors(String name) {
    return allowed.find(name).isEmpty();
  }

  /**
   * Where an account is called.
   *
   * @param name of an account that was connected
   * @throws SettingsRefused if the operator no longer allows it
   */
  public URI base(String name) {
    return isVendors(name) ? vendor.ofSubdomain(subdomain(name)) : AllowedHosts.base(name);
  }

  private String subdomain(String typed) {
    try {
      return vendor.subdomain(typed);
    } catch (ConnectorFailure noSubdomain) {
      throw new SettingsRefused(
          "bad-subdomain",
          FIELD,
          "This is not a subdomain: give only the part before "
              + vendor.domain()
              + ", such as bank. Other hosts must be allowed by the operator in "
              + AllowedHosts.SETTING
              + ".");
    }
  }
}
