package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.RunningWidget;

class AccountsTest extends RunningWidget {
  @Test
  void the_accounts_are_shown_with_how_far_they_are_read() {
    JsonNode shown = console(Role.AGENT).get("api/accounts").json().path("accounts");

    assertThat(shown).hasSize(1);
    assertThat(shown.at("/0/subdomain").asText()).isEqualTo("harbourbank");
    assertThat(shown.at("/0/phase").asText()).isEqualTo("idle");
    assertThat(shown.at("/0/ticketsStored").asLong()).isEqualTo(30);
    assertThat(shown.at("/0/failure").isNull()).isTrue();
  }

  @Test
  void an_account_that_is_not_connected_is_not_found() {
    for (String id : new String[] {"0", "2", "999999999"}) {
      assertThat(
              console(Role.ADMIN)
                  .post("api/accounts/" + id + "/sync", "")
                  .refuses(404, "unknown-account"))
          .contains("No helpdesk account " + id + " is connected")
          .contains("GET /api/accounts lists all");
    }
    for (String id : new String[] {"-1", "x", "1234567890", "1.0"}) {
      console(Role.ADMIN).post("api/accounts/" + id + "/sync", "").refuses(404, "unknown-path");
    }
  }

  @Test
  void an_account_that_is_connected_is_read_soon() {
    assertThat(console(Role.ADMIN).post("api/accounts/" + account.value() + "/sync", "").status())
        .isEqualTo(202);
  }
}
