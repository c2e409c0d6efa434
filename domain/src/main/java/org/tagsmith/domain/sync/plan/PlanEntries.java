package org.tagsmith.domain.sync.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.SyncStateRepository.RateSlot;

/**
 * The outbox's entries of plans. An entry is one ticket of a plan, or of its undo; what was done to
 * the ticket is noted on it before it is written. Each method is one step in the caller's
 * transaction.
 */
public interface PlanEntries {
  /** Hands a ticket to the outbox: it waits, or is held where an admin chose review. */
  void handOut(WriteBackPlan plan, LabelChange change);

  /** How many entries of a plan are on their way. */
  Open open(long plan);

  /**
   * See {@link #open}.
   *
   * @param untried waiting or held, and never failed
   * @param all waiting or held
   */
  record Open(long untried, long all) {}

  /**
   * Notes what is about to be done to an entry's ticket, besides what was noted before.
   *
   * @return false if the entry does not wait any more, and must not be written
   */
  boolean found(long entry, LabelPlan found);

  /** Ends an entry without writing. */
  void setAside(long entry, String reason);

  /** Ends all entries of a plan that nobody began to write; they count as never handed out. */
  void takeIn(long plan);

  /** What a plan did to a ticket. */
  record Done(long ticketId, Set<String> added, Set<String> removed) {
    public Done {
      added = Set.copyOf(added);
      removed = Set.copyOf(removed);
    }
  }

  /** Tickets that a plan changed and whose undo was not begun. */
  List<Done> notTakenBack(long plan, int most);

  /** How many tickets a plan changed and did not begin to undo. */
  long countNotTakenBack(long plan);

  /** The same of several plans; those without such tickets are missing. */
  Map<Long, Long> countNotTakenBack(Collection<Long> plans);

  /** Whether something that a plan may still write is on its way. */
  boolean isWriting(long plan, boolean takingBack);

  /** How far a plan is, or its undo. */
  PlanProgress progress(long plan, boolean takingBack);

  /** How far each of several plans is, or the undo of those that are undone. */
  Map<Long, PlanProgress> progress(Collection<Long> plans);

  /** How many tickets were done lately, in slots of time. */
  List<RateSlot> recentSlots(long plan, boolean takingBack);

  /** Tickets that a plan, or its undo, left as they were; by number. */
  List<PlanProblem> problems(long plan, boolean takingBack, int most);
}
