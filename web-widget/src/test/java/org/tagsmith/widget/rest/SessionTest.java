package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class SessionTest extends RunningWidget {
  @BeforeEach
  void nobodyIsLocked() {
    resetStaff();
  }

  @Test
  void the_right_password_opens_a_session_of_that_person() {
    Answer in = signIn(stranger(), "lead", PASSWORD);

    assertThat(in.status()).isEqualTo(200);
    assertThat(in.body()).isEqualTo("{\"name\":\"lead\",\"role\":\"lead\"}");
    assertThat(stranger().cookie(token(in)).get("api/session").body()).isEqualTo(in.body());
  }

  @Test
  void the_cookie_is_kept_from_scripts_and_other_sites_and_lasts_a_working_day() {
    assertThat(attributes(signIn(stranger(), "lead", PASSWORD)))
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
        .doesNotContain("Secure")
        .noneMatch(each -> each.startsWith("Domain"));
  }

  @Test
  void the_cookie_travels_over_tls_only_once_it_came_so() {
    for (String scheme : new String[] {"https", "HTTPS"}) {
      Client browser = stranger().with("X-Forwarded-Proto", scheme);
      assertThat(attributes(signIn(browser, "lead", PASSWORD))).contains("Secure");
      assertThat(attributes(browser.delete("api/session"))).contains("Secure");
    }
  }

  @Test
  void a_wrong_password_and_a_name_that_nobody_has_are_refused_in_the_same_words() {
    Answer wrong = signIn(stranger(), "lead", "wrong");
    Answer nobody = signIn(stranger(), "nobody", PASSWORD);

    assertThat(wrong.refuses(401, "wrong-credentials")).contains("Check both and try again");
    assertThat(nobody.body()).isEqualTo(wrong.body());
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(wrong.body()).doesNotContain("lead");
  }

  @Test
  void names_and_passwords_of_any_kind_are_wrong_and_no_incident() {
    for (String name :
        new String[] {
          "", " ", "x".repeat(60_000), "\\u0000", "\\ud800", "\\u202Eadmin", "' or '1'='1", "💳"
        }) {
      signIn(stranger(), name, PASSWORD).refuses(401, "wrong-credentials");
      signIn(stranger(), "lead", name).refuses(401, "wrong-credentials");
      resetStaff();
    }
  }

  @Test
  void a_missing_name_or_password_is_named() {
    for (String body :
        new String[] {
          "{}", "{\"name\":\"lead\"}", "{\"password\":\"x\"}", "{\"name\":null,\"password\":\"x\"}"
        }) {
      assertThat(stranger().post("api/session", body).refuses(400, "missing-field"))
          .contains("'name'")
          .contains("'password'")
          .contains("Send both");
    }
  }

  @Test
  void five_wrong_passwords_lock_the_name_and_say_for_how_long() {
    for (int i = 0; i < 5; i++) {
      signIn(stranger(), "lead", "wrong").refuses(401, "wrong-credentials");
    }

    Answer locked = signIn(stranger(), "lead", PASSWORD);
    assertThat(locked.refuses(429, "locked")).contains("Try again in 61 seconds");
    assertThat(locked.header("Retry-After")).isEqualTo("61");
    assertThat(locked.json().path("retryAfter").asInt()).isEqualTo(61);
    assertThat(locked.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(signIn(stranger(), "agent", PASSWORD).status()).as("others").isEqualTo(200);

    clock.pass(Duration.ofSeconds(61));
    assertThat(signIn(stranger(), "lead", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void somebody_who_is_locked_out_keeps_the_session_that_they_have() {
    Client lead = console(Role.LEAD);
    for (int i = 0; i < 6; i++) {
      signIn(stranger(), "lead", "wrong");
    }

    assertThat(lead.get("api/session").status()).isEqualTo(200);
  }

  @Test
  void signing_out_makes_the_browser_forget_the_cookie() {
    Answer in = signIn(stranger(), "lead", PASSWORD);
    Answer out = stranger().cookie(token(in)).delete("api/session");

    assertThat(out.status()).isEqualTo(204);
    assertThat(token(out)).isEmpty();
    assertThat(attributes(out)).contains("Max-Age=0", "Path=/", "HttpOnly", "SameSite=Strict");
    stranger().cookie(token(out)).get("api/session").refuses(401, "not-signed-in");
  }

  @Test
  void signing_out_works_with_a_session_that_is_over_and_with_none() {
    assertThat(stranger().delete("api/session").status()).isEqualTo(204);
    assertThat(stranger().cookie("broken").delete("api/session").status()).isEqualTo(204);
  }

  @Test
  void a_new_password_ends_the_session_wherever_its_cookie_was_copied_to() {
    Client copied = console(Role.LEAD);
    clock.pass(Duration.ofSeconds(1));

    Answer changed =
        console(Role.ADMIN).patch("api/people/lead", "{\"password\":\"another password\"}");

    assertThat(changed.status()).isEqualTo(204);
    copied.get("api/session").refuses(401, "not-signed-in");
    assertThat(signIn(stranger(), "lead", "another password").status()).isEqualTo(200);
  }

  @Test
  void a_session_that_somebody_had_before_signing_in_is_never_taken_over() {
    String before = sessions.open(new StaffMember("agent", Role.AGENT), Duration.ofHours(1));

    Answer in = signIn(stranger().cookie(before), "lead", PASSWORD);

    assertThat(token(in)).isNotEqualTo(before);
    assertThat(stranger().cookie(before).get("api/session").json().path("name").asText())
        .isEqualTo("agent");
  }

  private static Answer signIn(Client browser, String name, String password) {
    return browser.post(
        "api/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  private static String token(Answer answer) {
    String cookie = answer.header("Set-Cookie");
    assertThat(cookie).startsWith("tagsmith_session=");
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  private static String[] attributes(Answer answer) {
    return Arrays.stream(answer.header("Set-Cookie").split(";"))
        .skip(1)
        .map(String::strip)
        .toArray(String[]::new);
  }
}
