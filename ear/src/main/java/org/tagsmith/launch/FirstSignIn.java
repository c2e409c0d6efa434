package org.tagsmith.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the first admin signs in, as long as nobody has changed the password. Kept for whoever
 * forgets it; what the environment says later changes nothing about a person who exists.
 *
 * @param name the first admin's
 * @param password made up here
 */
record FirstSignIn(String name, String password) {
  /**
   * Reads what was kept, or makes it up and keeps it.
   *
   * @param world the folder beside the database that the first admin is in
   * @param environment as of {@link System#getenv()}
   * @return empty if the operator has chosen the password
   */
  static Optional<FirstSignIn> keptIn(Path world, Map<String, String> environment)
      throws IOException {
    if (!environment.getOrDefault("TAGSMITH_ADMIN_PASSWORD", "").isBlank()) {
      return Optional.empty();
    }
    String wanted = environment.getOrDefault("TAGSMITH_ADMIN_NAME", "").strip();
    return Optional.of(
        new FirstSignIn(
            Keepsake.text(world.resolve("first-admin-name"), wanted.isEmpty() ? "admin" : wanted),
            Keepsake.password(world.resolve("first-admin-password"))));
  }

  @Override
  public String toString() {
    return "FirstSignIn[" + name + "]";
  }
}
