package org.tagsmith.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageInfoTest {
  /** One folder that explains all of its packages together, see its own package-info. */
  private static final String BROKEN_HOUSE =
      House.BROKEN.root().substring(House.PRODUCT.root().length() + 1).replace('.', '/');

  private static final Pattern PURPOSE = Pattern.compile("/\\*\\*\\s+(?:\\*\\s+)?\\w.{20,}");

  @TempDir Path module;

  @ParameterizedTest
  @ValueSource(
      strings = {"domain", "connector-zendesk", "connector-freshdesk", "web-widget", "ear"})
  void every_package_says_what_it_is_for(String name) throws IOException {
    Path source = Path.of("..", name, "src").toRealPath();
    assertThat(packages(source)).isNotEmpty();
    assertThat(unexplained(source)).isEmpty();
  }

  @Test
  void a_package_without_words_is_found() throws IOException {
    write("main/java/org/tagsmith/told/Thing.java", "class Thing {}");
    write(
        "main/java/org/tagsmith/told/package-info.java",
        "/** What nobody can do without; must not be more. */\npackage org.tagsmith.told;");
    write("test/java/org/tagsmith/told/ThingTest.java", "class ThingTest {}");
    write("main/java/org/tagsmith/untold/Thing.java", "class Thing {}");
    write("main/java/org/tagsmith/mute/Thing.java", "class Thing {}");
    write("main/java/org/tagsmith/mute/package-info.java", "package org.tagsmith.mute;");
    write("test/java/org/tagsmith/late/ThingTest.java", "class ThingTest {}");

    assertThat(unexplained(module))
        .containsExactly("org/tagsmith/late", "org/tagsmith/mute", "org/tagsmith/untold");
  }

  private void write(String file, String text) throws IOException {
    Path path = module.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** A package is told once in its module: tests lie beside what they test. */
  private static Set<String> unexplained(Path source) {
    Set<String> packages = packages(source);
    packages.removeAll(
        sources(source)
            .filter(file -> file.endsWith("package-info.java"))
            .filter(file -> PURPOSE.matcher(read(source.resolve(file))).find())
            .map(PackageInfoTest::packageOf)
            .toList());
    return packages;
  }

  private static Set<String> packages(Path source) {
    return sources(source)
        .map(PackageInfoTest::packageOf)
        .filter(name -> !name.contains(BROKEN_HOUSE + "/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Java files in the folders {@code <kind>/java} of a module, relative to {@code source}. */
  private static Stream<Path> sources(Path source) {
    try (Stream<Path> files = Files.walk(source)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(source::relativize)
              .filter(file -> file.getName(1).toString().equals("java"))
              .toList();
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(Path file) {
    return file.subpath(2, file.getNameCount() - 1).toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
