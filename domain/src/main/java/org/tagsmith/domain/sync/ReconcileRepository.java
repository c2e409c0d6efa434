package org.tagsmith.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * Keeps comparisons with the helpdesk and the drift they found. One is under way for each account
 * at a time; one runner has it, by a lease of its own. Methods with a {@code holder} do nothing for
 * a runner that lost the lease.
 */
public interface ReconcileRepository {
  /**
   * Asks for a comparison.
   *
   * @param sample empty for all
   * @return false if one is under way
   */
  boolean ask(HelpdeskAccountId account, OptionalInt sample, String by);

  /** Asks for one if the last is so old, all was read once, and none is under way. */
  void askIfDue(HelpdeskAccountId account, Duration every, int sample);

  /** Lets one that failed or was interrupted go on where it was. False if there is none such. */
  boolean resume(HelpdeskAccountId account, long reconcile);

  /** The newest; one whose runner was killed is told as interrupted. */
  Optional<Reconcile> latest(HelpdeskAccountId account);

  /**
   * Takes the one that waits.
   *
   * @return empty if there is none, it must wait, or the account is paused
   */
  Optional<Reconcile> claim(HelpdeskAccountId account, String holder, Duration lease);

  /**
   * Chooses the tickets to compare: a sample of ours at random or all, the given ones of theirs,
   * and those in which the last comparison found drift.
   */
  void choose(Reconcile job, String holder, Set<Long> theirs, OptionalLong count);

  /** The next tickets to compare. */
  Reconcile.Part next(Reconcile job, int most);

  /** What we hold of tickets, deleted ones too; those that we do not hold are left out. */
  Map<Long, Drift.State> held(HelpdeskAccountId account, Collection<Long> tickets);

  /** Those of these tickets that wait to be looked at. */
  Set<Long> waitingForLook(HelpdeskAccountId account, Collection<Long> tickets);

  /**
   * Notes a comparison and renews the lease. Called in one transaction with {@link #add}.
   *
   * @return false if the lease was lost
   */
  boolean compared(
      Reconcile job, String holder, Duration lease, Reconcile.Part part, Comparison comparison);

  /** Keeps what drifted; of very much, only the first thousand tickets. */
  void add(Reconcile job, List<Drift> drift);

  /**
   * Ends it, or where the helpdesk no longer has some tickets, lets it wait and compare those once
   * more.
   */
  void finish(Reconcile job, String holder, Duration settle);

  /** Gives the lease back until the next turn. */
  void rest(Reconcile job, String holder, Duration pause, String problem, boolean failed);

  /** Ends it for now, or for good. */
  void end(Reconcile job, String holder, Reconcile.State state, String problem);

  /**
   * What drifted, by ticket.
   *
   * @param after only higher tickets than this
   */
  List<KeptDrift> drift(long reconcile, long after, int most);

  /** How many tickets drifted in the last comparison that ended and were not asked for again. */
  long openDrift(HelpdeskAccountId account);

  /** Notes that the tickets that drifted are read again, and gives back those not noted before. */
  List<Long> readAgain(HelpdeskAccountId account, long reconcile, String by);

  /**
   * A ticket that drifted.
   *
   * @param askedAgainAt when somebody asked to read it again, null if nobody did
   */
  record KeptDrift(Drift drift, Instant askedAgainAt) {}
}
