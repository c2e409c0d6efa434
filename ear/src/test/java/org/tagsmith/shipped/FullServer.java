package org.tagsmith.shipped;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;

/**
 * The full Payara Server as an operator runs it, with a database and the sandbox helpdesk beside
 * it, configured by environment variables alone. Started before Arquillian deploys; ends with the
 * tests' JVM.
 */
final class FullServer implements BeforeAllCallback {
  static final String ADMIN_PASSWORD = "correct-horse-battery";
  static final int TICKETS = 3000;

  private static final int ADMIN = 48;
  private static final int HTTP = 80;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static FullServer running;

  private final SandboxZendesk sandbox;
  private final int base;

  /** For JUnit. */
  FullServer() {
    this(null, 0);
  }

  private FullServer(SandboxZendesk sandbox, int base) {
    this.sandbox = sandbox;
    this.base = base;
  }

  static SandboxZendesk sandbox() {
    return running.sandbox;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    synchronized (FullServer.class) {
      if (running == null) {
        running = start();
        System.setProperty(
            "tagsmith.full-server.admin-port", Integer.toString(running.base + ADMIN));
      }
    }
  }

  private static FullServer start() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("tagsmith.full-server"));
    Path asadmin = home.resolve("bin").resolve(isWindows() ? "asadmin.bat" : "asadmin");
    asadmin.toFile().setExecutable(true);
    int base = FreePorts.base(HTTP, ADMIN, 37, 38, 39, 66, 67, 76, 81, 86, 9);
    Path domains = Files.createTempDirectory("tagsmith-domains");
    run(
        asadmin,
        domains.resolve("create.log"),
        List.of(
            "create-domain",
            "--domaindir",
            domains.toString(),
            "--nopassword",
            "--portbase",
            Integer.toString(base),
            "tagsmith"));
    EmbeddedPostgres database = EmbeddedPostgres.start();
    SandboxZendesk sandbox =
        SandboxZendesk.start(SandboxSettings.builder().tickets(TICKETS).build());
    ProcessBuilder builder =
        command(
            asadmin,
            domains.resolve("server.log"),
            List.of("start-domain", "--verbose", "--domaindir", domains.toString(), "tagsmith"));
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("TAGSMITH_JDBC_URL", database.getJdbcUrl("postgres", "postgres")),
                Map.entry("TAGSMITH_JDBC_USER", "postgres"),
                Map.entry("TAGSMITH_JDBC_PASSWORD", "unused"),
                Map.entry("TAGSMITH_ADMIN_PASSWORD", ADMIN_PASSWORD),
                Map.entry("TAGSMITH_VOCABULARY_SAMPLE", "true"),
                Map.entry("TAGSMITH_SYNC_INTERVAL", "PT1S"),
                Map.entry("TAGSMITH_ZENDESK_SUBDOMAIN", "harbourbank"),
                Map.entry("TAGSMITH_ZENDESK_BASE_URL", sandbox.baseUri().toString()),
                Map.entry("TAGSMITH_ZENDESK_EMAIL", "api@harbourbank.example"),
                Map.entry("TAGSMITH_ZENDESK_API_TOKEN", "sandbox-token"),
                Map.entry("TAGSMITH_ZENDESK_APP_PUBLIC_KEY", sandbox.appPublicKeyPem()),
                Map.entry("TAGSMITH_SIDEBAR_FRAME_ANCESTORS", sandbox.baseUri().toString())));
    Process server = builder.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.descendants().forEach(ProcessHandle::destroyForcibly);
                  server.destroyForcibly();
                  sandbox.close();
                  closeQuietly(database);
                },
                "full-server-stop"));
    awaitListening(server, base + ADMIN, domains.resolve("server.log"));
    awaitListening(server, base + HTTP, domains.resolve("server.log"));
    return new FullServer(sandbox, base);
  }

  private static void closeQuietly(EmbeddedPostgres database) {
    try {
      database.close();
    } catch (IOException e) {
      System.err.println("The test's PostgreSQL did not stop: " + e);
    }
  }

  private static ProcessBuilder command(Path asadmin, Path log, List<String> words) {
    List<String> command = new java.util.ArrayList<>(List.of(asadmin.toString()));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("AS_JAVA", System.getProperty("java.home"));
    return builder;
  }

  private static void run(Path asadmin, Path log, List<String> words)
      throws IOException, InterruptedException {
    Process process = command(asadmin, log, words).start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("asadmin " + words.get(0) + " failed: " + Files.readString(log));
    }
  }

  private static void awaitListening(Process server, int port, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && server.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("localhost", port), 500);
        return;
      } catch (IOException notYet) {
        Thread.sleep(300);
      }
    }
    throw new IOException("The full server does not listen on " + port + ", see " + log);
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
