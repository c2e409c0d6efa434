package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.sync.usecase.CompareWithHelpdesk;
import org.tagsmith.domain.sync.usecase.LookAtTickets;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class ReconcileTest extends RunningWidget {
  @Inject private CompareWithHelpdesk compare;
  @Inject private LookAtTickets look;

  @BeforeEach
  void asBeforeAnyComparison() {
    look.lookAtDue(account);
    database.execute("delete from drift");
    database.execute("delete from reconcile");
    // no turn of a day's own sample comes between
    database.execute("update sync_state set caught_up_at = null");
    resetSync();
  }

  @Test
  void before_the_first_comparison_there_is_none_to_tell() {
    assertThat(told().path("latest").isNull()).isTrue();
    assertThat(told().path("drift")).isEmpty();
    assertThat(told().path("more").asBoolean()).isFalse();
  }

  @Test
  void an_admin_asks_for_a_sample_and_is_told_what_it_came_to() {
    assertThat(ask("{\"sample\":10}").status()).isEqualTo(202);

    JsonNode waiting = told().path("latest");
    assertThat(waiting.path("state").asText()).isEqualTo("waiting");
    assertThat(waiting.path("by").asText()).isEqualTo("admin");
    assertThat(waiting.path("sample").asInt()).isEqualTo(10);
    assertThat(waiting.path("planned").isNull()).isTrue();

    JsonNode done = compared();
    assertThat(done.path("state").asText()).isEqualTo("done");
    assertThat(done.path("compared").asLong()).isBetween(10L, 30L);
    assertThat(done.path("drifted").asLong()).isZero();
    assertThat(done.path("ours").asLong()).isEqualTo(30);
    assertThat(done.path("theirs").asLong()).isEqualTo(30);
    assertThat(done.path("endedAt").isNull()).isFalse();
  }

  @Test
  void without_a_number_it_is_a_sample_of_two_hundred_and_all_is_all() {
    ask("{}");
    assertThat(told().at("/latest/sample").asInt()).isEqualTo(200);
    compared();

    ask("{\"all\":true}");
    assertThat(told().at("/latest/sample").isNull()).isTrue();
    assertThat(compared().path("compared").asLong()).isEqualTo(30);
  }

  @Test
  void a_second_click_while_one_is_under_way_begins_no_other() {
    ask("{\"all\":true}");

    ask("{\"sample\":10}").refuses(409, "reconcile-under-way");

    assertThat(told().at("/latest/sample").isNull()).isTrue();
    compared();
    assertThat(ask("{\"sample\":10}").status()).isEqualTo(202);
  }

  @Test
  void what_drifted_is_told_with_both_sides_and_read_again_once() {
    database.execute("insert into tag_set (label_ids) values ('{}') on conflict do nothing");
    database.execute(
        "update ticket set status = 4, tag_set_id = (select id from tag_set where label_ids = '{}')"
            + " where remote_id = 3");
    ask("{\"all\":true}");
    long job = compared().path("id").asLong();

    JsonNode ticket = told().at("/drift/0");
    assertThat(told().path("drift")).hasSize(1);
    assertThat(ticket.path("ticket").asLong()).isEqualTo(3);
    assertThat(ticket.path("page").asText()).isEqualTo("https://harbourbank.example/tickets/3");
    assertThat(ticket.path("kinds"))
        .extracting(JsonNode::asText)
        .containsExactly("labels", "status");
    assertThat(ticket.at("/ours/labels")).isEmpty();
    assertThat(ticket.at("/theirs/labels")).isNotEmpty();
    assertThat(ticket.path("askedAgainAt").isNull()).isTrue();
    assertThat(admin().get(path() + "?after=3").json().path("drift")).isEmpty();

    assertThat(steer(job, "read-again").body()).isEqualTo("{\"tickets\":1}");
    assertThat(steer(job, "read-again").body()).isEqualTo("{\"tickets\":0}");

    assertThat(told().at("/drift/0/askedAgainAt").isNull()).isFalse();
    assertThat(look.lookAtDue(account)).isEqualTo(1);
    ask("{\"all\":true}");
    assertThat(compared().path("drifted").asLong()).isZero();
    assertThat(told().path("drift")).isEmpty();
  }

  @Test
  void one_that_failed_goes_on_and_one_that_did_not_is_left_alone() {
    helpdesk.revokeKey();
    ask("{\"all\":true}");
    JsonNode failed = compared();
    assertThat(failed.path("state").asText()).isEqualTo("failed");
    assertThat(failed.path("problem").asText()).isEqualTo("credentials-rejected");
    helpdesk.restoreKey();
    long job = failed.path("id").asLong();

    assertThat(steer(job, "resume").status()).isEqualTo(202);
    steer(job, "resume").refuses(409, "reconcile-under-way");

    assertThat(compared().path("state").asText()).isEqualTo("done");
    steer(job, "resume").refuses(409, "reconcile-under-way");
    steer(999_999, "resume").refuses(409, "reconcile-under-way");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"sample\":0}|400|bad-sample",
        "{\"sample\":5001}|400|bad-sample",
        "{\"sample\":-7}|400|bad-sample",
        "{\"sample\":\"some\"}|400|wrong-type",
        "{\"all\":\"yes\"}|400|wrong-type",
        "{\"sample\":10,\"speed\":9}|400|unknown-field",
        "{\"sample\"|400|not-json",
        "``|400|empty-body",
      })
  void what_cannot_be_right_is_told_and_nothing_begins(String body, int status, String code) {
    ask(body).refuses(status, code);

    assertThat(told().path("latest").isNull()).isTrue();
  }

  @Test
  void a_list_goes_on_after_a_number_only() {
    ask("{}");

    assertThat(admin().get(path() + "?after=x").refuses(400, "bad-after")).contains("'after'");
    admin().get(path() + "?after=-3").refuses(400, "bad-after");
  }

  @Test
  void an_account_that_is_not_connected_is_not_found() {
    for (String id : new String[] {"0", "77"}) {
      String there = "api/accounts/" + id + "/reconcile";
      admin().get(there).refuses(404, "unknown-account");
      admin().post(there, "{}").refuses(404, "unknown-account");
      admin().post(there + "/1/resume", "{}").refuses(404, "unknown-account");
      admin().post(there + "/1/read-again", "{}").refuses(404, "unknown-account");
    }
  }

  /** The newest comparison after as many turns as thirty tickets need at most. */
  private JsonNode compared() {
    for (int i = 0; i < 3; i++) {
      compare.turn(account);
    }
    return told().path("latest");
  }

  private JsonNode told() {
    return admin().get(path()).json();
  }

  private Answer ask(String body) {
    return admin().post(path(), body);
  }

  private Answer steer(long job, String what) {
    return admin().post(path() + "/" + job + "/" + what, "{}");
  }

  private String path() {
    return "api/accounts/" + account.value() + "/reconcile";
  }

  private Client admin() {
    return console(Role.ADMIN);
  }
}
