package org.tagsmith.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Lays a Payara Micro out as a folder that accepts an EAR. Micro as shipped refuses one, because
 * two modules of the full server are missing from its runtime; see ADR 0004.
 */
public final class ServerLayout {
  static final String LAUNCHER_JAR = "launch-micro.jar";
  static final List<String> EAR_SUPPORT =
      List.of("deployment-javaee-full.jar", "appclient-connector.jar");

  /** What a root folder holds before the first start. */
  static final List<String> ROOT_PARTS = List.of("config", "docroot", "lib");

  private ServerLayout() {}

  /**
   * Run by the build.
   *
   * @param args the Payara Micro jar, the folder with the two modules of the full server, the
   *     folder to lay out
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the build is stopped meanwhile
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path microJar = Path.of(args[0]);
    Path modules = Path.of(args[1]);
    Path server = Path.of(args[2]);
    Path mark = server.resolve("laid-out-from.txt");
    if (Files.exists(mark) && Files.readString(mark).equals(microJar.toString())) {
      return;
    }
    Files.createDirectories(server);
    Process micro =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                microJar.toString(),
                "--rootdir",
                server.toString(),
                "--outputlauncher")
            .redirectErrorStream(true)
            .redirectOutput(server.resolve("layout.log").toFile())
            .start();
    if (micro.waitFor() != 0 || !Files.exists(server.resolve(LAUNCHER_JAR))) {
      throw new IOException(
          "Payara Micro could not be laid out; see " + server.resolve("layout.log"));
    }
    for (String jar : EAR_SUPPORT) {
      Files.copy(
          modules.resolve(jar),
          server.resolve("runtime").resolve(jar),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(mark, microJar.toString());
  }
}
