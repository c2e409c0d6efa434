package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class InterpretationsTest extends RunningWidget {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_label_is_read_with_its_tag_its_rule_and_the_version() {
    JsonNode read = read(List.of("upgrade-credit-card", "upgrade-credit-card", "qqq")).json();

    assertThat(read.path("vocabularyVersion").asInt()).isEqualTo(1);
    assertThat(read.path("houseTagIds").toString()).isEqualTo("[1]");
    assertThat(read.path("parts")).hasSize(2);
    assertThat(read.at("/parts/1/outcome").asText()).isEqualTo("matched");
    assertThat(read.at("/parts/0/outcome").asText()).isEqualTo("unmapped");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a,b",
        "say \"hi\"",
        "it's",
        "<b>bold</b>",
        "💳💳",
        "👩‍👩‍👧‍👦",
        "\u202Eabc\u202C",
        "\u200F\u200E\u2066x\u2069",
        "\u0000",
        "a\u0000b",
        "\uFEFF",
        "tab\tand\nline",
        "ＵＰＧＲＡＤＥ",
        "ﷺ",
        "Z\u0351\u036B\u0343a\u0323",
        "=1+1",
        "'; drop table ticket; --",
        "../../etc/passwd",
        "{{7*7}}"
      })
  void any_text_is_a_label_and_comes_back_exactly_as_it_was(String label) {
    Answer read = read(List.of(label));

    assertThat(read.status()).as(read.body()).isEqualTo(200);
    assertThat(read.json().at("/parts/0/label").asText()).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83d", "\\udc00\\ud800"})
  void half_a_character_is_read_and_written_without_an_incident(String half) {
    Answer read = sidebar().post("api/interpretations", "{\"labels\":[\"" + half + "\"]}");

    assertThat(read.status()).as(read.body()).isEqualTo(200);
    assertThat(read.json().at("/parts/0/outcome").asText()).isEqualTo("unmapped");
  }

  @Test
  void a_label_of_five_thousand_characters_is_read_and_one_that_is_too_long_is_named() {
    assertThat(read(List.of("x".repeat(5_000))).status()).isEqualTo(200);

    assertThat(read(List.of("a", "b", "x".repeat(10_001))).refuses(400, "bad-label"))
        .contains("Label 3 of 'labels'")
        .contains("longer than 10000 characters")
        .contains("Leave it out");
    assertThat(read(Collections.singletonList(null)).refuses(400, "bad-label"))
        .contains("Label 1 of 'labels' is null");
  }

  @Test
  void two_hundred_labels_are_read_at_once_and_not_one_more() {
    List<String> labels = IntStream.range(0, 201).mapToObj(i -> "label " + i).toList();

    assertThat(read(labels.subList(0, 200)).json().path("parts")).hasSize(200);
    assertThat(read(labels).refuses(400, "too-many-labels"))
        .contains("'labels' holds 201 labels; 200 are read at once")
        .contains("Send them in parts");
    assertThat(read(List.of()).json().path("parts")).isEmpty();
  }

  @Test
  void a_request_without_labels_is_told_which_field_is_missing() {
    for (String body : new String[] {"{}", "{\"labels\":null}"}) {
      assertThat(sidebar().post("api/interpretations", body).refuses(400, "missing-field"))
          .contains("'labels'")
          .contains("Send a list of texts");
    }
  }

  @Test
  void the_longest_request_that_is_let_in_keeps_nobody_waiting() {
    List<String> long_ =
        IntStream.range(0, 24).mapToObj(i -> i + " credit_crad".repeat(830)).toList();
    List<String> many =
        IntStream.range(0, 200).mapToObj(i -> i + " upgrade_crad".repeat(90)).toList();

    for (List<String> labels : List.of(long_, many)) {
      long begun = System.nanoTime();
      assertThat(read(labels).status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }
  }

  private Answer read(List<String> labels) {
    try {
      return sidebar()
          .post(
              "api/interpretations",
              JSON.writeValueAsString(Collections.singletonMap("labels", labels)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
