package org.tagsmith.domain.sync.plan;

import java.util.Set;

/**
 * A ticket and what it carries, as it was last read.
 *
 * @param ticketId the helpdesk's number
 */
public record TicketLabels(long ticketId, Set<String> labels) {
  public TicketLabels {
    labels = Set.copyOf(labels);
  }
}
