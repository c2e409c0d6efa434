package org.tagsmith.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Payara Micro with the EAR, in a process of its own whose memory is bounded. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PID = "server.pid";
  private static final String ROOT = "server";

  private final Process process;
  private final String site;
  private final Path log;

  private ServerProcess(Process process, String site, Path log) {
    this.process = process;
    this.site = site;
    this.log = log;
  }

  /**
   * Starts the server; it is not ready yet.
   *
   * @param layout the folder that {@link ServerLayout} made
   * @param environment what to tell the application, beside this process's own environment
   */
  static ServerProcess start(
      Path ear, Path layout, LaunchSettings settings, Map<String, String> environment)
      throws IOException {
    Path data = settings.data();
    Path logs = Files.createDirectories(data.resolve("logs"));
    Path log = logs.resolve("server.log");
    if (Files.exists(log)) {
      Files.move(log, logs.resolve("server.1.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    Path root = freshRoot(layout, data.resolve(ROOT));
    ProcessBuilder builder =
        new ProcessBuilder(command(ear, layout, settings, root))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    Files.writeString(data.resolve(PID), Long.toString(process.pid()));
    return new ServerProcess(process, settings.site(), log);
  }

  /** Ends the server of a start that was killed. */
  static void endLeftover(Path data) throws LaunchRefused, IOException {
    Leftover.end(data.resolve(PID), data.resolve(ROOT).toString());
  }

  /** Waits until the application answers that it is ready. */
  void awaitReady() throws LaunchRefused, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create(site + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new LaunchRefused("The server ended while it started. The reason stands in " + log);
      }
      try {
        if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notListeningYet) {
        // the port opens some seconds after the process starts
      }
      Thread.sleep(200);
    }
    throw new LaunchRefused(
        "The server was not ready after " + PATIENCE.toSeconds() + " s. Its log is " + log);
  }

  /** Blocks until the server ends. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  Path log() {
    return log;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stuck) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Path ear, Path layout, LaunchSettings settings, Path root)
      throws IOException {
    Path launcherJar = layout.resolve(ServerLayout.LAUNCHER_JAR);
    List<String> classPath = new ArrayList<>();
    classPath.add(launcherJar.toString());
    for (String jar : ServerLayout.EAR_SUPPORT) {
      classPath.add(layout.resolve("runtime").resolve(jar).toString());
    }
    classPath.add(ownClasses().toString());

    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // With two cores and 512 MB Java would choose the collector for large heaps, which makes the
    // compiler weave more into each write of a reference: a quarter of its work in a first sync.
    command.addAll(
        List.of("-Xmx512m", "-XX:+UseParallelGC", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
    try (JarFile jar = new JarFile(launcherJar.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      for (String module : words(manifest, "Add-Exports")) {
        command.add("--add-exports=" + module + "=ALL-UNNAMED");
      }
      for (String module : words(manifest, "Add-Opens")) {
        command.add("--add-opens=" + module + "=ALL-UNNAMED");
      }
    }
    command.add("-Dfish.payara.micro.BootJar=" + launcherJar);
    command.add("-Dfish.payara.micro.UnpackDir=" + layout);
    command.add("-classpath");
    command.add(String.join(File.pathSeparator, classPath));
    command.add(ServerMain.class.getName());
    command.add(ear.toString());
    command.add(settings.address().getHostAddress());
    command.add(Integer.toString(settings.port()));
    command.add(root.toString());
    return command;
  }

  private static List<String> words(Attributes manifest, String name) {
    String value = manifest.getValue(name);
    return value == null ? List.of() : List.of(value.strip().split("\\s+"));
  }

  private static Path ownClasses() {
    return Path.of(
        URI.create(
            ServerProcess.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** A root folder that remembers a former deployment would deploy it again. */
  private static Path freshRoot(Path layout, Path root) throws IOException {
    if (Files.exists(root)) {
      for (Path old : treeOf(root, Comparator.reverseOrder())) {
        Files.delete(old);
      }
    }
    Files.createDirectories(root);
    for (String part : ServerLayout.ROOT_PARTS) {
      Path source = layout.resolve(part);
      for (Path path : treeOf(source, Comparator.naturalOrder())) {
        Files.copy(path, root.resolve(part).resolve(source.relativize(path)));
      }
    }
    try (InputStream logging = ServerProcess.class.getResourceAsStream("logging.properties")) {
      Files.copy(logging, root.resolve(ServerMain.LOGGING), StandardCopyOption.REPLACE_EXISTING);
    }
    return root;
  }

  private static List<Path> treeOf(Path folder, Comparator<Path> order) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(order).toList();
    }
  }
}
