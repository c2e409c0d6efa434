package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagsmith.domain.sync.Drift.Kind;
import org.tagsmith.domain.sync.Drift.State;
import org.tagsmith.domain.ticket.TicketSnapshot;

/**
 * Some tickets as we hold them beside what the helpdesk says. What changed so lately that reading
 * need not have told us yet is on its way, and no drift.
 *
 * @param answered the tickets that this says anything about
 * @param drift those that differ
 * @param suspects those that the helpdesk has no more and that are alive with us: their deletion
 *     may be on its way, and no time tells
 * @param onItsWay how many differ only by what was not read yet
 */
public record Comparison(Set<Long> answered, List<Drift> drift, Set<Long> suspects, int onItsWay) {
  public Comparison {
    answered = Set.copyOf(answered);
    drift = List.copyOf(drift);
    suspects = Set.copyOf(suspects);
  }

  /**
   * Compares.
   *
   * @param asked the tickets that were asked for
   * @param ours what we hold, read after the helpdesk was asked
   * @param settledUpTo changes before this moment had been read before the helpdesk was asked
   * @param goneIsDrift whether what the helpdesk has no more would have been told by a reading
   */
  public static Comparison of(
      Set<Long> asked,
      LookedAt looked,
      Map<Long, State> ours,
      Instant settledUpTo,
      boolean goneIsDrift) {
    Map<Long, State> theirs = new HashMap<>();
    for (TicketSnapshot ticket : looked.tickets()) {
      theirs.put(ticket.remoteId(), State.of(ticket));
    }
    Set<Long> answered = new HashSet<>(looked.answered());
    answered.retainAll(asked);
    List<Drift> drift = new ArrayList<>();
    Set<Long> suspects = new HashSet<>();
    int onItsWay = 0;
    for (long id : answered.stream().sorted().toList()) {
      State here = ours.get(id);
      State there = theirs.get(id);
      boolean aliveHere = here != null && here.isAlive();
      boolean aliveThere = there != null && there.isAlive();
      if (aliveHere && !aliveThere) {
        if (goneIsDrift) {
          drift.add(new Drift(id, here, there, Set.of(Kind.GONE)));
        } else {
          suspects.add(id);
        }
      } else if (aliveThere) {
        Set<Kind> kinds = here == null ? Set.of(Kind.MISSING) : here.differences(there);
        if (!kinds.isEmpty() && isSettled(here, there, settledUpTo)) {
          drift.add(new Drift(id, here, there, kinds));
        } else if (!kinds.isEmpty()) {
          onItsWay++;
        }
      }
    }
    return new Comparison(answered, drift, suspects, onItsWay);
  }

  // Also what we hold may be the newer one: a reading was quicker than this comparison.
  private static boolean isSettled(State here, State there, Instant settledUpTo) {
    return there.updatedAt().isBefore(settledUpTo)
        && (here == null || here.updatedAt().isBefore(settledUpTo));
  }
}
