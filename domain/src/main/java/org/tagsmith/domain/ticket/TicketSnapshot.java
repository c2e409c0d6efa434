package org.tagsmith.domain.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * One ticket as its helpdesk described it at one moment. The helpdesk owns the truth; a later
 * snapshot replaces an earlier one. Some helpdesks stamp whole seconds: of two snapshots with the
 * same times, the one read later counts.
 *
 * @param remoteId the helpdesk's number, positive
 * @param status never null
 * @param channel how the customer came in, the helpdesk's own word ("email", "web"); null if
 *     unknown
 * @param subject the ticket's title, null if the helpdesk gave none; customer text, never logged
 * @param contactId the requester's number in the helpdesk, 0 if none
 * @param customerId the organisation's number in the helpdesk, 0 if none
 * @param assigneeId the agent's number, 0 if unassigned
 * @param groupId the group's number, 0 if none
 * @param createdAt when the contact began; the day a contact is counted on (UTC)
 * @param updatedAt when a person or rule last changed it, as the helpdesk says
 * @param generatedAt the order in which the helpdesk exports changes; at least {@code updatedAt} in
 *     Zendesk
 * @param labels the tags exactly as found, never null, without order
 * @param facts what else this reading tells, never null
 */
public record TicketSnapshot(
    long remoteId,
    TicketStatus status,
    String channel,
    String subject,
    long contactId,
    long customerId,
    long assigneeId,
    long groupId,
    Instant createdAt,
    Instant updatedAt,
    Instant generatedAt,
    Set<String> labels,
    TicketFacts facts) {
  public TicketSnapshot {
    labels = Set.copyOf(labels);
    Objects.requireNonNull(facts, "facts");
  }

  /** A ticket of which nothing else was told. */
  public TicketSnapshot(
      long remoteId,
      TicketStatus status,
      String channel,
      String subject,
      long contactId,
      long customerId,
      long assigneeId,
      long groupId,
      Instant createdAt,
      Instant updatedAt,
      Instant generatedAt,
      Set<String> labels) {
    this(
        remoteId,
        status,
        channel,
        subject,
        contactId,
        customerId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        labels,
        TicketFacts.UNTOLD);
  }

  /** The same ticket with other facts. */
  public TicketSnapshot with(TicketFacts others) {
    return new TicketSnapshot(
        remoteId,
        status,
        channel,
        subject,
        contactId,
        customerId,
        assigneeId,
        groupId,
        createdAt,
        updatedAt,
        generatedAt,
        labels,
        others);
  }
}
