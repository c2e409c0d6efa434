package org.tagsmith.domain.report;

import java.util.Map;
import java.util.Set;

/** The stored daily counts and the sets of labels they speak of. Thread-safe. */
public interface ContactDays {
  /**
   * The counts that changed after what the asker knows, as of one moment.
   *
   * @param known by account the version of the newest change that the asker has seen; an account
   *     that is not named is read whole
   */
  ContactDayChanges changesSince(Map<Integer, Long> known);

  /** The ids of the labels in each of these sets; unknown ids are left out. */
  Map<Integer, int[]> tagSets(Set<Integer> ids);

  /** The text of each of these labels; unknown ids are left out. */
  Map<Integer, String> labels(Set<Integer> ids);
}
