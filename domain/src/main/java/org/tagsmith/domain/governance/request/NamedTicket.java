package org.tagsmith.domain.governance.request;

import java.util.Objects;
import org.tagsmith.domain.ticket.TicketId;

/**
 * A ticket that needs what is asked for.
 *
 * @param by who named it first
 */
public record NamedTicket(TicketId ticket, String by) {
  public NamedTicket {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(by, "by");
  }
}
