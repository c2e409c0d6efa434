package org.tagsmith.domain.sync;

/** What becomes of changes of labels on their way to an account. */
public enum WriteBackMode {
  /** They wait; nothing is written. */
  OFF("off"),
  /** Each waits until an admin releases it. */
  REVIEW("review"),
  /** They are written as soon as the helpdesk takes them. */
  AUTOMATIC("automatic");

  private final String word;

  WriteBackMode(String word) {
    this.word = word;
  }

  /** The word the database and the API use; never changes. */
  public String word() {
    return word;
  }

  /**
   * The mode behind a word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static WriteBackMode ofWord(String word) {
    for (WriteBackMode mode : values()) {
      if (mode.word.equals(word)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("No way of writing back is called " + word);
  }
}
