package org.tagsmith.widget.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of static files as it stands in the sources. */
final class Webapp {
  static final Path ROOT = Path.of("src/main/webapp");

  private Webapp() {}

  static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths below the root of all files with that ending, sorted, WEB-INF left out. */
  static List<String> files(String ending) {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(ending) && !file.startsWith("WEB-INF"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
