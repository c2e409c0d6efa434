package org.tagsmith.domain.sync.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/** Keeps plans, and finds their tickets. Each method is one step in the caller's transaction. */
public interface PlanRepository {
  /** Every distinct label on tickets of an account that are not deleted. */
  Set<String> labelsOf(HelpdeskAccountId account);

  /** How many tickets carry a set of labels. */
  record Carriers(Set<String> labels, long open, long closed) {
    public Carriers {
      labels = Set.copyOf(labels);
    }
  }

  /** The sets with one of these labels, and how many tickets of an account carry each. */
  List<Carriers> carriers(HelpdeskAccountId account, Set<String> labels);

  /**
   * Keeps a plan that was just made.
   *
   * @param plan its number and times do not count
   * @return the plan's number
   */
  long keep(WriteBackPlan plan);

  /** The plan with this number. */
  Optional<WriteBackPlan> find(long id);

  /** The newest plans of connected accounts, those that run first; without those discarded. */
  List<WriteBackPlan> newest(int most);

  /** Lets nobody else start, pause or feed plans of an account until the transaction ends. */
  void lock(HelpdeskAccountId account);

  /** The plan of an account that runs, if one does. */
  Optional<WriteBackPlan> running(HelpdeskAccountId account);

  /**
   * Puts a plan into another state, as a person wants it or because it came to its end.
   *
   * @return false if it is in none of the former states
   */
  boolean move(long id, Set<PlanState> from, PlanState to);

  /**
   * Pauses a plan that runs, without anybody's wish.
   *
   * @return false if it does not run
   */
  boolean pause(long id, PauseReason reason);

  /** Starts a plan from its beginning: who, and how many tickets there are now. */
  void begin(long id, String by, long tickets, boolean takingBack);

  /** Notes up to which ticket a plan came; 0 to begin again with those that had no turn. */
  void advance(long id, long upTo);

  /** How many tickets a plan would touch now. */
  long countTickets(WriteBackPlan plan);

  /**
   * The next tickets of a plan behind the last that was noted, in order; none that had its turn.
   */
  List<TicketLabels> next(WriteBackPlan plan, int most);

  /** The newest tickets of a plan, for a dry run. */
  List<TicketLabels> sample(WriteBackPlan plan, int most);

  /** What a plan replaces by what; nothing if there is no such plan. */
  Rewriting rewriting(long plan);
}
