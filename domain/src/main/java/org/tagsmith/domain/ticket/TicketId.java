package org.tagsmith.domain.ticket;

import java.util.Objects;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Names a ticket across helpdesks.
 *
 * @param account the connected account that owns it, never null
 * @param remoteId the helpdesk's own number, positive
 */
public record TicketId(HelpdeskAccountId account, long remoteId) {
  public TicketId {
    Objects.requireNonNull(account, "account");
    if (remoteId <= 0) {
      throw new IllegalArgumentException("A ticket number is positive, not " + remoteId);
    }
  }
}
