package org.tagsmith.domain.governance;

import java.util.List;

/** Each lead's decisions that are not published. Thread-safe; also for several servers. */
public interface DraftRepository {
  /** A lead's decisions in the order in which they were made. */
  List<Decision> of(String lead);

  /** The labels that the drafts of all other leads decide. */
  List<Decision.Held> heldByOthers(String lead);

  /**
   * Adds decisions, in this order. One about a label that the lead decided before takes the former
   * one's place.
   *
   * @param base the version that the lead looked at
   * @return those that were added; one whose label another lead's draft decides is left out
   */
  List<Decision> add(String lead, int base, List<VocabularyChange> changes);

  /**
   * Takes decisions out of a lead's draft.
   *
   * @return those that were in it, in their order
   */
  List<Decision> remove(String lead, List<Long> ids);
}
