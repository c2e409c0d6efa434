package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A change of labels that the helpdesk refused for good. It lies there until an admin tries it
 * again, which makes a new change of it, or drops it.
 *
 * @param id of the outbox entry
 * @param ticketId the helpdesk's number
 * @param add what was wanted on the ticket
 * @param remove what was wanted off it
 * @param overtaken those of either that were decided anew since; they are not tried again
 * @param reason a stable word
 * @param concerned the labels that the refusal names, which with a {@code conflict} may be those of
 *     others; possibly empty
 * @param by who decided
 * @param decidedAt when
 * @param refusedAt when the helpdesk refused it
 * @param retry who tried it again before, null if nobody did
 */
public record DeadLetter(
    long id,
    long ticketId,
    Set<String> add,
    Set<String> remove,
    Set<String> overtaken,
    String reason,
    Set<String> concerned,
    String by,
    Instant decidedAt,
    Instant refusedAt,
    Retry retry) {
  public DeadLetter {
    add = Set.copyOf(add);
    remove = Set.copyOf(remove);
    overtaken = Set.copyOf(overtaken);
    concerned = Set.copyOf(concerned);
    Objects.requireNonNull(reason, "reason");
  }

  /** Who tried a refused change again. */
  public record Retry(String by, Instant at) {}

  /** See {@link #retry}. */
  public Optional<Retry> lastRetry() {
    return Optional.ofNullable(retry);
  }

  /** Whether anything of it is left to try again. */
  public boolean canBeTriedAgain() {
    return !overtaken.containsAll(add) || !overtaken.containsAll(remove);
  }
}
