package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.sync.usecase.RunPlans;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.PublishVocabulary;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class PlansTest extends RunningWidget {
  @Inject private RunPlans run;
  @Inject private WriteBackLabels write;
  @Inject private SyncTickets sync;
  @Inject private PublishVocabulary publish;

  @BeforeEach
  void asBefore() {
    database.execute("delete from write_back_plan");
    database.execute("delete from outbox_entry");
    database.execute("update write_back set mode = 'automatic'");
    resetSync();
    helpdesk.relabel(3, Set.of("upgrade_oldcard", "vip"));
    helpdesk.relabel(4, Set.of("upgrade_oldcard"));
    sync.sync(account);
    resetSync();
  }

  @Test
  void a_lead_makes_a_plan_from_a_tag_tries_it_runs_it_and_takes_it_back() {
    JsonNode made = make("\"tag\":1").json();
    assertThat(made.path("state").asText()).isEqualTo("ready");
    assertThat(made.path("tickets").asInt()).isEqualTo(2);
    assertThat(made.path("writeBack").asText()).isEqualTo("automatic");
    assertThat(made.at("/replacements/0/label").asText()).isEqualTo("upgrade_oldcard");
    assertThat(made.at("/replacements/0/by").asText()).isEqualTo("upgrade_creditcard");
    assertThat(made.path("madeBy").asText()).isEqualTo("lead");
    String plan = "api/plans/" + made.path("id").asLong();

    JsonNode dry = lead().post(plan + "/dry-run", "").json();
    assertThat(dry.path("writes").asInt()).isEqualTo(2);
    assertThat(dry.at("/tickets/0/ticket").asLong()).isEqualTo(4);
    assertThat(dry.at("/tickets/0/add/0").asText()).isEqualTo("upgrade_creditcard");
    assertThat(labels(4)).containsOnly("upgrade_oldcard");

    assertThat(lead().post(plan + "/start", "").json().path("state").asText()).isEqualTo("running");
    goOn();

    JsonNode finished = lead().get("api/plans").json().at("/plans/0");
    assertThat(finished.path("state").asText()).isEqualTo("finished");
    assertThat(finished.path("changed").asInt()).isEqualTo(2);
    assertThat(finished.path("toUndo").asInt()).isEqualTo(2);
    assertThat(labels(3)).containsOnly("upgrade_creditcard", "vip");

    helpdesk.relabel(4, Set.of("upgrade_limit"));
    assertThat(lead().post(plan + "/undo", "").json().path("undoing").asBoolean()).isTrue();
    goOn();

    assertThat(labels(3)).containsOnly("upgrade_oldcard", "vip");
    assertThat(labels(4)).containsOnly("upgrade_limit");
    JsonNode problems = lead().get(plan + "/problems").json().path("problems");
    assertThat(problems).hasSize(1);
    assertThat(problems.at("/0/ticket").asLong()).isEqualTo(4);
    assertThat(problems.at("/0/reason").asText()).isEqualTo("changed-since");
    assertThat(problems.at("/0/page").asText()).isEqualTo("https://harbourbank.example/tickets/4");
  }

  @Test
  void a_plan_from_a_version_is_paused_resumed_and_stopped() {
    long id = make("\"version\":1").json().path("id").asLong();
    String plan = "api/plans/" + id;
    lead().post(plan + "/start", "");

    for (List<String> step :
        List.of(
            List.of("pause", "paused"), List.of("resume", "running"), List.of("stop", "stopped"))) {
      assertThat(lead().post(plan + "/" + step.get(0), "").json().path("state").asText())
          .isEqualTo(step.get(1));
    }
    lead().post(plan + "/start", "").refuses(409, "wrong-state");
    assertThat(lead().get(plan).json().path("endedAt").isNull()).isFalse();
  }

  @Test
  void with_write_back_off_it_is_made_and_not_started() {
    database.execute("update write_back set mode = 'off'");
    long id = make("\"tag\":1").json().path("id").asLong();

    assertThat(lead().post("api/plans/" + id + "/start", "").refuses(409, "write-back-off"))
        .contains("Helpdesks");
    assertThat(lead().get("api/plans/" + id).json().path("writeBack").asText()).isEqualTo("off");
  }

  @Test
  void a_plan_whose_labels_mean_something_else_by_now_is_to_be_made_anew() {
    long id = make("\"tag\":1").json().path("id").asLong();
    publish.publish(withOldCardMeaning(2), "lead", "");

    assertThat(lead().post("api/plans/" + id + "/start", "").refuses(409, "meaning-changed"))
        .contains("Make the plan anew");

    publish.publish(vocabulary(), "lead", "");
    assertThat(lead().post("api/plans/" + id + "/start", "").json().path("state").asText())
        .isEqualTo("running");
  }

  @Test
  void a_plan_that_runs_pauses_when_its_labels_come_to_mean_something_else_and_says_why() {
    long id = make("\"tag\":1").json().path("id").asLong();
    String plan = "api/plans/" + id;
    assertThat(lead().post(plan + "/start", "").json().path("pausedBecause").isNull()).isTrue();
    publish.publish(withOldCardMeaning(2), "lead", "");

    goOn();

    JsonNode paused = lead().get("api/plans").json().at("/plans/0");
    assertThat(paused.path("state").asText()).isEqualTo("paused");
    assertThat(paused.path("pausedBecause").asText()).isEqualTo("meaning-changed");
    assertThat(labels(4)).containsOnly("upgrade_oldcard");
    lead().post(plan + "/resume", "").refuses(409, "meaning-changed");

    publish.publish(vocabulary(), "lead", "");
    JsonNode resumed = lead().post(plan + "/resume", "").json();
    assertThat(resumed.path("state").asText()).isEqualTo("running");
    assertThat(resumed.path("pausedBecause").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"tag\":1,\"version\":1|400|missing-field",
        "\"closed\":true|400|missing-field",
        "\"tag\":\"one\"|400|wrong-type",
        "\"tag\":1.5|400|wrong-type",
        "\"tag\":1,\"closed\":\"yes\"|400|wrong-type",
        "\"tag\":1,\"speed\":9|400|unknown-field",
        "\"tag\":99|404|unknown-tag",
        "\"tag\":-1|404|unknown-tag",
        "\"tag\":3|409|tag-is-retired",
        "\"tag\":2|409|nothing-to-write",
        "\"version\":99|404|unknown-version",
        "\"version\":0|404|unknown-version",
        "\"version\":-5|404|unknown-version",
      })
  void what_cannot_be_right_is_told_and_no_plan_is_made(String what, int status, String code) {
    make(what).refuses(status, code);

    assertThat(lead().get("api/plans").json().path("plans")).isEmpty();
  }

  @Test
  void what_is_not_there_is_not_found() {
    lead().post("api/plans", "{\"tag\":1}").refuses(400, "missing-field");
    lead().post("api/plans", "{\"account\":77,\"tag\":1}").refuses(404, "unknown-account");
    lead().post("api/plans", "{\"account\":0,\"tag\":1}").refuses(404, "unknown-account");
    lead().get("api/plans/77").refuses(404, "unknown-plan");
    lead().get("api/plans/77/problems").refuses(404, "unknown-plan");
    for (String what : List.of("dry-run", "start", "pause", "resume", "stop", "undo")) {
      lead().post("api/plans/77/" + what, "").refuses(404, "unknown-plan");
    }
  }

  private Vocabulary withOldCardMeaning(int tag) {
    Vocabulary usual = vocabulary();
    return new Vocabulary(
        1,
        usual.families(),
        List.of(
            tag(1, "Upgrade_CreditCard", false, null),
            tag(2, "Upgrade_Limit", false, null),
            tag(3, "Upgrade_OldCard", true, tag)),
        List.of(),
        List.of(),
        usual.reasonCodes(),
        List.of(),
        List.of());
  }

  private void goOn() {
    for (int i = 0; i < 5; i++) {
      run.turn(account);
      write.writeDue(account);
    }
  }

  private Answer make(String what) {
    return lead().post("api/plans", "{\"account\":" + account.value() + "," + what + "}");
  }

  private Client lead() {
    return console(Role.LEAD);
  }
}
