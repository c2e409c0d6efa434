package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class SidebarTicketsTest extends RunningWidget {
  @Inject WriteBackLabels writeBackLabels;
  @Inject SyncTickets syncTickets;

  @Test
  void a_ticket_is_shown_with_its_labels_its_contact_and_codes_to_offer() {
    JsonNode shown = sidebar().get("api/sidebar/tickets/3").json();

    assertThat(shown.at("/ticket/known").asBoolean()).isTrue();
    assertThat(shown.at("/ticket/subject").asText()).isEqualTo("Subject of 3");
    assertThat(shown.at("/ticket/labels")).hasSize(2);
    assertThat(shown.at("/contact/name").asText()).isEqualTo("Contact");
    assertThat(shown.path("earlier").size()).isPositive();
    assertThat(shown.at("/earlier/0/helpdesk").asText()).isEqualTo("Memory");
    assertThat(shown.path("vocabularyVersion").asInt()).isEqualTo(1);
  }

  @Test
  void a_ticket_that_was_not_read_yet_is_answered_as_not_known() {
    JsonNode shown = sidebar().get("api/sidebar/tickets/999999999999999999").json();

    assertThat(shown.at("/ticket/known").asBoolean()).isFalse();
    assertThat(shown.at("/ticket/id").asLong()).isEqualTo(999_999_999_999_999_999L);
    assertThat(shown.path("contact").isNull()).isTrue();
  }

  @Test
  void what_is_no_number_of_a_ticket_is_not_found() {
    assertThat(sidebar().get("api/sidebar/tickets/0").refuses(404, "unknown-ticket"))
        .contains("Take the number from the helpdesk");
    for (String number :
        new String[] {"1234567890123456789", "-1", "x", "1.5", "1%202", "%EF%BC%91"}) {
      Answer answer = sidebar().get("api/sidebar/tickets/" + number);
      answer.refuses(404, "unknown-path");
    }
  }

  @Test
  void a_code_becomes_a_label_in_the_helpdesk_with_the_agent_who_typed_it() {
    Answer given =
        sidebar("bea")
            .post(
                dispositions(4), "{\"action\":\"add\",\"reasonCode\":17,\"through\":\"helpdesk\"}");

    assertThat(given.status()).as(given.body()).isEqualTo(201);
    assertThat(given.json().path("label").asText()).isEqualTo("upgrade_creditcard");
    assertThat(given.json().path("changed").asBoolean()).isTrue();
    writeBackLabels.writeDue(account);
    assertThat(labels(4)).contains("upgrade_creditcard");
    syncTickets.sync(account);
    assertThat(sidebar().get("api/sidebar/tickets/4").json().at("/ticket/labels").toString())
        .contains("\"by\":\"bea\"", "\"code\":17");
  }

  @Test
  void a_label_that_the_helpdesk_does_not_hold_yet_or_never_will_is_told_to_the_agent() {
    String removal = "{\"action\":\"remove\",\"label\":\"protected_x\",\"through\":\"helpdesk\"}";
    sidebar()
        .post(dispositions(14), "{\"action\":\"add\",\"houseTagId\":2,\"through\":\"helpdesk\"}");
    JsonNode waiting = sidebar().get(unwritten(14)).json();

    assertThat(waiting.at("/labels/0/label").asText()).isEqualTo("upgrade_limit");
    assertThat(waiting.at("/labels/0/action").asText()).isEqualTo("add");
    assertThat(waiting.at("/labels/0/refused").asBoolean()).isFalse();
    writeBackLabels.writeDue(account);
    assertThat(sidebar().get(unwritten(14)).json().path("labels")).isEmpty();
    sidebar().post(dispositions(14), removal);
    helpdesk.delete(14);
    writeBackLabels.writeDue(account);
    JsonNode refused = sidebar().get(unwritten(14)).json();
    assertThat(refused.at("/labels/0/action").asText()).isEqualTo("remove");
    assertThat(refused.at("/labels/0/refused").asBoolean()).isTrue();
    assertThat(refused.at("/labels/0/problem").asText()).isEqualTo("deleted");
  }

  @Test
  void the_same_click_twice_is_one_decision() {
    String add = "{\"action\":\"add\",\"houseTagId\":2,\"through\":\"form\"}";
    Answer first = sidebar().post(dispositions(5), add);
    Answer second = sidebar().post(dispositions(5), add);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(second.json().path("changed").asBoolean()).isFalse();
  }

  @Test
  void a_code_is_offered_to_the_agent_who_gave_it_from_the_next_ticket_on() {
    assertThat(sidebar("carl").get("api/sidebar/tickets/6").json().path("codes").toString())
        .doesNotContain("null");
    sidebar("carl")
        .post(dispositions(6), "{\"action\":\"add\",\"reasonCode\":17,\"through\":\"form\"}");

    assertThat(sidebar("carl").get("api/sidebar/tickets/7").json().at("/codes/0").asInt())
        .isEqualTo(17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"action\":\"add\",\"houseTagId\":99,\"through\":\"form\"}|unknown-tag|house tag 99",
        "{\"action\":\"add\",\"houseTagId\":-1,\"through\":\"form\"}|unknown-tag|house tag -1",
        "{\"action\":\"add\",\"houseTagId\":3,\"through\":\"form\"}|retired-tag|Use house tag 1",
        "{\"action\":\"add\",\"reasonCode\":99,\"through\":\"form\"}|unknown-code|reason code 99",
        "{\"action\":\"add\",\"reasonCode\":18,\"through\":\"form\"}|retired-code|Use 17 instead",
        "{\"action\":\"add\",\"reasonCode\":17,\"houseTagId\":2,\"through\":\"form\"}|code-of-another-tag|Send only one of them"
      })
  void what_the_vocabulary_does_not_allow_is_refused_with_what_to_do_instead(
      String body, String code, String words) {
    assertThat(sidebar().post(dispositions(8), body).refuses(409, code)).contains(words);
  }

  @Test
  void a_retired_tag_is_refused_with_its_successor_for_pages_to_offer() {
    Answer refused =
        sidebar()
            .post(dispositions(8), "{\"action\":\"add\",\"houseTagId\":3,\"through\":\"form\"}");

    assertThat(refused.json().path("successorId").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|bad-action|'action' is missing. Send 'add' or 'remove'",
        "{\"action\":\"add\"}|bad-through|'through' is missing. Send 'form' or 'helpdesk'",
        "{\"action\":\"ADD\",\"through\":\"form\"}|bad-action|none of the words it can be",
        "{\"action\":\"add\",\"through\":\"email\"}|bad-through|none of the words it can be",
        "{\"action\":\"add\",\"through\":\"form\"}|bad-disposition|houseTagId",
        "{\"action\":\"remove\",\"through\":\"form\"}|bad-disposition|say what to remove",
        "{\"action\":\"add\",\"label\":\"x\",\"through\":\"form\"}|bad-disposition|give houseTagId or reasonCode",
        "{\"action\":\"remove\",\"label\":\"\",\"through\":\"form\"}|bad-disposition|The label is 1 to",
        "{\"action\":\"remove\",\"label\":\" \",\"through\":\"form\"}|bad-disposition|The label is 1 to",
        "{\"action\":\"add\",\"houseTagId\":1,\"through\":\"form\",\"agent\":\"eve\"}|unknown-field|'agent'",
        "{\"action\":\"add\",\"houseTagId\":1,\"through\":\"form\",\"account\":2}|unknown-field|'account'"
      })
  void what_is_missing_or_none_of_the_words_is_named_with_what_to_send(
      String body, String code, String words) {
    assertThat(sidebar().post(dispositions(9), body).refuses(400, code)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b",
        "say \\\"hi\\\"",
        "💳",
        "\\u202Eabc",
        "\\u200F",
        "=1+1",
        "line\\nbreak",
        "'; drop table ticket; --"
      })
  void any_label_that_a_ticket_can_carry_can_be_taken_from_it(String label) {
    Answer taken = sidebar().post(dispositions(10), removal(label));

    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
  }

  @Test
  void a_label_of_five_thousand_characters_can_be_taken_away_and_one_that_is_too_long_is_refused() {
    assertThat(sidebar().post(dispositions(11), removal("x".repeat(5_000))).status())
        .isEqualTo(201);
    assertThat(sidebar().post(dispositions(11), removal("長".repeat(20_000))).status())
        .isEqualTo(201);
    assertThat(
            sidebar()
                .post(dispositions(11), removal("x".repeat(65_536)))
                .refuses(400, "bad-disposition"))
        .contains("65535 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "a\\udc00b"})
  void a_label_that_no_ticket_can_carry_is_refused_in_words(String label) {
    assertThat(sidebar().post(dispositions(12), removal(label)).refuses(400, "bad-disposition"))
        .contains("label")
        .contains("exactly as the ticket carries it");
  }

  @Test
  void an_agent_whom_the_helpdesk_names_too_long_is_refused_in_words() {
    assertThat(
            sidebar("x".repeat(129))
                .post(
                    dispositions(13), "{\"action\":\"add\",\"houseTagId\":1,\"through\":\"form\"}")
                .refuses(400, "bad-disposition"))
        .contains("The agent is 1 to 128 characters");
  }

  private static String removal(String label) {
    return "{\"action\":\"remove\",\"label\":\"" + label + "\",\"through\":\"form\"}";
  }

  private static String unwritten(long ticket) {
    return "api/sidebar/tickets/" + ticket + "/unwritten-labels";
  }

  private static String dispositions(long ticket) {
    return "api/sidebar/tickets/" + ticket + "/dispositions";
  }
}
