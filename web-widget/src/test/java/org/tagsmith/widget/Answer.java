package org.tagsmith.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What the server answered.
 *
 * @param body as text
 */
public record Answer(int status, HttpHeaders headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** The first header of this name, an empty text if there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(status + ": " + body, e);
    }
  }

  /**
   * Checks that this refuses, in our own form, with this status and code, and that no word of it
   * comes from inside the server.
   *
   * @return the words for the caller
   */
  public String refuses(int expected, String code) {
    assertThat(status).as(body).isEqualTo(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("code").asText()).as(body).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(expected);
    assertThat(problem.path("type").asText()).isEqualTo("urn:tagsmith:problem:" + code);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertNothingFromInside();
    return problem.path("detail").asText();
  }

  /** Checks that no class, trace, query or server is named. */
  public void assertNothingFromInside() {
    assertThat(body)
        .doesNotContainPattern("\\b(java|jakarta|org|com)\\.[a-z]")
        .doesNotContain("Exception", "\tat ", "Jersey", "Jackson", "Tomcat", "PSQL", "select ");
  }
}
