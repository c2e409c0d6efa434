package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.sync.usecase.BackfillTickets;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class BackfillTest extends RunningWidget {
  @Inject BackfillTickets backfills;

  @BeforeEach
  void asBeforeAnyBackfill() {
    database.execute("delete from backfill");
    database.execute("update sync_state set backfill_share = 50");
    resetSync();
  }

  @Test
  void an_account_that_was_read_by_one_stream_has_no_backfill_and_an_admin_can_start_one() {
    assertThat(account().path("backfill").isNull()).isTrue();

    assertThat(start("{\"from\":\"2026-01-01T08:10:00Z\"}").status()).isEqualTo(204);

    JsonNode waiting = account().path("backfill");
    assertThat(waiting.path("from").asText()).isEqualTo("2026-01-01T08:10:00Z");
    assertThat(waiting.path("until").asText()).isEqualTo("2026-03-02T08:45:00Z");
    assertThat(waiting.path("phase").asText()).isEqualTo("waiting");
    assertThat(waiting.path("share").asInt()).isEqualTo(50);
    assertThat(waiting.path("finishedAt").isNull()).isTrue();
    assertThat(account().path("phase").asText()).isEqualTo("waiting");

    backfills.backfill(account);

    JsonNode finished = account().path("backfill");
    assertThat(finished.path("phase").asText()).isEqualTo("idle");
    assertThat(finished.path("ticketsRead").asLong()).isEqualTo(21);
    assertThat(finished.path("ticketsTotal").asLong()).isEqualTo(21);
    assertThat(finished.path("finishedAt").isNull()).isFalse();
    assertThat(account().path("phase").asText()).isEqualTo("idle");
    assertThat(account().path("ticketsStored").asLong()).as("counted once").isEqualTo(30);
  }

  @Test
  void without_a_date_it_reads_everything() {
    start("{}");

    assertThat(account().at("/backfill/from").asText()).isEqualTo("2000-01-01T00:00:00Z");
  }

  @Test
  void a_backfill_is_paused_and_resumed_while_the_account_stays_in_sync() {
    start("{}");

    assertThat(change("{\"paused\":true}").status()).isEqualTo(204);
    assertThat(account().at("/backfill/paused").asBoolean()).isTrue();
    assertThat(account().path("phase").asText()).isEqualTo("idle");
    assertThat(account().at("/connection/paused").asBoolean()).isFalse();

    change("{\"paused\":false}");
    assertThat(account().at("/backfill/paused").asBoolean()).isFalse();
  }

  @Test
  void its_share_of_the_limit_is_set_and_kept_when_it_starts_again() {
    start("{}");

    assertThat(change("{\"share\":20}").status()).isEqualTo(204);
    start("{}");

    assertThat(account().at("/backfill/share").asInt()).isEqualTo(20);
  }

  @Test
  void a_second_start_while_it_reads_begins_anew_from_its_own_day_and_counts_nothing_twice() {
    start("{}");
    helpdesk.beforeCall(
        call -> {
          if (call.equals("read")) {
            helpdesk.beforeCall(later -> {});
            assertThat(start("{\"from\":\"2026-01-01T08:20:00Z\"}").status()).isEqualTo(204);
          }
        });

    backfills.backfill(account);
    backfills.backfill(account);

    assertThat(account().at("/backfill/from").asText()).isEqualTo("2026-01-01T08:20:00Z");
    assertThat(account().at("/backfill/finishedAt").isNull()).isFalse();
    assertThat(account().at("/backfill/ticketsRead").asLong()).isEqualTo(11);
    assertThat(account().path("ticketsStored").asLong()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"from\":\"last year\"}|wrong-type",
        "{\"from\":\"2026-01-01\"}|wrong-type",
        "{\"since\":\"2026-01-01T00:00:00Z\"}|unknown-field",
        "{\"from\"|not-json",
        "``|empty-body",
      })
  void a_start_that_cannot_be_read_starts_nothing(String body, String code) {
    start(body).refuses(400, code);

    assertThat(account().path("backfill").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"share\":9}|400|bad-share",
        "{\"share\":91}|400|bad-share",
        "{\"share\":-50}|400|bad-share",
        "{}|400|missing-field",
        "{\"share\":\"half\"}|400|wrong-type",
        "{\"paused\":true,\"speed\":9}|400|unknown-field",
      })
  void what_cannot_be_right_is_told(String body, int status, String code) {
    start("{}");

    change(body).refuses(status, code);
    assertThat(account().at("/backfill/share").asInt()).isEqualTo(50);
  }

  @Test
  void what_is_not_there_cannot_be_paused_and_what_live_reading_brings_is_not_read_again() {
    change("{\"paused\":true}").refuses(409, "no-backfill");

    Answer late = start("{\"from\":\"2026-03-02T08:45:00Z\"}");

    late.refuses(400, "start-too-late");
    assertThat(late.json().path("field").asText()).isEqualTo("from");
    assertThat(account().path("backfill").isNull()).isTrue();
  }

  @Test
  void an_account_that_is_not_connected_is_not_found() {
    for (String id : new String[] {"0", "77"}) {
      console(Role.ADMIN)
          .send("PUT", "api/accounts/" + id + "/backfill", BodyPublishers.ofString("{}"))
          .refuses(404, "unknown-account");
      console(Role.ADMIN)
          .patch("api/accounts/" + id + "/backfill", "{\"share\":20}")
          .refuses(404, "unknown-account");
    }
  }

  private JsonNode account() {
    return console(Role.ADMIN).get("api/accounts").json().at("/accounts/0");
  }

  private Answer start(String body) {
    return console(Role.ADMIN)
        .send(
            "PUT", "api/accounts/" + account.value() + "/backfill", BodyPublishers.ofString(body));
  }

  private Answer change(String body) {
    return console(Role.ADMIN).patch("api/accounts/" + account.value() + "/backfill", body);
  }
}
