package org.tagsmith.domain.report;

/** The subjects of stored tickets. Thread-safe. */
public interface TicketSubjects {
  /**
   * Puts the subjects of tickets that carry a label into a sample; deleted ones are passed over.
   * Where there are more than a million, those of a part of the tickets, the same part each time.
   */
  void readInto(SubjectSample sample);
}
