package org.tagsmith.domain.disposition;

/** What an agent did to a label of a ticket. The opposite action is the undo. */
public enum Action {
  ADD("add"),
  REMOVE("remove");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  /** The word the database and the API use; never changes. */
  public String word() {
    return word;
  }

  /**
   * The action behind a stored word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Action ofWord(String word) {
    for (Action action : values()) {
      if (action.word.equals(word)) {
        return action;
      }
    }
    throw new IllegalArgumentException("An action is add or remove, not " + word);
  }
}
