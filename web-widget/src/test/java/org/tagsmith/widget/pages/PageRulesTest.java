package org.tagsmith.widget.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRulesTest {
  private static final int FIRST_LOAD = 40_000;
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:[^'\"]* from )?'([^']+)';", Pattern.MULTILINE);

  static List<String> scripts() {
    return Webapp.files(".js");
  }

  static List<String> pages() {
    return Webapp.files(".html");
  }

  @Test
  void no_two_elements_have_one_name() {
    Pattern defined = Pattern.compile("customElements\\.define\\('([a-z-]+)'");
    List<String> names =
        scripts().stream()
            .flatMap(script -> defined.matcher(Webapp.read(script)).results())
            .map(found -> found.group(1))
            .toList();

    assertThat(names).hasSizeGreaterThan(20).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_script_never_makes_markup_from_text(String script) {
    assertThat(Webapp.read(script))
        .doesNotContain(
            ".innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Function(");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_template_carries_no_style_and_no_handler_in_an_attribute(String script) {
    assertThat(Webapp.read(script)).doesNotContainPattern("[\\s\"]style=[\"$]");
    assertThat(Webapp.read(script)).doesNotContainPattern("\\son[a-z]+=\"");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void only_the_api_folder_fetches(String script) {
    if (!script.startsWith("app/api/")) {
      assertThat(Webapp.read(script))
          .doesNotContainPattern("\\bfetch\\(")
          .doesNotContain("XMLHttpRequest", "sendBeacon", "new WebSocket", "new EventSource");
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void pure_state_touches_no_page_and_no_host(String script) {
    if (script.startsWith("app/state/")) {
      assertThat(Webapp.read(script)).doesNotContainPattern("\\b(document|window|localStorage)\\.");
      assertThat(imports(script)).allMatch(path -> path.matches("\\./[a-z-]+\\.js"));
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_module_imports_only_what_is_shipped_with_it(String script) {
    for (String path : imports(script)) {
      Path target = Path.of(script).getParent().resolve(path).normalize();
      assertThat(path).startsWith(".");
      if (!target.startsWith("vendor")) {
        assertThat(Webapp.ROOT.resolve(target)).exists();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_has_nothing_inline(String page) {
    String html = Webapp.read(page);
    assertThat(html).doesNotContain("<style").doesNotContainPattern("\\s(style|on[a-z]+)=");
    assertThat(html).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    assertThat(html).doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zendesk", "freshdesk"})
  void the_sidebar_announces_each_module_that_it_will_need_and_no_other_hosts(String host) {
    String html = Webapp.read("sidebar.html").replace("{{host}}", host);
    Set<String> needed = new TreeSet<>();
    collect("app/sidebar.js", needed);
    collect("app/host/" + host + ".js", needed);
    needed.remove("app/sidebar.js");
    assertThat(needed)
        .hasSizeGreaterThan(10)
        .allSatisfy(module -> assertThat(html).contains("\"../" + module + "\""));
    assertThat(Pattern.compile("\"\\.\\./(app/host/[^\"]+)\"").matcher(html).results())
        .allSatisfy(module -> assertThat(needed).contains(module.group(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "zendesk, en",
    "zendesk, zh-Hant",
    "zendesk, zh-Hans",
    "freshdesk, en",
    "freshdesk, zh-Hant",
    "freshdesk, zh-Hans"
  })
  void the_first_load_of_the_sidebar_is_at_most_40_kB_compressed(String host, String language) {
    Stream<String> named =
        Pattern.compile("(?:src|href)=\"\\.\\./([^\"]+)\"")
            .matcher(Webapp.read("sidebar.html").replace("{{host}}", host))
            .results()
            .map(match -> match.group(1))
            .filter(file -> !file.equals("logo.svg"));
    Stream<String> asked =
        Stream.of("sidebar.html", "icons-sidebar.svg", "app/i18n/sidebar/" + language + ".json");

    int bytes = Stream.concat(named, asked).mapToInt(PageRulesTest::compressed).sum();

    assertThat(bytes).isBetween(20_000, FIRST_LOAD);
  }

  private static void collect(String module, Set<String> found) {
    if (found.add(module) && !module.startsWith("vendor/")) {
      for (String path : imports(module)) {
        collect(
            Path.of(module).getParent().resolve(path).normalize().toString().replace('\\', '/'),
            found);
      }
    }
  }

  private static List<String> imports(String script) {
    return IMPORT.matcher(Webapp.read(script)).results().map(match -> match.group(1)).toList();
  }

  private static int compressed(String file) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(
            file.startsWith("vendor/")
                ? Files.readAllBytes(vendor(file))
                : Webapp.read(file).getBytes(StandardCharsets.UTF_8));
      }
      return packed.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A browser library, where the build has unpacked it. */
  private static Path vendor(String file) throws IOException {
    String name = file.substring("vendor/lit-html/".length());
    try (Stream<Path> unpacked = Files.walk(Path.of("target/vendor"))) {
      return unpacked.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
