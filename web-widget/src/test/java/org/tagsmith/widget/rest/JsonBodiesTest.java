package org.tagsmith.widget.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class JsonBodiesTest extends RunningWidget {
  private static final String ADDRESS = "api/interpretations";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "null", " null "})
  void a_body_that_holds_nothing_is_told_to_be_empty(String body) {
    assertThat(sidebar().post(ADDRESS, body).refuses(400, "empty-body")).contains("Send one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels",
        "{",
        "}",
        "{\"labels\":[",
        "{\"labels\":[]",
        "{\"labels\":[]} x",
        "{\"labels\":[]}{}",
        "{'labels':[]}",
        "{labels:[]}",
        "{\"labels\":[],}",
        "{\"labels\":[],\"labels\":[]}",
        "<labels/>",
        "labels=x",
        "[]",
        "\"x\"",
        "1",
        "true",
        "{\"labels\":[\"\\x\"]}",
        "{\"labels\":[\"a\nb\"]}",
        "{\"labels\":[NaN]}",
        "/* */{\"labels\":[]}"
      })
  void what_is_no_json_object_is_refused_with_the_place_or_the_field(String body) {
    Answer answer = sidebar().post(ADDRESS, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    String code = answer.json().path("code").asText();
    assertThat(code).isIn("not-json", "wrong-type");
    assertThat(answer.refuses(400, code))
        .containsPattern("\\(line \\d+, column \\d+\\)|'labels")
        .containsAnyOf("Correct it there", "/openapi says what it takes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"labels\":\"x\"}|'labels'",
        "{\"labels\":{}}|'labels'",
        "{\"labels\":1}|'labels'",
        "{\"labels\":[1]}|'labels.[0]'",
        "{\"labels\":[\"a\",1.5]}|'labels.[1]'",
        "{\"labels\":[\"a\",\"b\",true]}|'labels.[2]'",
        "{\"labels\":[[]]}|'labels.[0]'",
        "{\"labels\":[{}]}|'labels.[0]'"
      })
  void a_field_of_a_wrong_type_is_named_with_its_place(String body, String place) {
    assertThat(sidebar().post(ADDRESS, body).refuses(400, "wrong-type"))
        .contains(place)
        .contains("/openapi says what it takes");
  }

  @Test
  void a_field_that_is_not_known_is_named_and_nothing_else_of_the_body() {
    String refused =
        sidebar()
            .post(ADDRESS, "{\"labels\":[\"a secret\"],\"lables\":\"another secret\"}")
            .refuses(400, "unknown-field");

    assertThat(refused)
        .contains("'lables'")
        .contains("Take it out or correct its spelling")
        .doesNotContain("secret");
  }

  @Test
  void the_name_of_a_field_comes_back_short_and_harmless() {
    String script =
        sidebar()
            .post(ADDRESS, "{\"<script>alert(1)</script>\\u202E\\n\":1}")
            .refuses(400, "unknown-field");
    String long_ =
        sidebar().post(ADDRESS, "{\"" + "x".repeat(190) + "\":1}").refuses(400, "unknown-field");

    assertThat(script).contains("'?script?alert?1???script???'");
    assertThat(long_).hasSizeLessThan(200);
  }

  @Test
  void a_request_that_sends_another_media_type_is_told_what_to_send() {
    for (String type : new String[] {"text/plain", "application/xml", "multipart/form-data"}) {
      assertThat(
              sidebar()
                  .with("Content-Type", type)
                  .post(ADDRESS, "{\"labels\":[]}")
                  .refuses(415, "wrong-media-type"))
          .contains("Send application/json");
    }
    sidebar()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(ADDRESS, "labels=x")
        .refuses(415, "wrong-media-type");
  }

  @Test
  void a_sign_in_by_a_form_of_another_site_is_no_sign_in() {
    stranger()
        .with("Content-Type", "text/plain")
        .post("api/session", "{\"name\":\"lead\",\"password\":\"" + PASSWORD + "\"}")
        .refuses(415, "wrong-media-type");
  }

  @Test
  void text_in_any_unicode_encoding_is_read_and_broken_text_is_refused() {
    for (Charset charset :
        new Charset[] {UTF_8, StandardCharsets.UTF_16BE, Charset.forName("UTF-32BE")}) {
      assertThat(send("{\"labels\":[\"升級\"]}".getBytes(charset)).body()).contains("升級");
    }
    send(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
        .refuses(400, "not-json");
    send(new byte[] {0, 0, 0, '{', (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff})
        .refuses(400, "not-json");
    send(new byte[] {0, 0, 0, '{', 0, 0, 0}).refuses(400, "not-json");
    send(new byte[] {(byte) 0xc3}).refuses(400, "not-json");
  }

  @Test
  void numbers_are_not_taken_for_words_nor_words_for_numbers() {
    String address = "api/sidebar/tickets/3/dispositions";
    for (String tag : new String[] {"\"1\"", "1.0", "1e0", "true", "99999999999", "[1]", "\"\""}) {
      String body = "{\"action\":\"add\",\"houseTagId\":%s,\"through\":\"form\"}".formatted(tag);
      assertThat(sidebar().post(address, body).refuses(400, "wrong-type"))
          .as(tag)
          .contains("'houseTagId'");
    }
    assertThat(
            console(Role.ADMIN)
                .post("api/people", "{\"name\":5,\"role\":\"agent\",\"password\":\"12345678\"}")
                .refuses(400, "wrong-type"))
        .contains("'name'");
  }

  private Answer send(byte[] body) {
    return sidebar().send("POST", ADDRESS, BodyPublishers.ofByteArray(body));
  }
}
