package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.sync.InMemoryConnector;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class ConnectionsTest extends RunningWidget {
  private static final String GOOD =
      "{\"connector\":\"memory\",\"subdomain\":\"otherbank\",\"user\":\"a@b.example\",\"key\":\"%s\"}"
          .formatted(InMemoryConnector.KEY);

  @AfterEach
  void disconnect() {
    JsonNode accounts = admin().get("api/accounts").json().path("accounts");
    for (JsonNode each : accounts) {
      if (each.at("/connection/source").asText().equals("admin")) {
        admin().delete("api/accounts/" + each.path("id").asInt());
      }
    }
    admin().patch("api/accounts/" + account.value(), "{\"writeBack\":\"automatic\"}");
    database.execute("delete from outbox_entry");
  }

  @Test
  void a_test_tells_step_by_step_what_works_and_keeps_nothing() {
    JsonNode report = admin().post("api/accounts/probe", GOOD).json();

    assertThat(report.path("usable").asBoolean()).isTrue();
    assertThat(report.path("tickets").asLong()).isEqualTo(30);
    assertThat(report.path("callsPerMinute").asInt()).isEqualTo(400);
    assertThat(report.path("steps").findValuesAsText("state")).containsOnly("passed").hasSize(4);
    assertThat(admin().get("api/accounts").json().path("accounts")).hasSize(1);
  }

  @Test
  void a_test_that_fails_says_at_which_step_and_in_which_field() {
    JsonNode report =
        admin().post("api/accounts/probe", GOOD.replace(InMemoryConnector.KEY, "wrong")).json();

    assertThat(report.path("usable").asBoolean()).isFalse();
    assertThat(report.path("steps").findValuesAsText("state"))
        .containsExactly("passed", "failed", "not-tried", "not-tried");
    assertThat(report.at("/failure/field").asText()).isEqualTo("key");
    assertThat(report.at("/failure/code").asText()).isEqualTo("key-refused");
  }

  @Test
  void an_account_is_connected_shown_without_its_key_and_disconnected() {
    Answer connected = admin().post("api/accounts", GOOD);

    assertThat(connected.status()).as(connected.body()).isEqualTo(201);
    int id = connected.json().path("id").asInt();
    Answer shown = admin().get("api/accounts");
    assertThat(shown.body()).doesNotContain(InMemoryConnector.KEY);
    JsonNode connection = shown.json().at("/accounts/1/connection");
    assertThat(connection.path("source").asText()).isEqualTo("admin");
    assertThat(connection.path("user").asText()).isEqualTo("a@b.example");
    assertThat(console(Role.AGENT).get("api/accounts").body()).doesNotContain("a@b.example");

    assertThat(admin().delete("api/accounts/" + id).status()).isEqualTo(204);
    assertThat(admin().get("api/accounts").json().path("accounts")).hasSize(1);
    admin().delete("api/accounts/" + id).refuses(404, "unknown-account");
  }

  @Test
  void connecting_twice_is_refused_at_the_field() {
    admin().post("api/accounts", GOOD);
    Answer again = admin().post("api/accounts", GOOD);

    again.refuses(409, "already-connected");
    assertThat(again.json().path("field").asText()).isEqualTo("subdomain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|unknown-connector|connector",
        "{\"connector\":\"../x\"}|unknown-connector|connector",
        "{\"connector\":\"memory\",\"subdomain\":\"evil.com/\",\"key\":\"k\"}|bad-subdomain|subdomain",
        "{\"connector\":\"memory\",\"subdomain\":\"bank\",\"key\":\"wrong\"}|key-refused|key",
        "{\"connector\":\"memory\",\"subdomain\":\"bank\",\"key\":\"a b\"}|bad-characters|key",
        "{\"connector\":\"memory\",\"subdomain\":\"bank\",\"user\":\"é@b\",\"key\":\"k\"}|bad-characters|user",
        "{\"connector\":\"memory\",\"subdomain\":\"bank\",\"key\":\"k\",\"from\":\"1999-01-01T00:00:00Z\"}|bad-start|from",
        "{\"connector\":\"memory\",\"subdomain\":\"bank\",\"key\":\"k\",\"writeBack\":\"x\"}|bad-write-back|writeBack"
      })
  void settings_that_cannot_be_right_name_their_field(String body, String code, String field) {
    Answer refused = admin().post("api/accounts", body);

    refused.refuses(400, code);
    assertThat(refused.json().path("field").asText()).isEqualTo(field);
  }

  @Test
  void the_operators_account_keeps_its_key_but_can_be_paused() {
    String path = "api/accounts/" + account.value();

    admin().patch(path, "{\"key\":\"x\"}").refuses(409, "set-by-operator");
    admin().delete(path).refuses(409, "set-by-operator");
    assertThat(admin().patch(path, "{\"paused\":true}").status()).isEqualTo(204);
    assertThat(admin().get("api/accounts").json().at("/accounts/0/connection/paused").asBoolean())
        .isTrue();
    assertThat(admin().patch(path, "{\"paused\":false}").status()).isEqualTo(204);
    admin().patch(path, "{}").refuses(400, "missing-field");
    admin().patch(path, "{\"subdomain\":\"x\"}").refuses(400, "account-is-fixed");
  }

  @Test
  void data_goes_only_when_the_name_was_typed() {
    int id = admin().post("api/accounts", GOOD).json().path("id").asInt();
    String path = "api/accounts/" + id;

    Answer refused = admin().delete(path + "?data=delete&confirm=bank");
    refused.refuses(400, "not-confirmed");
    assertThat(refused.json().path("field").asText()).isEqualTo("confirm");
    admin().delete(path + "?data=delete").refuses(400, "not-confirmed");
    admin().delete(path + "?data=all").refuses(400, "bad-data");
    assertThat(admin().delete(path + "?data=delete&confirm=otherbank").status()).isEqualTo(204);
  }

  @Test
  void with_review_labels_wait_for_an_admin() {
    String path = "api/accounts/" + account.value();
    admin().patch(path, "{\"writeBack\":\"review\"}");
    assertThat(
            sidebar()
                .post(
                    "api/sidebar/tickets/3/dispositions",
                    "{\"houseTagId\":1,\"action\":\"add\",\"through\":\"helpdesk\"}")
                .status())
        .isLessThan(300);

    JsonNode held = admin().get(path + "/changes").json().at("/changes/0");
    assertThat(held.path("ticket").asLong()).isEqualTo(3);
    assertThat(held.path("add").toString()).contains("upgrade_creditcard");
    assertThat(admin().get("api/accounts").json().at("/accounts/0/connection/held").asLong())
        .isEqualTo(1);
    admin().post(path + "/changes/3/drop", "{}").refuses(400, "missing-field");
    String seen = "{\"upTo\":" + held.path("upTo").asLong() + "}";
    assertThat(admin().post(path + "/changes/3/release", seen).body()).isEqualTo("{\"changes\":1}");
    assertThat(admin().post(path + "/changes/3/release", seen).body()).isEqualTo("{\"changes\":0}");
  }

  private Client admin() {
    return console(Role.ADMIN);
  }
}
