package org.tagsmith.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of these tests: one that is on the machine, else the distribution's package where we
 * are root on Debian, else Playwright's own download. Says which; never does without.
 */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> PACKAGES =
      List.of("chromium", "fonts-noto-cjk", "fonts-liberation");

  private Chromium() {}

  /**
   * Where the browser is.
   *
   * @return empty if Playwright is to use its own, which it has then
   */
  static Optional<Path> find() throws IOException, InterruptedException {
    Optional<Path> there = onThisMachine();
    if (there.isPresent()) {
      say("Browser tests use " + there.get() + ", which is on this machine");
      return there;
    }
    if (mayInstall()) {
      say("Browser tests install the distribution's Chromium: " + PACKAGES);
      run(Stream.of("apt-get", "update", "-qq"));
      run(
          Stream.concat(
              Stream.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"),
              PACKAGES.stream()));
      return Optional.of(
          onThisMachine().orElseThrow(() -> new IOException("The package brought no Chromium")));
    }
    say("Browser tests let Playwright fetch its own Chromium");
    run(
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "com.microsoft.playwright.CLI",
            "install",
            "chromium"));
    return Optional.empty();
  }

  /** Whether this process may do without the browser's sandbox, which root must. */
  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Optional<Path> onThisMachine() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean mayInstall() {
    return isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"));
  }

  private static void run(Stream<String> words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words.toList()).inheritIO();
    builder.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
    Process process = builder.start();
    if (!process.waitFor(15, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("This failed: " + String.join(" ", builder.command()));
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
