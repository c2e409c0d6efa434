package org.tagsmith.domain.access;

/** What a person may do in the console; each role may also do what the one before it may. */
public enum Role {
  AGENT("agent"),
  LEAD("lead"),
  ADMIN("admin");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word the database and the API use; never changes. */
  public String word() {
    return word;
  }

  /** Whether this role includes what {@code needed} may do. */
  public boolean mayActAs(Role needed) {
    return compareTo(needed) >= 0;
  }

  /**
   * The role behind a word.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Role ofWord(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException("A role is agent, lead or admin");
  }
}
