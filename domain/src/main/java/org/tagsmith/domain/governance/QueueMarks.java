package org.tagsmith.domain.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What leads who work on the same queue tell one another, and themselves for later. Thread-safe;
 * also for several servers.
 */
public interface QueueMarks {
  /**
   * A label that comes back later.
   *
   * @param until when it does
   */
  record ForLater(String label, Instant until) {}

  /** Notes that a lead has a label open; null if none. */
  void open(String lead, String label);

  /** What all other leads have open, if they said so within that time. */
  List<Decision.Held> openElsewhere(String lead, Duration within);

  /** The labels of a lead that wait for later. */
  List<ForLater> forLater(String lead);

  /** Sets labels aside for a lead alone. */
  void setAside(String lead, List<String> labels, Duration wait);

  /** Brings labels back at once. */
  void bringBack(String lead, List<String> labels);
}
