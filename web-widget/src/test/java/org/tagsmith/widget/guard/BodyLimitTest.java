package org.tagsmith.widget.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RawRequest;
import org.tagsmith.widget.RunningWidget;

class BodyLimitTest extends RunningWidget {
  // Far above what a refusal takes here, far below what reading such a body takes.
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @Test
  void a_body_that_announces_thirty_megabytes_is_refused_before_a_byte_of_it_is_sent() {
    Answer refused =
        atOnce(
            () ->
                request("POST /api/session").with("Content-Length", "31457280").send(new byte[0]));

    assertThat(refused.refuses(413, "body-too-large"))
        .contains("262144 bytes")
        .contains("Send less at once");
    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(refused.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void a_page_takes_no_more_than_an_address_of_the_api() {
    for (String line :
        new String[] {"POST /", "POST /sidebar/zendesk", "GET /console/", "PUT /x"}) {
      request(line)
          .with("Content-Length", "31457280")
          .send(new byte[0])
          .refuses(413, "body-too-large");
    }
  }

  @Test
  void a_body_that_announces_no_length_is_read_up_to_the_limit_and_no_further() {
    byte[] blanks = " ".repeat(8_192).getBytes(UTF_8);

    Answer refused = atOnce(() -> request("POST /api/session").sendChunksWithoutEnd(blanks));

    assertThat(refused.refuses(413, "body-too-large")).contains("Send less at once");
  }

  @Test
  void too_many_labels_in_chunks_are_too_long_and_not_of_a_wrong_type() {
    String label = "\"" + "x".repeat(1_000) + "\",";
    String token = sessions.openSidebar(new SidebarSession(account, "anna"), Duration.ofMinutes(1));
    byte[] body = ("{\"labels\":[" + label.repeat(300) + "\"\"]}").getBytes(UTF_8);

    request("POST /api/interpretations")
        .with("Authorization", "Bearer " + token)
        .sendOneChunk(body)
        .refuses(413, "body-too-large");
  }

  @Test
  void the_longest_body_is_read_and_one_byte_more_is_not() {
    String words = "{\"name\":\"lead\",\"password\":\"wrong\"}";
    String longest = words + " ".repeat(BodyLimit.BYTES - words.length());

    stranger().post("api/session", longest).refuses(401, "wrong-credentials");
    request("POST /api/session")
        .sendOneChunk(longest.getBytes(UTF_8))
        .refuses(401, "wrong-credentials");
    request("POST /api/session")
        .sendOneChunk((longest + " ").getBytes(UTF_8))
        .refuses(413, "body-too-large");
    stranger().post("api/session", longest + " ").refuses(413, "body-too-large");
  }

  @Test
  void json_that_nests_a_hundred_thousand_deep_is_refused_at_once() {
    String deep = "[".repeat(100_000);

    atOnce(() -> stranger().post("api/session", deep)).refuses(400, "not-json");
    atOnce(() -> stranger().post("api/session", "{\"name\":" + deep)).refuses(400, "wrong-type");
    atOnce(() -> stranger().post("api/session", "{\"name\":\"a\",\"b\":" + deep))
        .refuses(400, "json-out-of-bounds");
    atOnce(() -> sidebar().post("api/interpretations", "{\"labels\":[" + deep))
        .refuses(400, "wrong-type");
  }

  @Test
  void a_number_of_a_megabyte_is_refused_at_once() {
    String head = "{\"name\":";

    atOnce(() -> stranger().post("api/session", head + "1".repeat(1_000_000) + "}"))
        .refuses(413, "body-too-large");
    for (String number : new String[] {"1".repeat(250_000), "1e" + "9".repeat(250_000)}) {
      atOnce(() -> stranger().post("api/session", head + number + "}"))
          .refuses(400, "json-out-of-bounds");
    }
    atOnce(() -> stranger().post("api/session", head + "1e1000000000}")).refuses(400, "wrong-type");
  }

  @Test
  void texts_and_names_that_are_too_long_are_refused_at_once() {
    String text = "x".repeat(66_000);

    atOnce(() -> stranger().post("api/session", "{\"name\":\"" + text + "\"}"))
        .refuses(400, "json-out-of-bounds");
    atOnce(() -> stranger().post("api/session", "{\"" + text + "\":1}"))
        .refuses(400, "json-out-of-bounds");
  }

  private RawRequest request(String line) {
    return new RawRequest(stranger().root(), line);
  }

  private static Answer atOnce(Supplier<Answer> asking) {
    long begun = System.nanoTime();
    Answer answer = asking.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
    return answer;
  }
}
