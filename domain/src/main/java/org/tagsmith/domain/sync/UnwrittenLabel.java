package org.tagsmith.domain.sync;

import java.util.Objects;
import java.util.Optional;

/**
 * A label of a ticket that the helpdesk does not hold as it was last decided.
 *
 * @param label the helpdesk's spelling
 * @param added whether it shall be on the ticket, or not
 * @param refused whether the helpdesk will never take it; otherwise it is on its way
 * @param problem a stable word: why it was refused, or what the last attempt failed of; null while
 *     none was made
 */
public record UnwrittenLabel(String label, boolean added, boolean refused, String problem) {
  public UnwrittenLabel {
    Objects.requireNonNull(label, "label");
  }

  /** See {@link #problem}. */
  public Optional<String> why() {
    return Optional.ofNullable(problem);
  }
}
