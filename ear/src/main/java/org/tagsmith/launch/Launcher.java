package org.tagsmith.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.export.ExportUnreadable;

/**
 * What {@code mvn -Prun} starts: PostgreSQL, the sandbox helpdesk and the server with the EAR, in
 * the order in which each needs the others, and ends them in the opposite one.
 */
public final class Launcher implements AutoCloseable {
  private static final String WEBHOOK_SECRET = "TAGSMITH_ZENDESK_WEBHOOK_SECRET";

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

  private void start(Path ear, Path layout)
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
    Optional<SandboxZendesk> sandbox =
        settings.ownHelpdesk() ? Optional.empty() : Optional.of(startSandbox(world, environment));
    if (!settings.ownDatabase()) {
      EmbeddedDatabase database = opened(EmbeddedDatabase.start(data, settings.databasePort()));
      environment.putAll(database.open(world.getFileName().toString()));
    }
    environment.keySet().removeIf(name -> !System.getenv().getOrDefault(name, "").isBlank());
    server = opened(ServerProcess.start(ear, layout, settings, environment));
    server.awaitReady();
    sandbox.ifPresent(desk -> say("Sandbox helpdesk: " + desk.described()));
    tellWhereToLook(sandbox.isPresent(), first, (System.nanoTime() - begun) / 1_000_000_000);
  }

  private void checkPorts() throws LaunchRefused {
    Preflight.addressIsOurs(settings.address(), "TAGSMITH_ADDRESS");
    Preflight.portIsFree(settings.port(), "TAGSMITH_PORT");
    if (!settings.ownHelpdesk()) {
      Preflight.portIsFree(settings.sandboxPort(), "TAGSMITH_SANDBOX_PORT");
    }
    if (!settings.ownDatabase()) {
      Preflight.portIsFree(settings.databasePort(), "TAGSMITH_DB_PORT");
    }
  }

  private SandboxZendesk startSandbox(Path world, Map<String, String> environment)
      throws LaunchRefused, IOException {
    String token = UUID.randomUUID().toString();
    SandboxSettings.Builder wanted =
        SandboxSettings.builder()
            .port(settings.sandboxPort())
            .tickets(settings.sandboxTickets())
            .apiToken(token)
            .tagsmithUrl(URI.create(settings.site()))
            .keyFolder(world.resolve("sandbox"))
            .activityPerMinute(settings.sandboxActivity());
    settings.sandboxExport().ifPresent(wanted::exportFile);
    SandboxSettings sandboxSettings = wanted.build();
    SandboxZendesk sandbox;
    try {
      sandbox = opened(SandboxZendesk.start(sandboxSettings));
    } catch (ExportUnreadable e) {
      throw new LaunchRefused(e.getMessage(), e);
    }
    String address = "http://localhost:" + sandbox.port();
    environment.put("TAGSMITH_ZENDESK_SUBDOMAIN", sandboxSettings.subdomain());
    environment.put("TAGSMITH_ZENDESK_BASE_URL", address);
    environment.put("TAGSMITH_ZENDESK_EMAIL", sandboxSettings.email());
    environment.put("TAGSMITH_ZENDESK_API_TOKEN", token);
    environment.put("TAGSMITH_ZENDESK_APP_PUBLIC_KEY", sandbox.appPublicKeyPem());
    environment.put("TAGSMITH_ZENDESK_APP_ID", Long.toString(sandboxSettings.appId()));
    String webhookSecret = webhookSecret();
    environment.put(WEBHOOK_SECRET, webhookSecret);
    sandbox
        .webhooks()
        .sendTo(
            URI.create(settings.site() + "/api/hooks/zendesk/" + sandboxSettings.subdomain()),
            webhookSecret);
    environment.put("TAGSMITH_SIDEBAR_FRAME_ANCESTORS", address);
    environment.put("TAGSMITH_SANDBOX_URL", address);
    // else no page could connect what runs on this machine
    environment.put("TAGSMITH_HELPDESK_HOSTS", "localhost:" + sandbox.port());
    environment.put("TAGSMITH_VOCABULARY_SAMPLE", "true");
    environment.put("TAGSMITH_SYNC_INTERVAL", "PT5S");
    return sandbox;
  }

  private static String webhookSecret() {
    String own = System.getenv().getOrDefault(WEBHOOK_SECRET, "");
    return own.isBlank() ? UUID.randomUUID().toString() : own.strip();
  }

  private void tellWhereToLook(boolean sandbox, Optional<FirstSignIn> first, long seconds) {
    String address = settings.site();
    say("Tagsmith is ready after " + seconds + " s.");
    say("");
    say("  Start here           " + address + "/");
    if (sandbox) {
      say(
          "  A helpdesk ticket    http://localhost:"
              + settings.sandboxPort()
              + "/agent/tickets   (the sidebar is in it)");
    }
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
