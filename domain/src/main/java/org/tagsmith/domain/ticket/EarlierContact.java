package org.tagsmith.domain.ticket;

import java.time.Instant;
import java.util.Set;

/**
 * Another ticket of the same person, in whichever helpdesk, as a line in a list.
 *
 * @param helpdesk the product that holds it, such as "freshdesk"; never null
 * @param remoteId the helpdesk's number
 * @param status never null, never {@link TicketStatus#DELETED}
 * @param subject customer text, null if the helpdesk gave none
 * @param createdAt when the contact began
 * @param labels the tags exactly as found, never null
 */
public record EarlierContact(
    String helpdesk,
    long remoteId,
    TicketStatus status,
    String subject,
    Instant createdAt,
    Set<String> labels) {
  public EarlierContact {
    labels = Set.copyOf(labels);
  }
}
