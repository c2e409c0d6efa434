package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LabelWriteOutcome.AlreadySo;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.LabelWriteOutcome.Written;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class FreshdeskLabelWriterTest {
  private static final String READ = "GET /api/v2/tickets/7";
  private static final String REPLACE = "PUT /api/v2/tickets/7";
  private static final Canned NOT_THERE = Canned.json(404, "");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void the_whole_array_is_merged_from_a_fresh_reading_and_read_again_afterwards() {
    edge.answers(ticket("a", "wrong"), ticket("a", "b"), ticket("a", "b"));

    assertThat(write(Set.of("b"), Set.of("wrong"))).isEqualTo(new Written(Set.of("a", "b"), 1));
    assertThat(edge.lines()).containsExactly(READ, REPLACE, READ);
    assertThat(edge.calls().get(1).body()).isEqualTo("{\"tags\":[\"a\",\"b\"]}");
  }

  @Test
  void nothing_is_sent_when_the_ticket_is_as_wanted() {
    edge.answers(ticket("Billing", "a"));

    assertThat(write(Set.of("billing"), Set.of("c")))
        .isEqualTo(new AlreadySo(Set.of("Billing", "a")));
    assertThat(edge.lines()).containsExactly(READ);
  }

  @Test
  void what_others_add_before_our_check_is_kept() {
    edge.answers(ticket("a"), ticket("a", "b"), ticket("a", "b", "automation"));

    assertThat(write(Set.of("b"), Set.of()))
        .isEqualTo(new Written(Set.of("a", "b", "automation"), 1));
    assertThat(edge.lines()).containsExactly(READ, REPLACE, READ);
  }

  @Test
  void a_label_of_ours_that_another_write_replaced_is_merged_into_what_stands_there_now() {
    edge.answers(
        ticket("a"),
        ticket("a", "b"),
        ticket("a", "of_an_agent"),
        ticket("a", "b", "of_an_agent"),
        ticket("a", "b", "of_an_agent"));

    assertThat(write(Set.of("b"), Set.of()))
        .isEqualTo(new Written(Set.of("a", "b", "of_an_agent"), 2));
    assertThat(edge.calls().get(3).body()).isEqualTo("{\"tags\":[\"a\",\"b\",\"of_an_agent\"]}");
  }

  @Test
  void a_foreign_label_that_did_not_survive_our_write_is_put_back() {
    edge.answers(
        ticket("a", "foreign"),
        ticket("a", "b"),
        ticket("a", "b"),
        ticket("a", "b", "foreign"),
        ticket("a", "b", "foreign"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Written(Set.of("a", "b", "foreign"), 2));
    assertThat(edge.calls().get(3).body()).isEqualTo("{\"tags\":[\"a\",\"b\",\"foreign\"]}");
  }

  @Test
  void a_foreign_label_that_cannot_be_put_back_is_a_conflict_for_people() {
    edge.answers(ticket("a", "foreign"), ticket("a", "b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("conflict", Set.of("foreign")));
  }

  @Test
  void a_foreign_label_that_a_person_took_away_after_our_write_stays_away() {
    edge.answers(ticket("a", "foreign"), ticket("a", "b", "foreign"), ticket("a", "b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Written(Set.of("a", "b"), 1));
    assertThat(edge.lines()).containsExactly(READ, REPLACE, READ);
  }

  @Test
  void a_ticket_that_others_overwrite_all_the_time_is_a_conflict() {
    for (int i = 0; i < 4; i++) {
      edge.answers(ticket("a"), ticket("a", "b"));
    }
    edge.answers(ticket("a"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("conflict", Set.of("b")));
    assertThat(edge.lines()).filteredOn(REPLACE::equals).hasSize(4);
  }

  @Test
  void a_label_longer_than_32_characters_is_told_before_anything_is_sent() {
    String longest = "a".repeat(33);
    edge.answers(ticket("a"));

    assertThat(write(Set.of(longest, "b"), Set.of()))
        .isEqualTo(new Refused("too-long", Set.of(longest)));
    assertThat(edge.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "one,two"})
  void a_label_that_is_no_single_tag_is_invalid_without_a_call(String label) {
    edge.answers(ticket("a"));

    assertThat(write(Set.of(label), Set.of())).isEqualTo(new Refused("invalid", Set.of(label)));
    assertThat(edge.calls()).isEmpty();
  }

  @Test
  void a_label_that_freshdesk_swallows_is_told() {
    edge.answers(ticket("a"), ticket("a"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("not-kept", Set.of("b")));
  }

  @Test
  void a_write_that_freshdesk_finds_invalid_is_told() {
    edge.answers(
        ticket("a"),
        Canned.json(
            400,
            "{\"description\":\"Validation failed\",\"errors\":[{\"field\":\"tags\",\"message\":"
                + "\"It should only contain elements that have maximum of 32 characters\","
                + "\"code\":\"invalid_value\"}]}"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("invalid", Set.of("b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deleted", "spam"})
  void a_deleted_ticket_and_spam_refuse_labels(String mark) {
    edge.answers(Canned.json("{\"id\":7,\"" + mark + "\":true,\"tags\":[\"a\"]}"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("deleted", Set.of()));
  }

  @Test
  void a_ticket_that_is_deleted_while_we_write_refuses_labels() {
    edge.answers(ticket("a"), Canned.json(405, ""));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("deleted", Set.of()));
  }

  @Test
  void a_ticket_that_is_nowhere_refuses_labels_as_deleted() {
    edge.answers(NOT_THERE);

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("deleted", Set.of()));
    assertThat(edge.lines()).containsExactly(READ, "GET /api/v2/tickets/archived/7");
  }

  @Test
  void an_archived_ticket_refuses_labels_as_closed() {
    edge.answers(NOT_THERE, Canned.json("{\"id\":7,\"archived\":true,\"tags\":[\"a\"]}"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Refused("closed", Set.of("b")));
  }

  @Test
  void a_closed_ticket_is_changed_like_any_other() {
    edge.answers(Canned.json("{\"id\":7,\"status\":5,\"tags\":[]}"), ticket("b"), ticket("b"));

    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new Written(Set.of("b"), 1));
  }

  @Test
  void a_demand_to_wait_is_handed_up() {
    edge.answers(ticket("a"), Canned.json(429, "{}").with("Retry-After", "34"));

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Throttled.class);
  }

  @Test
  void a_lost_answer_to_a_write_that_took_effect_ends_well_at_the_next_try() {
    edge.answers(ticket("a"), ticket("a", "b").cutAfter(3), ticket("a", "b"));

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    assertThat(write(Set.of("b"), Set.of())).isEqualTo(new AlreadySo(Set.of("a", "b")));
    assertThat(edge.lines()).containsExactly(READ, REPLACE, READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":8,\"tags\":[]}", "{\"id\":7}", "{}"})
  void an_answer_of_another_ticket_or_without_tags_is_not_merged(String answer) {
    edge.answers(Canned.json(answer));

    assertThatThrownBy(() -> write(Set.of("b"), Set.of()))
        .isInstanceOf(ConnectorFailure.ContractBroken.class);
    assertThat(edge.lines()).containsExactly(READ);
  }

  @Test
  void what_may_still_take_effect_is_sent_over_even_if_the_ticket_is_as_wanted() {
    edge.answers(ticket("a", "B"), ticket("a", "B"), ticket("a", "B"));
    LabelChange change = new LabelChange(7, Set.of("b"), Set.of("undone"), Set.of("b", "undone"));

    assertThat(parts.connector.write(FreshdeskParts.ACCOUNT, change))
        .isEqualTo(new Written(Set.of("a", "B"), 1));
    assertThat(edge.lines()).containsExactly(READ, REPLACE, READ);
    assertThat(edge.calls().get(1).body()).isEqualTo("{\"tags\":[\"B\",\"a\"]}");
  }

  private LabelWriteOutcome write(Set<String> add, Set<String> remove) {
    return parts.connector.write(FreshdeskParts.ACCOUNT, new LabelChange(7, add, remove));
  }

  private static Canned ticket(String... tags) {
    return Canned.json("{\"id\":7,\"status\":2,\"tags\":[\"" + String.join("\",\"", tags) + "\"]}");
  }
}
