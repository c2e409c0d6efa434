package org.tagsmith.widget.host;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.access.SidebarSession;
import org.tagsmith.domain.access.StaffMember;
import org.tagsmith.domain.access.usecase.KeepStaff;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.widget.RunningWidget;

class TokenTest extends RunningWidget {
  private static final String TICKET = "api/sidebar/tickets/3";

  @Inject KeepStaff staff;

  @BeforeEach
  void everybodyIsBack() {
    resetStaff();
  }

  @Test
  void a_token_with_any_character_changed_opens_nothing() {
    String good = sessions.openSidebar(new SidebarSession(account, "anna"), Duration.ofMinutes(30));
    assertThat(stranger().bearer(good).get(TICKET).status()).isEqualTo(200);

    for (int at = 0; at < good.length(); at++) {
      char other = good.charAt(at) == 'A' ? 'Q' : 'A';
      String forged = good.substring(0, at) + other + good.substring(at + 1);
      stranger().bearer(forged).get(TICKET).refuses(401, "session-over");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer  ",
        "Bearer .",
        "Bearer null",
        "Bearer AQIAAAAB",
        "Bearer %00",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
        "Basic YWRtaW46YWRtaW4=",
        "Token x"
      })
  void a_word_that_is_no_token_opens_nothing(String authorization) {
    stranger().with("Authorization", authorization).get(TICKET).refuses(401, "session-over");
  }

  @Test
  void a_token_as_long_as_a_header_can_be_is_refused_unread() {
    String long_ = "A".repeat(7_000);

    stranger().bearer(long_).get(TICKET).refuses(401, "session-over");
    stranger().cookie(long_).get("api/accounts").refuses(401, "not-signed-in");
  }

  @Test
  void the_scheme_is_read_in_any_case() {
    String token = sessions.openSidebar(new SidebarSession(account, "anna"), Duration.ofMinutes(1));

    for (String scheme : List.of("bearer ", "BEARER ", "Bearer   ")) {
      assertThat(stranger().with("Authorization", scheme + token).get(TICKET).status())
          .isEqualTo(200);
    }
  }

  @Test
  void a_session_ends_when_its_time_is_over_and_not_before() {
    String token =
        sessions.openSidebar(new SidebarSession(account, "anna"), Duration.ofMinutes(30));
    String cookie = sessions.open(new StaffMember("lead", Role.LEAD), SessionCookie.LIFETIME);

    clock.pass(Duration.ofMinutes(30).minusMillis(1));
    assertThat(stranger().bearer(token).get(TICKET).status()).isEqualTo(200);
    clock.pass(Duration.ofMillis(1));
    stranger().bearer(token).get(TICKET).refuses(401, "session-over");

    clock.pass(Duration.ofMinutes(690).minusMillis(1));
    assertThat(stranger().cookie(cookie).get("api/session").status()).isEqualTo(200);
    clock.pass(Duration.ofMillis(1));
    stranger().cookie(cookie).get("api/session").refuses(401, "not-signed-in");
  }

  @Test
  void a_token_of_one_kind_is_never_taken_for_the_other() {
    String sidebar =
        sessions.openSidebar(new SidebarSession(account, "admin"), Duration.ofMinutes(30));
    String admin = sessions.open(new StaffMember("admin", Role.ADMIN), Duration.ofMinutes(30));

    stranger().cookie(sidebar).get("api/people").refuses(401, "not-signed-in");
    stranger().bearer(admin).get(TICKET).refuses(401, "session-over");
    stranger().bearer(admin).get("api/people").refuses(401, "session-over");
  }

  @Test
  void who_sends_both_is_taken_for_the_sidebar() {
    String admin = sessions.open(new StaffMember("admin", Role.ADMIN), Duration.ofMinutes(30));

    sidebar().cookie(admin).get("api/people").refuses(403, "not-for-the-sidebar");
    stranger().bearer("broken").cookie(admin).get("api/people").refuses(401, "session-over");
  }

  @Test
  void a_lower_role_a_new_password_and_a_removal_count_from_the_next_request_on() {
    String lead = sessions.open(new StaffMember("lead", Role.LEAD), Duration.ofHours(1));
    assertThat(stranger().cookie(lead).get("api/reports/contacts").status()).isEqualTo(200);

    staff.changeRole("lead", Role.AGENT);
    stranger().cookie(lead).get("api/reports/contacts").refuses(403, "role-too-low");

    clock.pass(Duration.ofSeconds(1));
    staff.changePassword("lead", "another password");
    stranger().cookie(lead).get("api/session").refuses(401, "not-signed-in");

    String agent = sessions.open(new StaffMember("agent", Role.AGENT), Duration.ofHours(1));
    staff.remove("agent");
    stranger().cookie(agent).get("api/session").refuses(401, "not-signed-in");
  }

  @Test
  void a_role_written_into_a_session_by_its_opener_means_nothing() {
    String token = sessions.open(new StaffMember("agent", Role.ADMIN), Duration.ofHours(1));

    stranger().cookie(token).get("api/people").refuses(403, "role-too-low");
  }

  @Test
  void a_sidebar_sees_tickets_of_its_own_account_only() {
    SidebarSession elsewhere =
        new SidebarSession(new HelpdeskAccountId(account.value() + 1), "eve");
    String token = sessions.openSidebar(elsewhere, Duration.ofMinutes(30));

    assertThat(sidebar().get(TICKET).json().at("/ticket/known").asBoolean()).isTrue();
    assertThat(stranger().bearer(token).get(TICKET).json().at("/ticket/known").asBoolean())
        .isFalse();
    stranger()
        .bearer(token)
        .post(
            TICKET + "/dispositions", "{\"action\":\"add\",\"houseTagId\":1,\"through\":\"form\"}")
        .refuses(409, "unknown-ticket");
  }

  @Test
  void a_sidebar_that_stays_open_gets_a_token_that_lasts_longer() {
    String first =
        sessions.openSidebar(new SidebarSession(account, "anna"), Duration.ofMinutes(30));
    clock.pass(Duration.ofMinutes(29));

    String second =
        stranger().bearer(first).post("api/sidebar/session", "").json().path("token").asText();

    clock.pass(Duration.ofMinutes(2));
    stranger().bearer(first).post("api/sidebar/session", "").refuses(401, "session-over");
    assertThat(stranger().bearer(second).get(TICKET).status()).isEqualTo(200);
  }
}
