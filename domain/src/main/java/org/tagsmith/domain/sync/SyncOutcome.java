package org.tagsmith.domain.sync;

import java.util.Objects;

/**
 * How one run of reading ended.
 *
 * @param ending why it ended
 * @param pages pages stored by this run
 * @param tickets tickets that were new or changed
 * @param stale tickets older than what we hold, ignored
 * @param message what happened, null unless it failed
 */
public record SyncOutcome(Ending ending, int pages, long tickets, long stale, String message) {
  public SyncOutcome {
    Objects.requireNonNull(ending, "ending");
  }

  /** A run that did not begin. */
  public static SyncOutcome notNow() {
    return new SyncOutcome(Ending.NOT_NOW, 0, 0, 0, null);
  }

  /** Why a run ended. */
  public enum Ending {
    /** The helpdesk has nothing newer. */
    UP_TO_DATE("up-to-date"),
    /** Another runner works on the account, or it must not be asked yet. */
    NOT_NOW("not-now"),
    /** Another runner took over, because this one was silent for too long. */
    LEASE_LOST("lease-lost"),
    /** The server is stopping. */
    INTERRUPTED("interrupted"),
    /** The helpdesk asked for a pause. */
    THROTTLED("throttled"),
    /** The helpdesk or the database could not be reached; tried again soon. */
    UNREACHABLE("unreachable"),
    /** A person must do something. */
    STOPPED("stopped");

    private final String word;

    Ending(String word) {
      this.word = word;
    }

    /** The word stored with the run; never changes. */
    public String word() {
      return word;
    }
  }
}
