package org.tagsmith.domain.disposition;

import java.time.Instant;
import java.util.Objects;
import org.tagsmith.domain.ticket.TicketId;

/**
 * One decision of one agent about one label of one ticket. Begins with {@code RecordDisposition}
 * and is never changed or deleted: an undo is a later, opposite decision.
 *
 * @param id assigned by the database, 0 before that
 * @param houseTagId the tag meant, null when a label without a meaning was removed
 * @param label the helpdesk's spelling
 * @param reasonCode the number the agent typed, null if none
 * @param vocabularyVersion the vocabulary that gave the decision its meaning
 */
public record Disposition(
    long id,
    TicketId ticket,
    Action action,
    String label,
    Integer houseTagId,
    Integer reasonCode,
    String agent,
    Through through,
    int vocabularyVersion,
    Instant decidedAt) {
  public Disposition {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(decidedAt, "decidedAt");
  }
}
