package org.tagsmith.connector.freshdesk;

import java.util.regex.Pattern;
import org.tagsmith.domain.sync.SettingsRefused;

/** A secret that we make and an admin enters in Freshdesk, which sends it in a header. */
final class SecretOfOurs {
  /** As many as {@code openssl rand -hex 16} makes. */
  static final int FEWEST_CHARACTERS = 32;

  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{32,200}");

  private SecretOfOurs() {}

  /**
   * A secret that a header can carry and nobody guesses.
   *
   * @throws SettingsRefused {@code bad-secret}
   */
  static String checked(String typed) {
    if (!SHAPE.matcher(typed).matches()) {
      throw new SettingsRefused(
          "bad-secret",
          "secret",
          "The secret needs 32 to 200 characters without a space or a letter beyond ASCII. Let"
              + " Tagsmith make one.");
    }
    return typed;
  }
}
