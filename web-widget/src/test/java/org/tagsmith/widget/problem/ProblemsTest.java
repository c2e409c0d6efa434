package org.tagsmith.widget.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class ProblemsTest extends RunningWidget {
  @Test
  void an_address_that_there_is_not_leads_to_the_description_of_those_that_there_are() {
    for (String path : new String[] {"api/nothing", "api/", "api/people/a/b", "api/sidebar"}) {
      Answer answer = stranger().get(path);
      assertThat(answer.refuses(404, "unknown-path")).contains("/openapi lists what there is");
      assertThat(answer.json().path("instance").asText()).isEqualTo("/" + path);
    }
  }

  @Test
  void a_method_that_an_address_does_not_take_is_answered_with_those_it_takes() {
    Answer answer = stranger().send("PUT", "api/session", BodyPublishers.noBody());

    assertThat(answer.refuses(405, "wrong-method")).contains("Allow header");
    assertThat(answer.header("Allow")).contains("GET", "POST", "DELETE");
  }

  @Test
  void who_accepts_nothing_that_we_write_is_told_so() {
    stranger().with("Accept", "image/png").get("api/start").refuses(406, "wrong-accept");
  }

  @Test
  void headers_that_cannot_be_read_are_no_incident() {
    for (String[] header :
        new String[][] {
          {"Accept", "///"},
          {"Accept", "text/html;q=x"},
          {"Content-Type", "json"},
          {"Content-Type", "application/json; charset=no-such-charset"},
          {"Accept-Language", "????"},
          {"Cookie", "=;;=,tagsmith_session"},
          {"Range", "bytes=9-1"}
        }) {
      Answer answer = stranger().with(header[0], header[1]).post("api/session", "{\"name\":\"x\"}");
      assertThat(answer.status()).as(String.join(": ", header)).isBetween(400, 415);
      answer.assertNothingFromInside();
    }
  }

  @Test
  void what_nobody_expected_is_an_incident_without_a_word_of_its_cause() {
    database.execute("alter table staff_member rename to gone");
    try {
      Answer answer = console(Role.ADMIN).get("api/people");

      String detail = answer.refuses(500, "incident");
      String incident = answer.json().path("incident").asText();
      assertThat(incident).matches("[0-9a-f]{8}");
      assertThat(detail).contains("tell the operator the incident code " + incident);
      assertThat(answer.json().path("instance").asText())
          .isEqualTo("urn:tagsmith:incident:" + incident);
      assertThat(answer.body()).doesNotContain("staff_member", "relation");
    } finally {
      database.execute("alter table gone rename to staff_member");
    }
    assertThat(console(Role.ADMIN).get("api/people").status()).isEqualTo(200);
  }

  @Test
  void a_page_that_there_is_not_is_told_in_words_and_never_by_the_server_itself() {
    Answer answer = stranger().get("no/such/page");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("There is no such page");
    answer.assertNothingFromInside();
  }

  @Test
  void a_path_with_markup_in_it_comes_back_as_no_markup() {
    Answer page = stranger().get("%3Cscript%3Ealert(1)%3C/script%3E");
    Answer api = stranger().get("api/%3Cscript%3Ealert(1)%3C/script%3E");

    assertThat(page.body()).doesNotContain("<script>alert");
    assertThat(api.body()).doesNotContain("<script>alert");
    api.refuses(404, "unknown-path");
  }
}
