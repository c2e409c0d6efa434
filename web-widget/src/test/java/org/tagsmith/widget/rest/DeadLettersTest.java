package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class DeadLettersTest extends RunningWidget {
  @Inject private WriteBackLabels write;

  @BeforeEach
  void refuse() {
    database.execute("delete from disposition");
    database.execute("delete from outbox_entry");
    helpdesk.delete(3);
    tag();
    write.writeDue(account);
  }

  @Test
  void what_was_refused_is_shown_with_ticket_reason_and_time() {
    JsonNode list = admin().get(path()).json();

    assertThat(list.path("more").asBoolean()).isFalse();
    JsonNode letter = list.path("letters").get(0);
    assertThat(letter.path("ticket").asLong()).isEqualTo(3);
    assertThat(letter.path("page").asText()).isEqualTo("https://harbourbank.example/tickets/3");
    assertThat(letter.path("add").get(0).asText()).isEqualTo("upgrade_creditcard");
    assertThat(letter.path("reason").asText()).isEqualTo("deleted");
    assertThat(letter.path("by").asText()).isEqualTo("anna");
    assertThat(letter.path("refusedAt").asText()).isNotEmpty();
    assertThat(letter.path("canTryAgain").asBoolean()).isTrue();
    assertThat(letter.path("retriedBy").isNull()).isTrue();
  }

  @Test
  void one_is_tried_again_and_the_list_says_by_whom() {
    long id = admin().get(path()).json().at("/letters/0/id").asLong();

    Answer retried = admin().post(path() + "/retry", "{\"ids\":[" + id + "]}");
    assertThat(retried.body()).isEqualTo("{\"letters\":1}");
    write.writeDue(account);

    assertThat(admin().get(path()).json().at("/letters/0/retriedBy").asText()).isEqualTo("admin");
    assertThat(admin().post(path() + "/retry", "{\"ids\":[" + id + "]}").body())
        .isEqualTo("{\"letters\":0}");
  }

  @Test
  void all_that_were_seen_are_tried_again() {
    long newest = admin().get(path()).json().at("/letters/0/id").asLong();

    assertThat(admin().post(path() + "/retry", "{\"upTo\":" + newest + "}").body())
        .isEqualTo("{\"letters\":1}");
    assertThat(admin().get(path()).json().path("letters")).isEmpty();
  }

  @Test
  void a_drop_can_be_taken_back() {
    long id = admin().get(path()).json().at("/letters/0/id").asLong();
    String chosen = "{\"ids\":[" + id + "]}";

    assertThat(admin().post(path() + "/drop", chosen).body()).isEqualTo("{\"letters\":1}");
    assertThat(admin().get(path()).json().path("letters")).isEmpty();
    assertThat(admin().post(path() + "/take-back", chosen).body()).isEqualTo("{\"letters\":1}");
    assertThat(admin().get(path()).json().path("letters")).hasSize(1);
  }

  @Test
  void what_cannot_be_read_is_refused() {
    admin().post(path() + "/retry", "{}").refuses(400, "missing-field");
    admin().post(path() + "/drop", "{\"upTo\":7}").refuses(400, "missing-field");
    admin().post(path() + "/retry", "{\"ids\":[null]}").refuses(400, "missing-field");
    admin().get(path() + "?before=x").refuses(400, "bad-before");
    admin().get("api/accounts/77/dead-letters").refuses(404, "unknown-account");
    admin().get("api/accounts/0/dead-letters").refuses(404, "unknown-account");
  }

  @Test
  void the_history_of_runs_is_told() {
    JsonNode runs = admin().get("api/accounts/" + account.value() + "/runs").json();

    assertThat(runs.at("/runs/0/tickets").asLong()).isEqualTo(30);
    assertThat(runs.at("/runs/0/ending").asText()).isEqualTo("up-to-date");
    assertThat(runs.path("more").asBoolean()).isFalse();
    admin().get("api/accounts/1/runs?before=-1").refuses(400, "bad-before");
    admin().get("api/accounts/77/runs").refuses(404, "unknown-account");
  }

  @Test
  void a_dry_run_shows_what_would_be_written_and_writes_nothing() {
    database.execute("update outbox_entry set state = 'held'");
    int writes = helpdesk.writes();

    JsonNode run = admin().post("api/accounts/" + account.value() + "/dry-run", "{}").json();

    assertThat(run.path("waiting").asInt()).isEqualTo(1);
    assertThat(run.path("refused").asInt()).isEqualTo(1);
    assertThat(run.at("/tickets/0/what").asText()).isEqualTo("refused");
    assertThat(run.at("/tickets/0/reason").asText()).isEqualTo("deleted");
    assertThat(run.at("/tickets/0/page").asText()).endsWith("/tickets/3");
    assertThat(run.path("stopped").isNull()).isTrue();
    assertThat(helpdesk.writes()).isEqualTo(writes);
    admin().post("api/accounts/77/dry-run", "{}").refuses(404, "unknown-account");
  }

  private void tag() {
    assertThat(
            sidebar()
                .post(
                    "api/sidebar/tickets/3/dispositions",
                    "{\"houseTagId\":1,\"action\":\"add\",\"through\":\"helpdesk\"}")
                .status())
        .isLessThan(300);
  }

  private String path() {
    return "api/accounts/" + account.value() + "/dead-letters";
  }

  private Client admin() {
    return console(Role.ADMIN);
  }
}
