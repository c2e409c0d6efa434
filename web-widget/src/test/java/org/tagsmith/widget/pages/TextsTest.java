package org.tagsmith.widget.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern ASKED =
      Pattern.compile("\\b(?:t|parts)\\(\\s*'([a-z-]+\\.[A-Za-z.-]+)'");
  private static final Pattern MADE_UP = Pattern.compile("\\bt\\(`([a-z-]+\\.)\\$");

  static List<String> sets() {
    return Webapp.files("/en.json").stream()
        .filter(file -> file.startsWith("app/i18n/"))
        .map(file -> file.substring("app/i18n/".length(), file.length() - "/en.json".length()))
        .toList();
  }

  static Stream<Arguments> translations() {
    return sets().stream()
        .flatMap(set -> Stream.of(arguments(set, "zh-Hant"), arguments(set, "zh-Hans")));
  }

  @Test
  void all_sets_of_texts_are_looked_at() {
    assertThat(sets()).contains("sidebar", "write-back", "console", "changes");
  }

  @ParameterizedTest
  @MethodSource("translations")
  void every_english_text_has_a_translation_with_the_same_places(String set, String language) {
    Map<String, JsonNode> english = texts(set, "en");
    Map<String, JsonNode> translated = texts(set, language);

    assertThat(translated.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) ->
            assertThat(places(translated.get(key)))
                .as(key)
                .containsExactlyElementsOf(places(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-Hant", "zh-Hans"})
  void chinese_has_no_exclamation_mark_and_no_half_width_comma(String language) {
    for (String set : sets()) {
      texts(set, language)
          .forEach(
              (key, text) -> assertThat(text.toString()).as(key).doesNotContain("！", ", ", "!"));
    }
  }

  @Test
  void every_text_that_a_page_asks_for_exists() {
    Set<String> known = new TreeSet<>();
    sets().forEach(set -> known.addAll(texts(set, "en").keySet()));

    assertThat(asked(ASKED)).isNotEmpty().allSatisfy(key -> assertThat(known).contains(key));
    assertThat(asked(MADE_UP))
        .isNotEmpty()
        .allSatisfy(start -> assertThat(known).anyMatch(key -> key.startsWith(start)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zendesk", "freshdesk"})
  void the_sidebar_needs_no_text_of_the_console(String host) {
    Set<String> known = texts("sidebar", "en").keySet();
    Pattern loaded = Pattern.compile("href=\"\\.\\./(app/[^\"]+\\.js)\"");
    String html = Webapp.read("sidebar.html").replace("{{host}}", host);
    List<String> modules = loaded.matcher(html).results().map(m -> m.group(1)).toList();

    for (String module : modules) {
      assertThat(ASKED.matcher(Webapp.read(module)).results().map(m -> m.group(1)))
          .as(module)
          .allSatisfy(key -> assertThat(known).contains(key));
    }
  }

  private static Set<String> asked(Pattern pattern) {
    Set<String> keys = new TreeSet<>();
    for (String file : Webapp.files(".js")) {
      pattern.matcher(Webapp.read(file)).results().map(m -> m.group(1)).forEach(keys::add);
    }
    return keys;
  }

  private static Map<String, JsonNode> texts(String set, String language) {
    String file = "app/i18n/" + set + "/" + language + ".json";
    Map<String, JsonNode> texts = new TreeMap<>();
    try {
      new ObjectMapper()
          .readTree(Webapp.read(file))
          .properties()
          .forEach(field -> texts.put(field.getKey(), field.getValue()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(file + " is not JSON", e);
    }
    return texts;
  }

  /** The names of the places; a plural's forms name the same ones. */
  private static List<String> places(JsonNode text) {
    List<String> forms = new ArrayList<>();
    if (text.isTextual()) {
      forms.add(text.asText());
    } else {
      text.forEach(form -> forms.add(form.asText()));
    }
    return forms.stream()
        .flatMap(form -> PLACE.matcher(form).results().map(MatchResult::group))
        .distinct()
        .sorted()
        .toList();
  }
}
