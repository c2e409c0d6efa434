package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

/** The secrets of an account that an admin connected, as the page gives them. */
class SecretsTest extends RunningWidget {
  private int id;

  @BeforeEach
  void connect() {
    id =
        console(Role.ADMIN)
            .post(
                "api/accounts",
                "{\"connector\":\"memory\",\"subdomain\":\"otherbank\",\"user\":\"a@b.example\",\"key\":\"%s\"}"
                    .formatted(InMemoryConnector.KEY))
            .json()
            .path("id")
            .asInt();
  }

  @AfterEach
  void disconnect() {
    console(Role.ADMIN).delete("api/accounts/" + id);
  }

  @Test
  void an_admin_sees_who_gave_each_secret_and_no_secret() {
    give("sidebar", "the-public-key-of-the-app");

    Answer shown = console(Role.ADMIN).get("api/accounts/secrets");

    assertThat(shown.body()).doesNotContain("the-public-key-of-the-app");
    assertThat(secret("webhook").path("source").asText()).isEqualTo("nobody");
    assertThat(secret("webhook").path("madeHere").asBoolean()).isTrue();
    JsonNode sidebar = secret("sidebar");
    assertThat(sidebar.path("source").asText()).isEqualTo("admin");
    assertThat(sidebar.path("changedBy").asText()).isNotBlank();
    assertThat(sidebar.path("changedAt").asText()).isNotBlank();
    assertThat(shown.json().at("/secrets/0/source").asText()).isEqualTo("operator");
  }

  @Test
  void a_made_secret_is_told_once() {
    Answer made = console(Role.ADMIN).post(address("webhook"), "{}");

    assertThat(made.status()).as(made.body()).isEqualTo(200);
    String secret = made.json().path("secret").asText();
    assertThat(secret).hasSize(43);
    assertThat(made.header("Cache-Control")).contains("no-store");
    assertThat(console(Role.ADMIN).get("api/accounts/secrets").body()).doesNotContain(secret);
    console(Role.ADMIN).post(address("sidebar"), "{}").refuses(400, "not-made-here");
  }

  @Test
  void a_forgotten_secret_is_nobodys() {
    give("sidebar", "the-public-key-of-the-app");

    assertThat(console(Role.ADMIN).delete(address("sidebar")).status()).isEqualTo(204);

    assertThat(secret("sidebar").path("source").asText()).isEqualTo("nobody");
  }

  @Test
  void what_cannot_be_a_secret_is_refused_at_its_field() {
    Answer refused = give("webhook", "short");

    refused.refuses(400, "bad-secret");
    assertThat(refused.json().path("field").asText()).isEqualTo("secret");
    give("webhook", " ").refuses(400, "missing-field");
    give("webhook", "x".repeat(9_000)).refuses(400, "bad-secret");
    give("password", "anything-at-all").refuses(404, "no-such-secret");
    console(Role.ADMIN)
        .post("api/accounts/" + account.value() + "/secrets/webhook", "{}")
        .refuses(409, "set-by-operator");
    console(Role.ADMIN)
        .post("api/accounts/99999/secrets/webhook", "{}")
        .refuses(404, "unknown-account");
    console(Role.ADMIN)
        .post("api/accounts/0/secrets/webhook", "{}")
        .refuses(404, "unknown-account");
  }

  @Test
  void an_app_is_downloaded_for_the_address_that_the_page_is_at() {
    Answer app =
        console(Role.ADMIN).get("api/sidebar/apps/memory?address=https%3A%2F%2Ftags.example%2F");

    assertThat(app.status()).isEqualTo(200);
    assertThat(app.body()).isEqualTo("an app for https://tags.example/");
    assertThat(app.header("Content-Disposition")).contains("tagsmith-memory.zip");
    console(Role.ADMIN)
        .get("api/sidebar/apps/nobody?address=https%3A%2F%2Ftags.example%2F")
        .refuses(404, "unknown-helpdesk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?address=",
        "?address=tags.example",
        "?address=https%3A%2F%2Ftags.example",
        "?address=https%3A%2F%2Ftags.example%2F%22%2C%22x%22%3A%22",
        "?address=https%3A%2F%2Fa%40b%2F",
        "?address=javascript%3Aalert%281%29%2F"
      })
  void an_address_that_is_none_gets_no_app(String query) {
    console(Role.ADMIN).get("api/sidebar/apps/memory" + query).refuses(400, "bad-address");
  }

  private Answer give(String purpose, String secret) {
    return console(Role.ADMIN)
        .send(
            "PUT",
            address(purpose),
            BodyPublishers.ofString("{\"secret\":\"%s\"}".formatted(secret)));
  }

  private String address(String purpose) {
    return "api/accounts/" + id + "/secrets/" + purpose;
  }

  private JsonNode secret(String purpose) {
    for (JsonNode each : console(Role.ADMIN).get("api/accounts/secrets").json().path("secrets")) {
      if (each.path("account").asInt() == id && each.path("purpose").asText().equals(purpose)) {
        return each;
      }
    }
    throw new AssertionError("Account " + id + " shares no " + purpose + " secret");
  }
}
