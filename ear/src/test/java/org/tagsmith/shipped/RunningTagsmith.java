package org.tagsmith.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tagsmith as {@code mvn -Prun} starts it: the launcher in a process of its own, with the shipped
 * EAR, on free ports.
 */
public final class RunningTagsmith implements AutoCloseable {
  private static final Pattern PASSWORD = Pattern.compile("name admin, password (\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Map<String, String> environment;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningTagsmith(Process process, Map<String, String> environment) {
    this.process = process;
    this.environment = environment;
    reader = new Thread(this::readLines, "launcher-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Settings with free ports, a data folder, few tickets, and nothing happening by itself. */
  public static Map<String, String> settings(Path data) {
    Map<String, String> settings = new HashMap<>();
    settings.put("TAGSMITH_PORT", Integer.toString(FreePorts.one()));
    settings.put("TAGSMITH_SANDBOX_PORT", Integer.toString(FreePorts.one()));
    settings.put("TAGSMITH_SANDBOX_FRESHDESK_PORT", Integer.toString(FreePorts.one()));
    settings.put("TAGSMITH_DB_PORT", Integer.toString(FreePorts.one()));
    settings.put("TAGSMITH_DATA", data.toString());
    settings.put("TAGSMITH_SANDBOX_TICKETS", "2000");
    settings.put("TAGSMITH_SANDBOX_ACTIVITY", "0");
    settings.put("TAGSMITH_RECONCILE_EVERY", "0");
    String zendesk = "localhost:" + FreePorts.one();
    settings.put("TAGSMITH_HELPDESK_HOSTS", zendesk + ",localhost:" + FreePorts.one());
    String freshdesk = settings.get("TAGSMITH_SANDBOX_FRESHDESK_PORT");
    settings.put(
        "TAGSMITH_SIDEBAR_FRAME_ANCESTORS",
        Stream.of(
                "localhost:" + settings.get("TAGSMITH_SANDBOX_PORT"),
                "localhost:" + freshdesk,
                "127.0.0.1:" + freshdesk,
                zendesk)
            .map(host -> "http://" + host)
            .collect(Collectors.joining(" ")));
    return settings;
  }

  /** Starts it; it is not ready yet. */
  public static RunningTagsmith start(Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // as .mvn/jvm.config has them
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    for (String name : List.of("tagsmith.ear", "tagsmith.server", "tagsmith.home")) {
      command.add("-D" + name + "=" + System.getProperty(name));
    }
    command.add("-classpath");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("org.tagsmith.launch.Launcher");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TAGSMITH_"));
    builder.environment().putAll(settings);
    Process process = builder.start();
    // no server outlives its test, whatever becomes of that
    Runtime.getRuntime().addShutdownHook(new Thread(process.toHandle()::destroy));
    return new RunningTagsmith(process, settings);
  }

  /** Waits until it says that it is ready. */
  public RunningTagsmith awaitReady() throws InterruptedException {
    boolean isReady = ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.isAlive();
    if (!isReady) {
      stop();
    }
    assertThat(isReady).as("ready; it said: %s", lines).isTrue();
    return this;
  }

  /** Waits until it has ended and returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended; it said: %s", lines).isTrue();
    return process.exitValue();
  }

  /** What it has printed so far. */
  List<String> lines() {
    return lines;
  }

  /** The process of the launcher; the server and the database are its children. */
  public Process process() {
    return process;
  }

  /** How the server's own process was started. */
  public List<String> serverArguments() {
    return process
        .descendants()
        .map(child -> List.of(child.info().arguments().orElse(new String[0])))
        .filter(arguments -> arguments.contains("org.tagsmith.launch.ServerMain"))
        .findAny()
        .orElseThrow();
  }

  /** An address of Tagsmith. */
  public URI at(String path) {
    return URI.create("http://localhost:" + environment.get("TAGSMITH_PORT") + path);
  }

  /** An address of the sandbox Zendesk. */
  public URI sandboxAt(String path) {
    return URI.create("http://localhost:" + environment.get("TAGSMITH_SANDBOX_PORT") + path);
  }

  /** A port on which a test may open a helpdesk that admins are allowed to connect; 0 or 1. */
  public int allowedPort(int which) {
    String host = environment.get("TAGSMITH_HELPDESK_HOSTS").split(",", -1)[which];
    return Integer.parseInt(host.substring(host.indexOf(':') + 1));
  }

  /** An address of the sandbox Freshdesk. */
  public URI freshdeskAt(String path) {
    return URI.create(
        "http://localhost:" + environment.get("TAGSMITH_SANDBOX_FRESHDESK_PORT") + path);
  }

  /** Its database, for tests that make trouble there. */
  public String databaseUrl() {
    return "jdbc:postgresql://localhost:"
        + environment.get("TAGSMITH_DB_PORT")
        + "/sandbox_"
        + environment.get("TAGSMITH_SANDBOX_TICKETS");
  }

  /** Its data folder. */
  public Path data() {
    return Path.of(environment.get("TAGSMITH_DATA"));
  }

  /** The password of the first admin, as printed. */
  public String adminPassword() {
    return lines.stream()
        .map(PASSWORD::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No password was printed: " + lines));
  }

  /** Asks an address with GET. */
  public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void readLines() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.startsWith("Ctrl-C stops")) {
          ready.countDown();
        }
      }
    } catch (IOException closed) {
      lines.add("(output closed: " + closed.getMessage() + ")");
    } finally {
      ready.countDown();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends it as Ctrl-C does; once is enough. */
  void stop() {
    List<ProcessHandle> all = process.descendants().toList();
    // Not Process.destroy(), which closes the output as well.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        throw new IllegalStateException("The launcher did not stop within a minute: " + lines);
      }
      reader.join(10_000);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
