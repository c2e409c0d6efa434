package org.tagsmith.domain.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How a ticket was handled, as the helpdesk measured it.
 *
 * @param solvedAt when it was solved, the last time if several; null if it is not
 * @param closedAt when it was closed for good, null if it is not
 * @param reopens how often it was opened again, 0 or more; at least so often where the helpdesk
 *     does not count
 * @param firstReplyMinutes from the beginning to an agent's first answer, around the clock; null if
 *     nobody answered yet
 */
public record Handling(Instant solvedAt, Instant closedAt, int reopens, Integer firstReplyMinutes) {
  public Handling {
    // as precise as it is stored, so that what is read back is equal
    solvedAt = solvedAt == null ? null : solvedAt.truncatedTo(ChronoUnit.MICROS);
    closedAt = closedAt == null ? null : closedAt.truncatedTo(ChronoUnit.MICROS);
    reopens = Math.max(0, reopens);
  }
}
