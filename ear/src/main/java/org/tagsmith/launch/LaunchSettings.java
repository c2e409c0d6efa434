package org.tagsmith.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment asks for; README.md lists the names.
 *
 * @param port where people find Tagsmith
 * @param sandboxPort where they find the sandbox helpdesk
 * @param databasePort the embedded PostgreSQL's, on this machine only
 * @param data the folder that keeps everything between starts
 * @param sandboxTickets how many tickets the sandbox invents, when no file is given
 * @param sandboxExport a helpdesk export that the sandbox serves instead, if given
 * @param ownDatabase whether the operator's own PostgreSQL is used
 * @param ownHelpdesk whether a real helpdesk account is configured, so that no sandbox is wanted
 */
record LaunchSettings(
    int port,
    int sandboxPort,
    int databasePort,
    Path data,
    int sandboxTickets,
    Optional<Path> sandboxExport,
    boolean ownDatabase,
    boolean ownHelpdesk) {

  private static final int MOST_TICKETS = 5_000_000;

  /**
   * Reads and checks the environment.
   *
   * @param environment as of {@link System#getenv()}
   * @param home the folder that relative paths start from
   * @throws LaunchRefused naming the variable, what is wrong with it and what would do
   */
  static LaunchSettings read(Map<String, String> environment, Path home) throws LaunchRefused {
    String tickets = environment.getOrDefault("TAGSMITH_SANDBOX_TICKETS", "20000").strip();
    boolean counted = tickets.matches("\\d{1,9}");
    return new LaunchSettings(
        port(environment, "TAGSMITH_PORT", 8080),
        port(environment, "TAGSMITH_SANDBOX_PORT", 8090),
        port(environment, "TAGSMITH_DB_PORT", 5433),
        path(environment.getOrDefault("TAGSMITH_DATA", "data"), home, "TAGSMITH_DATA"),
        counted ? count(tickets) : 0,
        counted ? Optional.empty() : Optional.of(export(tickets, home)),
        isSet(environment, "TAGSMITH_JDBC_URL"),
        isSet(environment, "TAGSMITH_ZENDESK_SUBDOMAIN"));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  private static int port(Map<String, String> environment, String name, int standard)
      throws LaunchRefused {
    String text = environment.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      return standard;
    }
    if (text.matches("\\d{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    throw new LaunchRefused(name + " is \"" + text + "\". Give a port from 1 to 65535.");
  }

  private static int count(String text) throws LaunchRefused {
    int count = Integer.parseInt(text);
    if (count < 1 || count > MOST_TICKETS) {
      throw new LaunchRefused(
          "TAGSMITH_SANDBOX_TICKETS is "
              + text
              + ". Give a number from 1 to "
              + MOST_TICKETS
              + ", or an export file.");
    }
    return count;
  }

  private static Path export(String text, Path home) throws LaunchRefused {
    Path file = path(text, home, "TAGSMITH_SANDBOX_TICKETS");
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new LaunchRefused(
          "TAGSMITH_SANDBOX_TICKETS names no readable file: "
              + file
              + ". Give a Zendesk export (.json, .ndjson), a .csv with a text column, or a number.");
    }
    return file;
  }

  private static Path path(String text, Path home, String name) throws LaunchRefused {
    try {
      return home.resolve(text.strip()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new LaunchRefused(name + " is not a path: " + text, e);
    }
  }
}
