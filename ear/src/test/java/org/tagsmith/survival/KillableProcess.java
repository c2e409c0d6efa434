package org.tagsmith.survival;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A {@link SyncingProcess} as its killer sees it. Confined to the test's thread. */
final class KillableProcess implements AutoCloseable {
  /** Big, and nothing that a syncing process needs. */
  private static final Pattern NOT_NEEDED =
      Pattern.compile("arquillian|payara|playwright|driver|archunit|web-widget|junit");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path errors;
  private final BufferedReader said;
  private final BufferedWriter orders;

  private KillableProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    said = process.inputReader(StandardCharsets.UTF_8);
    orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts it; it is not ready yet.
   *
   * @param properties its settings
   * @param errors where its standard error goes
   */
  static KillableProcess start(Map<String, String> properties, Path errors) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx192m", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Duser.timezone=UTC");
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-classpath");
    command.add(classPath());
    command.add(SyncingProcess.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("TAGSMITH_"));
    return new KillableProcess(builder.start(), errors);
  }

  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !NOT_NEEDED.matcher(new File(entry).getName()).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits until it could begin. */
  KillableProcess awaitReady() throws IOException {
    awaitLine(SyncingProcess.READY);
    return this;
  }

  /** Lets it begin. */
  void go() throws IOException {
    order(SyncingProcess.GO);
  }

  /** Waits until it finds nothing more to do. */
  void settle() throws IOException {
    order(SyncingProcess.SETTLE);
    awaitLine(SyncingProcess.SETTLED);
  }

  /** Waits until it has ended its turns; it takes no more. */
  void rest() throws IOException {
    order(SyncingProcess.REST);
    awaitLine(SyncingProcess.RESTED);
  }

  /** From now on it does nothing, as on a machine that hangs. */
  void freeze() throws IOException, InterruptedException {
    Signal.STOP.send(List.of(process.toHandle()));
  }

  /** It goes on and does not know that time has passed. */
  void thaw() throws IOException, InterruptedException {
    Signal.CONT.send(List.of(process.toHandle()));
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("It ended by itself: " + errors());
    }
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("It survived SIGKILL");
    }
  }

  private void order(String order) throws IOException {
    orders.write(order);
    orders.newLine();
    orders.flush();
  }

  private void awaitLine(String wanted) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!said.ready()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("It did not say " + wanted + ": " + errors());
      }
      pause();
    }
    String line = said.readLine();
    if (!wanted.equals(line)) {
      throw new AssertionError("It said " + line + " and not " + wanted + ": " + errors());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting", e);
    }
  }

  /** What it said on its standard error. */
  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
