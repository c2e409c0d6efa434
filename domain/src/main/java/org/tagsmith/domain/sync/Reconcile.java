package org.tagsmith.domain.sync;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.tagsmith.domain.shared.HelpdeskAccountId;

/**
 * One comparison of what we hold with the helpdesk. It is asked for, runs in turns, may wait in
 * between, and ends as done, failed or interrupted; an interrupted or failed one goes on where it
 * was when it is started again.
 *
 * @param askedBy null if nobody did: it was due
 * @param sample how many of our tickets; empty for all
 * @param startedAt null before the first turn
 * @param endedAt null while it is under way
 * @param notBefore until when it waits, null if it does not
 * @param problem the last failure's stable word, null without one
 * @param ours how many tickets we hold that are not deleted; empty before the first turn
 * @param theirs how many the helpdesk has; empty if it does not tell
 * @param planned about how many are compared; empty before the first turn
 * @param onItsWay how many differ only by what was not read yet
 * @param confirming whether it waits to see whether deletions were on their way
 */
public record Reconcile(
    long id,
    HelpdeskAccountId account,
    State state,
    String askedBy,
    OptionalInt sample,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt,
    Instant notBefore,
    int attempts,
    String problem,
    OptionalLong ours,
    OptionalLong theirs,
    OptionalLong planned,
    long compared,
    long onItsWay,
    long drifted,
    boolean confirming) {

  /** Where a comparison stands. */
  public enum State {
    WAITING("waiting"),
    RUNNING("running"),
    DONE("done"),
    FAILED("failed"),
    INTERRUPTED("interrupted");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word the database and the API use; never changes. */
    public String word() {
      return word;
    }

    /**
     * The state behind a word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static State ofWord(String word) {
      for (State state : values()) {
        if (state.word.equals(word)) {
          return state;
        }
      }
      throw new IllegalArgumentException("No state of a comparison is called " + word);
    }
  }

  /** Whether its tickets were chosen already. */
  public boolean hasBegun() {
    return planned.isPresent();
  }

  /**
   * Some tickets of it.
   *
   * @param ids at most as many as were asked for; empty at the end
   * @param upTo the highest of ours that this takes in its walk through all; 0 if it is no part of
   *     that walk
   */
  public record Part(Set<Long> ids, long upTo) {
    public Part {
      ids = Set.copyOf(ids);
    }
  }
}
