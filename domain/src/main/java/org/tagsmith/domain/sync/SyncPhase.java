package org.tagsmith.domain.sync;

/** What an account's reading is doing now. */
public enum SyncPhase {
  /** Not started yet, or trying again after a pause of our own. */
  WAITING("waiting"),
  /** On the way through what the helpdesk has. */
  READING("reading"),
  /** Everything the helpdesk has was read; it is asked for news at intervals. */
  IDLE("idle"),
  /** The helpdesk asked for a pause. */
  THROTTLED("throttled"),
  /** A person must do something; tried again at long intervals. */
  STOPPED("stopped");

  private final String word;

  SyncPhase(String word) {
    this.word = word;
  }

  /** The word the database and the API use; never changes. */
  public String word() {
    return word;
  }

  /**
   * The phase behind a stored word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static SyncPhase ofWord(String word) {
    for (SyncPhase phase : values()) {
      if (phase.word.equals(word)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("No phase is called " + word);
  }
}
