package org.tagsmith.domain.governance;

import java.util.Objects;

/**
 * One thing that two versions hold differently.
 *
 * @param kind which kind of thing
 * @param key its id, number or text
 * @param before null if the former version has none
 * @param after null if the later version has none
 */
public record Difference(Kind kind, Object key, Object before, Object after) {
  /** What a vocabulary is made of. */
  public enum Kind {
    FAMILY,
    TAG,
    ALIAS,
    ABBREVIATION,
    CODE,
    MACHINE_PREFIX,
    IGNORED_LABEL,
    QUESTION,
    RULES
  }

  public Difference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    if (Objects.equals(before, after)) {
      throw new IllegalArgumentException("Nothing differs about " + key);
    }
  }
}
