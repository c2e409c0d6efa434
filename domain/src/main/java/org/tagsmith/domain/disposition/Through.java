package org.tagsmith.domain.disposition;

/** The way on which a decision reaches the helpdesk. */
public enum Through {
  /** The agent's open ticket form sets the label and saves it with the agent's own edits. */
  FORM("form"),
  /** We write the label through the helpdesk's API. */
  HELPDESK("helpdesk");

  private final String word;

  Through(String word) {
    this.word = word;
  }

  /** The word the database and the API use; never changes. */
  public String word() {
    return word;
  }

  /**
   * The way behind a stored word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Through ofWord(String word) {
    for (Through through : values()) {
      if (through.word.equals(word)) {
        return through;
      }
    }
    throw new IllegalArgumentException("A way is form or helpdesk, not " + word);
  }
}
