package org.tagsmith.domain.sync.plan;

/** Where a plan stands. */
public enum PlanState {
  /** Made, and nothing written yet. */
  READY("ready"),
  /** Its tickets are written, one after the other. */
  RUNNING("running"),
  /** No more tickets are begun until somebody resumes it. */
  PAUSED("paused"),
  /** Ended early by a person. */
  STOPPED("stopped"),
  /** Every ticket had its turn. */
  FINISHED("finished");

  private final String word;

  PlanState(String word) {
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
  public static PlanState ofWord(String word) {
    for (PlanState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    throw new IllegalArgumentException("No state of a plan is called " + word);
  }
}
