package org.tagsmith.domain.sync;

import java.util.Objects;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * One connected subdomain of one helpdesk, such as {@code bank.zendesk.com}.
 *
 * @param id never null
 * @param connector which connector reads it
 * @param subdomain the account's name at the vendor, such as {@code bank}
 */
public record HelpdeskAccount(HelpdeskAccountId id, ConnectorId connector, String subdomain) {
  public HelpdeskAccount {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(connector, "connector");
    Objects.requireNonNull(subdomain, "subdomain");
  }
}
