package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class PeopleTest extends RunningWidget {
  @BeforeEach
  void theThree() {
    resetStaff();
  }

  @Test
  void a_person_is_added_signs_in_and_is_removed() {
    Answer added = admin().post("api/people", person(" Bea ", "lead", PASSWORD));

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body()).isEqualTo("{\"name\":\"bea\",\"role\":\"lead\"}");
    assertThat(
            stranger()
                .post("api/session", "{\"name\":\"BEA\",\"password\":\"" + PASSWORD + "\"}")
                .status())
        .isEqualTo(200);
    assertThat(admin().delete("api/people/bea").status()).isEqualTo(204);
    assertThat(admin().get("api/people").body()).doesNotContain("bea");
  }

  @Test
  void no_answer_holds_a_password_or_its_hash() {
    admin().post("api/people", person("bea", "lead", "a very secret word"));

    assertThat(admin().get("api/people").body())
        .contains("\"bea\"")
        .doesNotContain("secret", "pbkdf2", "password", "hash");
    assertThat(admin().post("api/people", person("bea", "lead", "a very secret word")).body())
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|bad-role|agent, lead or admin",
        "{\"name\":\"bea\",\"password\":\"12345678\"}|bad-role|'role'",
        "{\"name\":\"bea\",\"role\":\"ADMIN\",\"password\":\"12345678\"}|bad-role|'role'",
        "{\"name\":\"bea\",\"role\":\"root\",\"password\":\"12345678\"}|bad-role|'role'",
        "{\"role\":\"lead\",\"password\":\"12345678\"}|bad-name|1 to 128 characters",
        "{\"name\":\"\",\"role\":\"lead\",\"password\":\"12345678\"}|bad-name|1 to 128 characters",
        "{\"name\":\"a\\u0000b\",\"role\":\"lead\",\"password\":\"12345678\"}|bad-name|1 to 128",
        "{\"name\":\"a\\nb\",\"role\":\"lead\",\"password\":\"12345678\"}|bad-name|line breaks",
        "{\"name\":\"\\ud800\",\"role\":\"lead\",\"password\":\"12345678\"}|bad-name|1 to 128",
        "{\"name\":\"bea\",\"role\":\"lead\"}|weak-password|8 to 1024 characters",
        "{\"name\":\"bea\",\"role\":\"lead\",\"password\":\"1234567\"}|weak-password|8 to 1024",
        "{\"name\":\"bea\",\"role\":\"lead\",\"password\":\"         \"}|weak-password|8 to 1024"
      })
  void a_person_who_cannot_be_added_is_refused_in_words(String body, String code, String words) {
    assertThat(admin().post("api/people", body).refuses(400, code)).contains(words);
    assertThat(admin().get("api/people").json().path("people")).hasSize(3);
  }

  @Test
  void names_and_passwords_that_are_too_long_are_refused() {
    admin().post("api/people", person("x".repeat(129), "lead", PASSWORD)).refuses(400, "bad-name");
    admin()
        .post("api/people", person("bea", "lead", "x".repeat(1025)))
        .refuses(400, "weak-password");
    assertThat(admin().post("api/people", person("💳".repeat(64), "lead", PASSWORD)).status())
        .isEqualTo(201);
  }

  @Test
  void a_name_that_is_taken_is_a_conflict() {
    assertThat(
            admin().post("api/people", person("LEAD", "lead", PASSWORD)).refuses(409, "name-taken"))
        .contains("Choose another name");
  }

  @Test
  void the_last_admin_can_neither_go_nor_step_down() {
    admin().delete("api/people/admin").refuses(409, "last-admin");
    admin().patch("api/people/admin", "{\"role\":\"lead\"}").refuses(409, "last-admin");
  }

  @Test
  void nobody_is_changed_or_removed_by_a_name_that_nobody_has() {
    for (String name : new String[] {"nobody", "%F0%9F%92%B3", "lead%2520"}) {
      admin().delete("api/people/" + name).refuses(404, "unknown-person");
      admin().patch("api/people/" + name, "{\"role\":\"lead\"}").refuses(404, "unknown-person");
    }
  }

  @Test
  void a_change_of_nothing_or_of_the_name_is_refused() {
    assertThat(admin().patch("api/people/lead", "{}").refuses(400, "missing-field"))
        .contains("Send 'role', 'password' or both");
    admin().patch("api/people/lead", "{\"name\":\"bea\"}").refuses(400, "name-is-fixed");
  }

  @Test
  void a_change_that_is_refused_in_part_changes_nothing() {
    admin()
        .patch("api/people/agent", "{\"role\":\"admin\",\"password\":\"short\"}")
        .refuses(400, "weak-password");
    assertThat(admin().get("api/people").body())
        .contains("{\"name\":\"agent\",\"role\":\"agent\"}");

    admin()
        .patch("api/people/admin", "{\"role\":\"agent\",\"password\":\"another password\"}")
        .refuses(403, "own-password");
    assertThat(
            stranger()
                .post("api/session", "{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\"}")
                .body())
        .isEqualTo("{\"name\":\"admin\",\"role\":\"admin\"}");
  }

  @Test
  void role_and_password_change_together() {
    Answer changed =
        admin().patch("api/people/agent", "{\"role\":\"lead\",\"password\":\"another password\"}");

    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    assertThat(
            stranger()
                .post("api/session", "{\"name\":\"agent\",\"password\":\"another password\"}")
                .body())
        .isEqualTo("{\"name\":\"agent\",\"role\":\"lead\"}");
  }

  private Client admin() {
    return console(Role.ADMIN);
  }

  private static String person(String name, String role, String password) {
    return "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, role, password);
  }
}
