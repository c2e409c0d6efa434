package org.tagsmith.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code mvn -Prun} starts: PostgreSQL, the sandbox helpdesks and the server with the EAR, in
 * the order in which each needs the others, and ends them in the opposite one.
 */
public final class Launcher implements AutoCloseable {

  private final LaunchSettings settings;
  private final PrintStream out;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private FileLock claim;
  private ServerProcess server;
  private volatile boolean stopping;

  private Launcher(LaunchSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Starts everything, says where to look, and stays until it is told to end.
   *
   * @param args none; the environment is asked, and three system properties that the build sets:
   *     {@code tagsmith.ear}, {@code tagsmith.server} and {@code tagsmith.home}
   * @throws InterruptedException never in practice: nobody interrupts the main thread
   */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Path home = Path.of(System.getProperty("tagsmith.home"));
      Launcher launcher = new Launcher(LaunchSettings.read(System.getenv(), home), out);
      Runtime.getRuntime().addShutdownHook(new Thread(launcher::close, "stop"));
      launcher.start(
          home,
          Path.of(System.getProperty("tagsmith.ear")),
          Path.of(System.getProperty("tagsmith.server")));
      launcher.server.awaitEnd();
      if (launcher.stopping) {
        System.exit(0); // waits for the end that Ctrl-C began, which the server has heard as well
      }
      throw new LaunchRefused(
          "The server has ended. The reason stands in " + launcher.server.log());
    } catch (LaunchRefused refused) {
      refuse(refused.getMessage());
    } catch (IOException e) {
      refuse("A file or port could not be used: " + e);
    }
  }

  private static void refuse(String line) {
    System.err.println("Tagsmith does not run: " + line);
    System.exit(2);
  }

  private void start(Path home, Path ear, Path layout)
      throws LaunchRefused, IOException, InterruptedException {
    long begun = System.nanoTime();
    Path data = settings.data();
    claim = Preflight.claim(data);
    ServerProcess.endLeftover(data);
    EmbeddedDatabase.endLeftover(data);
    checkPorts();
    say("");
    say("Tagsmith starts. Everything it keeps is in " + data);

    Map<String, String> environment = new HashMap<>();
    Path world = Files.createDirectories(data.resolve(settings.world()));
    environment.put("TAGSMITH_SESSION_KEY", Keepsake.secret(data.resolve("session-key")));
    environment.put("TAGSMITH_SECRETS_KEY", Keepsake.secret(data.resolve("secrets-key")));
    Optional<FirstSignIn> first = FirstSignIn.keptIn(world, System.getenv());
    first.ifPresent(admin -> environment.put("TAGSMITH_ADMIN_PASSWORD", admin.password()));
    Optional<Sandboxes> sandboxes =
        settings.ownHelpdesk()
            ? Optional.empty()
            : Optional.of(opened(Sandboxes.start(settings, world, home)));
    sandboxes.ifPresent(started -> environment.putAll(started.environment()));
    if (!settings.ownDatabase()) {
      EmbeddedDatabase database = opened(EmbeddedDatabase.start(data, settings.databasePort()));
      environment.putAll(database.open(world.getFileName().toString()));
    }
    environment.keySet().removeIf(name -> !System.getenv().getOrDefault(name, "").isBlank());
    server = opened(ServerProcess.start(ear, layout, settings, environment));
    server.awaitReady();
    sandboxes.map(Sandboxes::described).ifPresent(lines -> lines.forEach(this::say));
    Map<String, Integer> desks = sandboxes.map(Sandboxes::ports).orElse(Map.of());
    tellWhereToLook(desks, first, (System.nanoTime() - begun) / 1_000_000_000);
  }

  private void checkPorts() throws LaunchRefused {
    Preflight.addressIsOurs(settings.address(), "TAGSMITH_ADDRESS");
    Preflight.portIsFree(settings.port(), "TAGSMITH_PORT");
    if (!settings.ownHelpdesk()) {
      Preflight.portIsFree(settings.sandboxPort(), "TAGSMITH_SANDBOX_PORT");
    }
    if (settings.sandboxFreshdesk()) {
      Preflight.portIsFree(settings.sandboxFreshdeskPort(), "TAGSMITH_SANDBOX_FRESHDESK_PORT");
    }
    if (!settings.ownDatabase()) {
      Preflight.portIsFree(settings.databasePort(), "TAGSMITH_DB_PORT");
    }
  }

  private void tellWhereToLook(
      Map<String, Integer> sandboxes, Optional<FirstSignIn> first, long seconds) {
    String address = settings.site();
    say("Tagsmith is ready after " + seconds + " s.");
    say("");
    say("  Start here           " + address + "/");
    sandboxes.forEach(
        (product, port) ->
            say(
                "  %-20s http://localhost:%d/agent/tickets   (the sidebar is in each ticket)"
                    .formatted("Tickets in " + product, port)));
    say("  Console              " + address + "/console/");
    first.ifPresent(
        admin ->
            say(
                "                       first sign-in: name "
                    + admin.name()
                    + ", password "
                    + admin.password()
                    + "   (until it is changed in the console)"));
    say("  API description      " + address + "/openapi");
    say("  Log                  " + server.log());
    say("");
    say("Ctrl-C stops everything and keeps the data.");
  }

  private <T extends AutoCloseable> T opened(T part) {
    synchronized (running) {
      running.push(part);
    }
    return part;
  }

  private void say(String line) {
    out.println(line);
  }

  /** Stops what runs, the last started first; each is stopped even if another does not. */
  @Override
  public void close() {
    stopping = true;
    synchronized (running) {
      boolean ran = !running.isEmpty();
      while (!running.isEmpty()) {
        try {
          running.pop().close();
        } catch (Exception e) {
          System.err.println("While stopping: " + e);
        }
      }
      if (ran) {
        say("Tagsmith has stopped.");
      }
    }
    if (claim != null) {
      try {
        claim.channel().close();
      } catch (IOException e) {
        System.err.println("While stopping: " + e);
      }
    }
  }
}
