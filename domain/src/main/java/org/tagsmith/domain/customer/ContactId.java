package org.tagsmith.domain.customer;

import java.util.Comparator;
import java.util.Objects;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Names a contact across helpdesks. Ordered by account, then by number.
 *
 * @param account the connected account that owns it, never null
 * @param remoteId the helpdesk's own number
 */
public record ContactId(HelpdeskAccountId account, long remoteId) implements Comparable<ContactId> {
  private static final Comparator<ContactId> ORDER =
      Comparator.<ContactId>comparingInt(id -> id.account().value())
          .thenComparingLong(ContactId::remoteId);

  public ContactId {
    Objects.requireNonNull(account, "account");
  }

  @Override
  public int compareTo(ContactId other) {
    return ORDER.compare(this, other);
  }
}
