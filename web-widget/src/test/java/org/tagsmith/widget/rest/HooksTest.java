package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.sync.usecase.DeliveryTally;
import org.tagsmith.domain.sync.usecase.KeepDeliveryCounts;
import org.tagsmith.domain.sync.usecase.LookAtTickets;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class HooksTest extends RunningWidget {
  private static final String ADDRESS = "api/hooks/memory/harbourbank";

  @Inject LookAtTickets looking;
  @Inject KeepDeliveryCounts counting;
  @Inject DeliveryTally tally;

  @BeforeEach
  void nothingWaits() {
    looking.lookAtDue(account);
  }

  @Test
  void a_delivery_is_taken_without_a_session_and_without_our_header() {
    assertThat(helpdeskWith("one").post(ADDRESS, "3").status()).isEqualTo(204);

    assertThat(looking.lookAtDue(account)).isEqualTo(1);
  }

  @Test
  void a_copy_is_answered_like_the_first_and_changes_nothing() {
    assertThat(helpdeskWith("copied").post(ADDRESS, "4").status()).isEqualTo(204);
    assertThat(looking.lookAtDue(account)).isEqualTo(1);

    assertThat(helpdeskWith("copied").post(ADDRESS, "4").status()).isEqualTo(204);

    assertThat(looking.lookAtDue(account)).isZero();
  }

  @Test
  void what_is_not_proved_is_refused_without_saying_why_and_nobody_looks() {
    long before = tally.refused(account);

    String unsigned = stranger().post(ADDRESS, "5").refuses(401, "not-the-helpdesk");
    String forged = helpdeskWith("forged").post(ADDRESS, "5").refuses(401, "not-the-helpdesk");

    assertThat(forged).isEqualTo(unsigned);
    assertThat(looking.lookAtDue(account)).isZero();
    assertThat(tally.refused(account)).isEqualTo(before + 2);
  }

  @Test
  void a_session_is_no_proof() {
    console(Role.ADMIN).post(ADDRESS, "5").refuses(401, "not-the-helpdesk");
    sidebar().post(ADDRESS, "5").refuses(401, "not-the-helpdesk");
  }

  @Test
  void a_body_that_names_no_ticket_or_is_long_is_refused() {
    helpdeskWith("x").post(ADDRESS, "which one?").refuses(400, "no-ticket");
    helpdeskWith("x").post(ADDRESS, "").refuses(400, "no-ticket");
    helpdeskWith("x").post(ADDRESS, "1".repeat(64 * 1024 + 1)).refuses(413, "body-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "x/y"})
  void whatever_the_body_is_called_its_bytes_are_read(String type) {
    assertThat(
            helpdeskWith("called " + type).with("Content-Type", type).post(ADDRESS, "6").status())
        .isEqualTo(204);
    assertThat(looking.lookAtDue(account)).isEqualTo(1);
  }

  @Test
  void an_address_of_nobody_is_not_found() {
    helpdeskWith("x").post("api/hooks/memory/otherbank", "3").refuses(404, "unknown-account");
    helpdeskWith("x").post("api/hooks/nobody/harbourbank", "3").refuses(404, "unknown-account");
    helpdeskWith("x").post("api/hooks/memory/a_b", "3").refuses(404, "unknown-path");
  }

  @Test
  void an_admin_sees_what_to_enter_and_what_arrives() {
    helpdeskWith("seen").post(ADDRESS, "7");
    helpdeskWith("forged").post(ADDRESS, "7");
    counting.keep();

    JsonNode hook = console(Role.ADMIN).get("api/hooks").json().path("hooks").path(0);

    assertThat(hook.path("path").asText()).isEqualTo(ADDRESS);
    assertThat(hook.path("method").asText()).isEqualTo("POST");
    assertThat(hook.path("secretHeader").asText()).isEqualTo("X-Proof");
    assertThat(hook.path("body").asText()).isEqualTo("{{ticket}}");
    assertThat(hook.path("ready").asBoolean()).isTrue();
    assertThat(hook.findValuesAsText("reason")).contains("forged");
  }

  private Client helpdeskWith(String proof) {
    return stranger().without("X-Tagsmith").with("X-Proof", proof);
  }
}
