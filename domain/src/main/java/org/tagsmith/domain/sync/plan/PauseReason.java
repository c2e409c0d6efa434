package org.tagsmith.domain.sync.plan;

/** Why a plan is paused although no person paused it. */
public enum PauseReason {
  /** The helpdesk refused every one of many tickets. */
  ALL_REFUSED("all-refused"),
  /** A label that it replaces, or writes, does not mean its house tag any more. */
  MEANING_CHANGED("meaning-changed"),
  /** Its account was disconnected while it ran. */
  DISCONNECTED("disconnected");

  private final String word;

  PauseReason(String word) {
    this.word = word;
  }

  /** The word the database and the API use; never changes. */
  public String word() {
    return word;
  }

  /**
   * The reason behind a word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static PauseReason ofWord(String word) {
    for (PauseReason reason : values()) {
      if (reason.word.equals(word)) {
        return reason;
      }
    }
    throw new IllegalArgumentException("No plan pauses because of " + word);
  }
}
