package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LabelWriteOutcome.AlreadySo;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.LabelWriteOutcome.Written;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class ZendeskLabelWriterTest {
  private static final String READ = "GET /api/v2/tickets/7.json";
  private static final String FIELDS_READ = "GET /api/v2/ticket_fields.json";
  private static final String ADD = "PUT /api/v2/tickets/7/tags.json";
  private static final String REMOVE = "DELETE /api/v2/tickets/7/tags.json";
  private static final String JOB_READ = "GET /api/v2/job_statuses/82de.json";
  private static final String BATCH = "PUT /api/v2/tickets/update_many.json?ids=7";

  private static final Canned FIELDS =
      Canned.json(
          "{\"ticket_fields\":[{\"tag\":null},{\"tag\":\"needs_care\"},"
              + "{\"tag\":null,\"custom_field_options\":[{\"value\":\"product__savings\"}]}]}");
  private static final Canned CONFLICT = Canned.json(409, "{\"error\":\"UpdateConflict\"}");
  private static final Canned QUEUED = job("queued", "null");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final ZendeskParts parts = new ZendeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void labels_are_added_as_a_delta_that_holds_only_while_nobody_else_edits() {
    edge.answers(ticket("open", 1, "a"), FIELDS, tags("b", "a"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Written(Set.of("a", "b")));
    assertThat(edge.lines()).containsExactly(READ, FIELDS_READ, ADD);
    assertThat(edge.calls().get(2).body())
        .isEqualTo(
            "{\"tags\":[\"b\"],\"updated_stamp\":\"2026-05-06T11:00:01Z\",\"safe_update\":\"true\"}");
  }

  @Test
  void labels_are_removed_by_the_tags_endpoint() {
    edge.answers(ticket("solved", 1, "a", "b"), FIELDS, tags("a"));

    assertThat(write(Set.of(), Set.of("b", "never_there"))).isEqualTo(new Written(Set.of("a")));
    assertThat(edge.lines()).containsExactly(READ, FIELDS_READ, REMOVE);
    assertThat(edge.calls().get(2).body()).contains("\"tags\":[\"b\"]");
  }

  @Test
  void a_swap_adds_first_and_reads_the_new_stamp_before_it_removes() {
    edge.answers(
        ticket("open", 1, "old"),
        FIELDS,
        tags("old", "new"),
        ticket("open", 2, "new", "old"),
        tags("new"));

    assertThat(write(Set.of("new"), Set.of("old"))).isEqualTo(new Written(Set.of("new")));
    assertThat(edge.lines()).containsExactly(READ, FIELDS_READ, ADD, READ, REMOVE);
    assertThat(edge.calls().get(4).body()).contains("2026-05-06T11:00:02Z");
  }

  @Test
  void nothing_is_sent_when_the_ticket_is_as_wanted() {
    edge.answers(ticket("open", 1, "b", "a"));

    assertThat(write(Set.of("A", "b"), Set.of("c"))).isEqualTo(new AlreadySo(Set.of("a", "b")));
    assertThat(edge.lines()).containsExactly(READ);
  }

  @Test
  void a_conflict_is_planned_again_from_a_fresh_reading() {
    edge.answers(
        ticket("open", 1, "a"), FIELDS, CONFLICT, ticket("open", 5, "a", "c"), tags("a", "b", "c"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Written(Set.of("a", "b", "c")));
    assertThat(edge.calls().get(4).body()).contains("2026-05-06T11:00:05Z");
  }

  @Test
  void a_conflict_in_which_somebody_did_the_same_needs_no_second_write() {
    edge.answers(ticket("open", 1, "a"), FIELDS, CONFLICT, ticket("open", 5, "a", "b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new AlreadySo(Set.of("a", "b")));
  }

  @Test
  void a_ticket_that_is_edited_all_the_time_is_given_up() {
    edge.answers(ticket("open", 1), FIELDS);
    for (int i = 0; i < 4; i++) {
      edge.answers(CONFLICT, ticket("open", 2 + i));
    }
    edge.answers(CONFLICT);

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("conflict", Set.of("b")));
    assertThat(edge.lines()).filteredOn(ADD::equals).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "intent__card_lost",
        "intent_confidence__low",
        "language__en",
        "language_confidence__high",
        "sentiment__neutral",
        "sentiment_confidence__high"
      })
  void labels_of_zendesks_own_triage_are_left_alone(String label) {
    edge.answers(ticket("open", 1, label), FIELDS);

    assertThat(write(Set.of(), Set.of(label)))
        .isEqualTo(new Refused("protected-label", Set.of(label)));
    assertThat(edge.lines()).doesNotContain(REMOVE);
  }

  @ParameterizedTest
  @CsvSource({"needs_care", "product__savings", "Product__Savings"})
  void labels_that_are_the_value_of_a_field_are_left_alone(String label) {
    edge.answers(ticket("open", 1), FIELDS);

    LabelWriteOutcome outcome = write(Set.of(label, "fine"), Set.of());

    // named as they were asked for, so that whoever asked finds them again
    assertThat(outcome).isEqualTo(new Refused("protected-label", Set.of(label)));
    assertThat(edge.lines()).containsExactly(READ, FIELDS_READ);
  }

  @Test
  void the_fields_are_read_once_for_many_writes() {
    edge.answers(ticket("open", 1), FIELDS, tags("b"), ticket("open", 1), tags("c"));

    write(Set.of("b"), Set.of());
    write(Set.of("c"), Set.of());

    assertThat(edge.lines()).containsExactly(READ, FIELDS_READ, ADD, READ, ADD);
  }

  @Test
  void a_ticket_that_is_gone_refuses_labels() {
    edge.answers(Canned.json(404, "{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("deleted", Set.of()));
  }

  @Test
  void a_ticket_in_the_bin_refuses_labels() {
    edge.answers(ticket("deleted", 1, "a"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("deleted", Set.of()));
  }

  @Test
  void a_label_that_zendesk_swallows_is_told() {
    edge.answers(ticket("open", 1, "a"), FIELDS, tags("a"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("not-kept", Set.of("b")));
  }

  @Test
  void a_write_that_zendesk_finds_invalid_is_told() {
    edge.answers(
        ticket("open", 1, "a"),
        FIELDS,
        Canned.json(422, "{\"error\":\"RecordInvalid\",\"details\":{}}"),
        ticket("open", 1, "a"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("invalid", Set.of("b")));
  }

  @Test
  void a_label_of_separators_alone_is_invalid_without_a_call() {
    edge.answers(ticket("open", 1));

    assertThat(write(Set.of(" , "), Set.of())).isInstanceOf(Refused.class);
    assertThat(edge.calls()).isEmpty();
  }

  @Test
  void a_demand_to_wait_is_handed_up() {
    edge.answers(ticket("open", 1), FIELDS, Canned.json(429, "{}").with("Retry-After", "135"));

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Throttled.class);
  }

  @Test
  void the_answer_of_another_ticket_is_not_believed() {
    edge.answers(
        Canned.json("{\"ticket\":{\"id\":8,\"updated_at\":\"2026-05-06T11:00:01Z\",\"tags\":[]}}"));

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.ContractBroken.class);
  }

  @Test
  void a_lost_answer_to_a_write_that_took_effect_ends_well() {
    edge.answers(
        ticket("open", 1, "a"),
        FIELDS,
        tags("a", "b").cutAfter(3),
        CONFLICT,
        ticket("open", 2, "a", "b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new AlreadySo(Set.of("a", "b")));
  }

  @Test
  void a_closed_ticket_is_changed_by_a_batch_and_its_job_is_watched() {
    edge.answers(
        ticket("closed", 1, "old"),
        FIELDS,
        QUEUED,
        job("working", "null"),
        job("completed", "[{\"id\":7,\"success\":true,\"status\":\"Updated\"}]"),
        ticket("closed", 2, "new"));

    assertThat(write(Set.of("new"), Set.of("old"))).isEqualTo(new Written(Set.of("new")));
    assertThat(edge.lines())
        .containsExactly(
            READ,
            FIELDS_READ,
            BATCH,
            "GET /api/v2/job_statuses/82de.json",
            "GET /api/v2/job_statuses/82de.json",
            READ);
    assertThat(edge.calls().get(2).body())
        .isEqualTo("{\"ticket\":{\"additional_tags\":[\"new\"],\"remove_tags\":[\"old\"]}}");
    assertThat(parts.pauses).hasSize(2);
  }

  @Test
  void a_ticket_that_closes_while_we_write_takes_the_batch_route() {
    edge.answers(
        ticket("solved", 1),
        FIELDS,
        Canned.json(
            422,
            "{\"error\":\"RecordInvalid\",\"details\":{\"status\":[{\"description\":"
                + "\"Status: closed prevents ticket update\"}]}}"),
        ticket("closed", 2),
        ticket("closed", 2),
        job("completed", "[{\"id\":7,\"success\":true}]"),
        ticket("closed", 3, "b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Written(Set.of("b")));
    assertThat(edge.calls().get(5).body()).isEqualTo("{\"ticket\":{\"additional_tags\":[\"b\"]}}");
  }

  @ParameterizedTest
  @CsvSource({"TicketNotFound, deleted", "TicketUpdateFailed, closed"})
  void a_completed_job_tells_its_failure_inside_its_results(String error, String reason) {
    edge.answers(
        ticket("closed", 1),
        FIELDS,
        job("completed", "[{\"id\":7,\"success\":false,\"error\":\"" + error + "\"}]"));

    assertThat(((Refused) write(Set.of("b"), Set.of())).reason()).isEqualTo(reason);
  }

  @Test
  void a_job_that_claims_success_and_changed_nothing_is_not_believed() {
    edge.answers(ticket("closed", 1), FIELDS, job("completed", "[]"), ticket("closed", 1));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("not-kept", Set.of("b")));
  }

  @Test
  void a_job_that_does_not_end_is_tried_again_later() {
    edge.answers(ticket("closed", 1), FIELDS, QUEUED);

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    assertThat(parts.pauses).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "killed"})
  void a_job_that_died_is_tried_again_later(String status) {
    edge.answers(ticket("closed", 1), FIELDS, job(status, "null"));

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
  }

  @Test
  void what_may_still_take_effect_is_sent_over_even_if_the_ticket_is_as_wanted() {
    edge.answers(ticket("open", 1, "a", "b"), FIELDS, tags("a", "b"), ticket("open", 2, "a", "b"));
    edge.answers(tags("a", "b"));

    assertThat(writeOver(Set.of("b"), Set.of("undone"), "b", "undone"))
        .isEqualTo(new Written(Set.of("a", "b")));
    assertThat(edge.lines()).containsExactly(READ, FIELDS_READ, ADD, READ, REMOVE);
    assertThat(edge.calls().get(2).body()).contains("\"tags\":[\"b\"]");
    assertThat(edge.calls().get(4).body())
        .contains("\"tags\":[\"undone\"]", "2026-05-06T11:00:02Z");
  }

  @Test
  void on_a_closed_ticket_all_that_is_wanted_goes_behind_an_earlier_job() {
    edge.answers(
        ticket("closed", 1, "a"),
        FIELDS,
        QUEUED,
        job("completed", "[{\"id\":7,\"success\":true}]"),
        ticket("closed", 2, "a"));

    assertThat(writeOver(Set.of(), Set.of("undone"), "undone")).isEqualTo(new Written(Set.of("a")));
    assertThat(edge.calls().get(2).body()).isEqualTo("{\"ticket\":{\"remove_tags\":[\"undone\"]}}");
  }

  @Test
  void an_earlier_job_that_has_not_ended_is_waited_for_before_the_ticket_is_read() {
    edge.answers(ticket("closed", 1), FIELDS, QUEUED);
    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    int calls = edge.calls().size();

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Unreachable.class)
        .hasMessage("Zendesk's earlier job has not ended yet");
    edge.answers(job("completed", "[{\"id\":7,\"success\":true}]"), ticket("closed", 2, "b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new AlreadySo(Set.of("b")));
    assertThat(edge.lines().subList(calls, edge.lines().size()))
        .containsExactly(JOB_READ, JOB_READ, READ);
  }

  @Test
  void an_earlier_job_that_zendesk_has_forgotten_is_over() {
    edge.answers(ticket("closed", 1), FIELDS, QUEUED);
    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    edge.answers(
        Canned.json(404, "{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}"),
        ticket("closed", 2, "b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new AlreadySo(Set.of("b")));
  }

  private LabelWriteOutcome writeOver(Set<String> add, Set<String> remove, String... unsettled) {
    return parts.connector.write(
        ZendeskParts.ACCOUNT, new LabelChange(7, add, remove, Set.of(unsettled)));
  }

  private LabelWriteOutcome write(Set<String> add, Set<String> remove) {
    return parts.connector.write(ZendeskParts.ACCOUNT, new LabelChange(7, add, remove));
  }

  private static Canned ticket(String status, int second, String... tags) {
    return Canned.json(
        "{\"ticket\":{\"id\":7,\"status\":\""
            + status
            + "\",\"updated_at\":\"2026-05-06T11:00:0"
            + second
            + "Z\",\"tags\":"
            + list(tags)
            + "}}");
  }

  private static Canned tags(String... tags) {
    return Canned.json("{\"tags\":" + list(tags) + "}");
  }

  private static String list(String... tags) {
    return tags.length == 0 ? "[]" : "[\"" + String.join("\",\"", tags) + "\"]";
  }

  private static Canned job(String status, String results) {
    return Canned.json(
        "{\"job_status\":{\"id\":\"82de\",\"status\":\""
            + status
            + "\",\"progress\":null,\"results\":"
            + results
            + "}}");
  }
}
