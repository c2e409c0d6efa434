package org.tagsmith.sandbox.hook;

import java.util.Locale;
import java.util.Optional;

/** What can happen to a delivery, or be done to its receiver. */
public enum Mischief {
  /** It arrives as it should. */
  NONE,
  /** The helpdesk sends it twice, each with a signature of its own. */
  DUPLICATED,
  /** It arrives, and so does another one that names some ticket and is not the helpdesk's. */
  FORGED,
  /** It arrives, and somebody sends an exact copy of an earlier one. */
  REPLAYED,
  /** Later ones overtake it. */
  OVERTAKEN,
  /** It never arrives. */
  LOST;

  /** The one with this name, in any capitals. */
  static Optional<Mischief> named(String name) {
    for (Mischief mischief : values()) {
      if (mischief.name().equals(name.toUpperCase(Locale.ROOT))) {
        return Optional.of(mischief);
      }
    }
    return Optional.empty();
  }
}
