package org.tagsmith.domain.governance.request;

import java.util.Objects;
import org.tagsmith.domain.governance.GivenWords;
import org.tagsmith.domain.vocabulary.SpellingKey;

/**
 * What an agent misses, in the agent's words.
 *
 * @param name what it should be called
 * @param purpose what it is for
 * @param words what customers say, one saying a line; may be empty
 */
public record Wanted(RequestKind kind, String name, String purpose, String words) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PURPOSE = 500;
  private static final int LONGEST_WORDS = 1_000;

  public Wanted {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(words, "words");
  }

  /**
   * Without blanks around the texts.
   *
   * @throws org.tagsmith.domain.governance.ChangeRefused {@code no-letters}, {@code text-missing},
   *     {@code text-too-long} or {@code bad-text}, with the field
   */
  public static Wanted of(RequestKind kind, String name, String purpose, String words) {
    Wanted wanted = new Wanted(kind, name.strip(), purpose.strip(), words.strip());
    GivenWords.requireName("name", wanted.name, LONGEST_NAME);
    GivenWords.requireWords("purpose", wanted.purpose, LONGEST_PURPOSE);
    GivenWords.requireText("words", wanted.words, LONGEST_WORDS);
    return wanted;
  }

  /** Equal for names that differ in case, separators and script alone. */
  public String key() {
    return SpellingKey.inAnyScript(name);
  }
}
