package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RulesForTests;
import org.tagsmith.widget.RunningWidget;

/** Rules in the helpdesk that speak of a label. */
class MentionsTest extends RunningWidget {
  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
    clock.pass(Duration.ofHours(1));
  }

  @AfterEach
  void mend() {
    RulesForTests.breakDown(false);
  }

  @Test
  void a_lead_sees_which_rules_speak_of_a_tag_and_which_kinds_could_not_be_read() {
    JsonNode found = account("{'tagIds':[1]}");

    assertThat(found.path("state").asText()).isEqualTo("read");
    assertThat(found.path("readAt").asText()).isEqualTo(clock.instant().toString());
    assertThat(found.path("count").toString()).isEqualTo("{\"TRIGGER\":1}");
    JsonNode rule = found.path("rules").get(0);
    assertThat(rule.path("name").asText()).isEqualTo("Route \"upgrades\" <b>");
    assertThat(rule.path("page").asText()).isEqualTo("https://bank.example/triggers/1");
    assertThat(rule.path("labels").toString()).isEqualTo("[\"upgrade_creditcard\"]");
    assertThat(found.path("unread").toString()).isEqualTo("{\"VIEW\":\"NOT_PERMITTED\"}");
  }

  @Test
  void a_lead_sees_which_rules_speak_of_a_label_that_nobody_decided() {
    JsonNode found = account("{'labels':['VIP']}");

    assertThat(found.path("rules")).hasSize(2);
    assertThat(found.path("rules").get(1).path("page").isNull()).isTrue();
  }

  @Test
  void a_helpdesk_that_does_not_answer_is_told_in_a_word_and_no_error() {
    RulesForTests.breakDown(true);

    JsonNode found = account("{'tagIds':[1]}");

    assertThat(found.path("state").asText()).isEqualTo("failed");
    assertThat(found.path("failure").asText()).isEqualTo("unreachable");
    assertThat(found.toString()).doesNotContain("nobody answers");
  }

  @Test
  void what_is_asked_for_wrongly_is_refused() {
    ask("{'tagIds':[null]}").refuses(400, "wrong-type");
    ask("{'labels':'vip'}").refuses(400, "wrong-type");
    assertThat(account("{}").path("rules")).isEmpty();
  }

  private JsonNode account(String asked) {
    JsonNode accounts = ask(asked).json().path("accounts");
    assertThat(accounts).hasSize(1);
    assertThat(accounts.get(0).path("accountId").asInt()).isEqualTo(account.value());
    return accounts.get(0);
  }

  private Answer ask(String body) {
    return lead.post("api/mentions", body.replace('\'', '"'));
  }
}
