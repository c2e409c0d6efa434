package org.tagsmith.widget.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {
  private static final String LUCIDE = "/META-INF/resources/webjars/lucide-static/0.468.0/icons/";
  private static final Pattern SYMBOL =
      Pattern.compile("<symbol id=\"([a-z0-9-]+)\" viewBox=\"0 0 24 24\">(.*?)</symbol>");
  private static final Pattern NAMED =
      Pattern.compile("(?:icon\\(|symbol: |icon: |symbol = )'([a-z0-9-]+)'");

  @ParameterizedTest
  @ValueSource(strings = {"icons.svg", "icons-sidebar.svg"})
  void each_symbol_is_drawn_as_lucide_draws_it(String sprite) throws IOException {
    for (Map.Entry<String, String> symbol : symbols(sprite).entrySet()) {
      assertThat(shapes(symbol.getValue()))
          .as(symbol.getKey())
          .isEqualTo(shapes(lucide(symbol.getKey())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"icons.svg", "icons-sidebar.svg"})
  void a_sprite_names_the_license_it_stands_under(String sprite) {
    assertThat(Webapp.read(sprite)).contains("ISC", "Lucide Contributors");
  }

  @Test
  void every_symbol_that_a_page_names_is_in_the_sprite() {
    Set<String> named = new TreeSet<>();
    for (String file : Webapp.files(".js")) {
      if (!file.endsWith("/charts.js")) { // its symbols are the chart library's
        NAMED.matcher(Webapp.read(file)).results().map(m -> m.group(1)).forEach(named::add);
      }
    }
    assertThat(named).hasSizeGreaterThan(15);
    assertThat(symbols("icons.svg").keySet()).containsAll(named);
  }

  @Test
  void every_symbol_that_the_sidebar_names_is_in_its_own_sprite() {
    Set<String> named = new TreeSet<>();
    for (String file : Webapp.files(".js")) {
      if (file.matches(".*/(desk-sidebar|reason-field|code-pad)/.*")) {
        NAMED.matcher(Webapp.read(file)).results().map(m -> m.group(1)).forEach(named::add);
      }
    }
    assertThat(named).hasSizeGreaterThan(5);
    assertThat(symbols("icons-sidebar.svg").keySet()).containsAll(named);
  }

  private static Map<String, String> symbols(String sprite) {
    Map<String, String> symbols = new TreeMap<>();
    Matcher found = SYMBOL.matcher(Webapp.read(sprite));
    while (found.find()) {
      symbols.put(found.group(1), found.group(2));
    }
    assertThat(symbols).isNotEmpty();
    return symbols;
  }

  private static String lucide(String name) throws IOException {
    String path = LUCIDE + name + ".svg";
    try (InputStream file = IconsTest.class.getResourceAsStream(path)) {
      assertThat(file).as(path).isNotNull();
      String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    }
  }

  private static String shapes(String markup) {
    return markup.replaceAll("\\s*/>", "/>").replaceAll(">\\s+<", "><").strip();
  }
}
