package org.tagsmith.domain.sync;

import java.time.Instant;

/**
 * All changes of one ticket's labels that wait for a release.
 *
 * @param changes what they come to is {@link WaitingChanges#merged}
 * @param by who decided last
 * @param since when the first was decided
 */
public record HeldChanges(WaitingChanges changes, String by, Instant since) {
  /** The newest of them; a release names it, so that nothing goes out that was not seen. */
  public long upTo() {
    return changes.entries().get(changes.entries().size() - 1).id();
  }
}
