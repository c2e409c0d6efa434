package org.tagsmith.domain.governance;

import java.util.Objects;

/**
 * What the house set aside: an ignored label, or a prefix of labels that software sets.
 *
 * @param kind which of both
 * @param text the label or the prefix
 * @param labels how many labels in use are set aside by it and nothing else
 * @param contacts how many contacts carry one of them
 */
public record SetAside(Kind kind, String text, int labels, long contacts) {
  /** What may be set aside. */
  public enum Kind {
    LABEL,
    PREFIX
  }

  public SetAside {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
