package org.tagsmith.domain.ticket;

import java.time.Instant;
import java.util.List;

/** The tickets behind a label. Thread-safe. */
public interface LabelledTickets {
  /**
   * One of them.
   *
   * @param subject null if the helpdesk told none
   */
  record Line(TicketId id, String subject, Instant createdAt) {}

  /**
   * The newest tickets that carry a label and are not deleted.
   *
   * @param label exactly as found
   * @param limit how many at most, 1 or more
   */
  List<Line> newest(String label, int limit);
}
