package org.tagsmith.domain.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an agent needs to see beside a ticket.
 *
 * @param remoteId the helpdesk's number
 * @param status never null; {@link TicketStatus#DELETED} for a ticket that the helpdesk removed
 * @param channel the helpdesk's own word, null if unknown
 * @param subject customer text, null if the helpdesk gave none
 * @param createdAt when the contact began
 * @param updatedAt when a person or rule last changed it
 * @param labels the tags exactly as found, never null
 * @param contactName who wrote, null if unknown
 * @param customerName the organisation behind the ticket or, failing that, behind the contact; null
 *     if none
 * @param group the helpdesk's name of the group that has the ticket, null if none or unknown
 * @param earlier the same person's other tickets in all helpdesks, newest first, without deleted
 *     ones
 */
public record TicketContext(
    long remoteId,
    TicketStatus status,
    String channel,
    String subject,
    Instant createdAt,
    Instant updatedAt,
    Set<String> labels,
    String contactName,
    String customerName,
    String group,
    List<EarlierContact> earlier) {
  public TicketContext {
    labels = Set.copyOf(labels);
    earlier = List.copyOf(earlier);
  }
}
