package org.tagsmith.launch;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What the environment asks for; README.md lists the names.
 *
 * @param address which network address Tagsmith's port is opened on
 * @param port where people find Tagsmith
 * @param sandboxPort where they find the sandbox Zendesk
 * @param sandboxFreshdeskPort where they find the sandbox Freshdesk
 * @param databasePort the embedded PostgreSQL's, on this machine only
 * @param data the folder that keeps everything between starts
 * @param sandboxTickets how many tickets the sandbox Zendesk invents, when no file is given
 * @param sandboxFreshdeskTickets the same for the sandbox Freshdesk; 0 if there shall be none
 * @param sandboxExport a helpdesk export that the sandbox serves instead, if given
 * @param sandboxActivity tickets a minute that are opened or changed in the sandbox by themselves
 * @param ownDatabase whether the operator's own PostgreSQL is used
 * @param ownHelpdesk whether a real helpdesk account is configured, so that no sandbox is wanted
 */
record LaunchSettings(
    InetAddress address,
    int port,
    int sandboxPort,
    int sandboxFreshdeskPort,
    int databasePort,
    Path data,
    int sandboxTickets,
    int sandboxFreshdeskTickets,
    Optional<Path> sandboxExport,
    int sandboxActivity,
    boolean ownDatabase,
    boolean ownHelpdesk) {

  private static final String THIS_MACHINE = "127.0.0.1";
  private static final int INVENTED_TICKETS = 20_000;
  private static final int FRESHDESK_SHARE = 3;
  private static final int MOST_TICKETS = 5_000_000;

  /**
   * Reads and checks the environment.
   *
   * @param environment as of {@link System#getenv()}
   * @param home the folder that relative paths start from
   * @throws LaunchRefused naming the variable, what is wrong with it and what would do
   */
  static LaunchSettings read(Map<String, String> environment, Path home) throws LaunchRefused {
    String tickets = environment.getOrDefault("TAGSMITH_SANDBOX_TICKETS", "").strip();
    boolean counted = tickets.isEmpty() || tickets.matches("\\d{1,9}");
    int invented =
        counted
            ? number(environment, "TAGSMITH_SANDBOX_TICKETS", INVENTED_TICKETS, 1, MOST_TICKETS)
            : 0;
    int third = counted ? Math.max(1, invented / FRESHDESK_SHARE) : 0;
    return new LaunchSettings(
        address(environment),
        port(environment, "TAGSMITH_PORT", 8080),
        port(environment, "TAGSMITH_SANDBOX_PORT", 8090),
        port(environment, "TAGSMITH_SANDBOX_FRESHDESK_PORT", 8091),
        port(environment, "TAGSMITH_DB_PORT", 5433),
        path(environment.getOrDefault("TAGSMITH_DATA", "data"), home, "TAGSMITH_DATA"),
        invented,
        number(environment, "TAGSMITH_SANDBOX_FRESHDESK_TICKETS", third, 0, MOST_TICKETS),
        counted ? Optional.empty() : Optional.of(export(tickets, home)),
        number(environment, "TAGSMITH_SANDBOX_ACTIVITY", counted ? 6 : 0, 0, 6000),
        isSet(environment, "TAGSMITH_JDBC_URL"),
        isSet(environment, "TAGSMITH_ZENDESK_SUBDOMAIN")
            || isSet(environment, "TAGSMITH_FRESHDESK_SUBDOMAIN"));
  }

  /** Whether a sandbox Freshdesk is wanted too; beside an export file only if asked for. */
  boolean sandboxFreshdesk() {
    return !ownHelpdesk && sandboxFreshdeskTickets > 0;
  }

  /** Where a browser on this machine finds Tagsmith, such as {@code http://localhost:8080}. */
  String site() {
    String host = address.getHostAddress();
    if (address.isAnyLocalAddress() || host.equals(THIS_MACHINE)) {
      host = "localhost";
    } else if (address instanceof Inet6Address) {
      host = "[" + host + "]";
    }
    return "http://" + host + ":" + port;
  }

  /**
   * The name of the database, and of the folder beside it, for these tickets: tickets of different
   * origins never mix, and each origin finds its own again.
   *
   * @throws IOException if the export file cannot be looked at
   */
  String world() throws IOException {
    if (ownHelpdesk) {
      return "tagsmith";
    }
    if (sandboxExport.isEmpty()) {
      return "sandbox_" + sandboxTickets;
    }
    Path file = sandboxExport.get();
    CRC32 identity = new CRC32();
    identity.update(
        (file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file))
            .getBytes(StandardCharsets.UTF_8));
    return "sandbox_export_" + Long.toHexString(identity.getValue());
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  private static InetAddress address(Map<String, String> environment) throws LaunchRefused {
    String text = environment.getOrDefault("TAGSMITH_ADDRESS", "").strip();
    try {
      return InetAddress.getAllByName(text.isEmpty() ? THIS_MACHINE : text)[0];
    } catch (UnknownHostException e) {
      throw new LaunchRefused(
          "TAGSMITH_ADDRESS is \"" + text + "\". Give 127.0.0.1 for this machine only, or 0.0.0.0.",
          e);
    }
  }

  private static int port(Map<String, String> environment, String name, int standard)
      throws LaunchRefused {
    return number(environment, name, standard, 1, 65_535);
  }

  private static int number(
      Map<String, String> environment, String name, int standard, int least, int most)
      throws LaunchRefused {
    String text = environment.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      return standard;
    }
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new LaunchRefused(
        name + " is \"" + text + "\". Give a number from " + least + " to " + most + ".");
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
