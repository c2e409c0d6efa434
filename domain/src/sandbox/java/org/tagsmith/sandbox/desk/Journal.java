package org.tagsmith.sandbox.desk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every call a program made, not those of the sandbox's own pages, and every effect on a ticket's
 * tags, for tests to compare and for people to watch. Keeps the newest {@value #KEPT} of each; the
 * totals count all. Thread-safe.
 */
public final class Journal {
  private static final int KEPT = 100_000;

  private final Deque<Call> calls = new ArrayDeque<>();
  private final Deque<Effect> effects = new ArrayDeque<>();
  private long callTotal;
  private long effectTotal;
  private long ticketTotal;

  /**
   * One answered call.
   *
   * @param query as it was sent, empty if none; never holds credentials
   * @param fault the name of the fault that was played, empty if none
   * @param tickets how many tickets it carried
   */
  public record Call(
      Instant at,
      String method,
      String path,
      String query,
      int status,
      String fault,
      int tickets) {}

  /**
   * One write to a ticket's tags, also one that changed nothing.
   *
   * @param by who did it, such as agent, api, batch, triage, automation or activity
   * @param added tags that were not there before
   * @param removed tags that are gone
   */
  public record Effect(
      Instant at, long ticketId, String by, Set<String> added, Set<String> removed) {
    public Effect {
      added = Set.copyOf(added);
      removed = Set.copyOf(removed);
    }
  }

  /**
   * How often what happened since the start.
   *
   * @param exportedTickets tickets sent in lists and exports, repetitions counted
   */
  public record Totals(long calls, long effects, long exportedTickets) {}

  /** Notes a call. */
  public synchronized void note(Call call) {
    callTotal++;
    ticketTotal += call.tickets();
    calls.addLast(call);
    if (calls.size() > KEPT) {
      calls.removeFirst();
    }
  }

  /** Notes an effect. */
  public synchronized void note(Effect effect) {
    effectTotal++;
    effects.addLast(effect);
    if (effects.size() > KEPT) {
      effects.removeFirst();
    }
  }

  /** The calls so far, oldest first; a copy. */
  public synchronized List<Call> calls() {
    return new ArrayList<>(calls);
  }

  /** The calls so far that match, oldest first. */
  public List<Call> calls(Predicate<Call> wanted) {
    return calls().stream().filter(wanted).toList();
  }

  /** The effects so far, oldest first; a copy. */
  public synchronized List<Effect> effects() {
    return new ArrayList<>(effects);
  }

  /** The effects on one ticket, oldest first. */
  public List<Effect> effectsOn(long ticketId) {
    return effects().stream().filter(e -> e.ticketId() == ticketId).toList();
  }

  /** The counters. */
  public synchronized Totals totals() {
    return new Totals(callTotal, effectTotal, ticketTotal);
  }

  /** Forgets calls and effects; the totals go on. */
  public synchronized void clear() {
    calls.clear();
    effects.clear();
  }
}
