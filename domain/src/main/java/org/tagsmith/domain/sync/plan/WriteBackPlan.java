package org.tagsmith.domain.sync.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * A plan to write the labels of house tags onto the tickets of one helpdesk account, in place of
 * the labels that mean the same. What it replaces is settled when it is made; the tickets are those
 * that carry such a label when their turn comes.
 *
 * @param vocabulary the version against which the labels were read
 * @param closedToo whether closed tickets are written, too
 * @param tickets how many there were to write when it was made, or started; of an undo, how many
 *     tickets the plan had changed
 * @param pauseReason why it paused by itself; null if a person paused it, and in any other state
 * @param takingBack whether its changes are, or were, undone
 * @param upTo the number of the last ticket that had its turn, 0 before the first
 * @param startedBy null until then, as is {@code startedAt}
 * @param endedAt null until it is stopped or finished
 */
public record WriteBackPlan(
    long id,
    HelpdeskAccountId account,
    PlanOrigin origin,
    int vocabulary,
    boolean closedToo,
    List<Replacement> replacements,
    long tickets,
    PlanState state,
    PauseReason pauseReason,
    boolean takingBack,
    long upTo,
    String madeBy,
    Instant madeAt,
    String startedBy,
    Instant startedAt,
    Instant endedAt) {
  public WriteBackPlan {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(state, "state");
    replacements = List.copyOf(replacements);
  }
}
