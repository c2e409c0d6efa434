package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.sync.RuleBook.Unread;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class FreshdeskRulesTest {
  private static final Canned NONE = Canned.json("[]");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void tags_of_events_conditions_and_actions_are_found_whatever_their_field_is_called() {
    edge.answers(
        Canned.json(
            "[{\"id\":7,\"name\":\"R\",\"active\":true,"
                + "\"events\":[{\"field_name\":\"tags\",\"from\":\"a\",\"to\":\"--\"}],"
                + "\"conditions\":[{\"name\":\"condition_set_1\",\"properties\":["
                + "{\"field_name\":\"ticket_tags\",\"operator\":\"in\",\"value\":[\"b c\"]},"
                + "{\"field_name\":\"stage\",\"value\":[\"no tag\"]},"
                + "{\"field_name\":\"tag_ids\",\"value\":[17]}]}],"
                + "\"actions\":[{\"field_name\":\"add_tag\",\"value\":\"d, e\"}]}]"),
        NONE);

    assertThat(read().rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.labels()).containsExactlyInAnyOrder("a", "--", "b c", "d", "e");
              assertThat(rule.kind()).isEqualTo(Kind.AUTOMATION);
            });
  }

  @Test
  void the_three_occasions_are_asked_for_without_a_parameter_until_an_answer_names_a_next_page() {
    edge.answers(NONE.with("Link", "<https://x.example/y?page=2>; rel=\"next\""), NONE);

    read();

    assertThat(edge.lines())
        .containsExactly(
            "GET /api/v2/automations/1/rules",
            "GET /api/v2/automations/1/rules?page=2",
            "GET /api/v2/automations/3/rules",
            "GET /api/v2/automations/4/rules");
  }

  @Test
  void where_few_calls_are_left_in_the_minute_they_are_left_to_agents() {
    edge.answers(NONE.with("X-RateLimit-Total", "50.0").with("X-RateLimit-Remaining", "5.0"), NONE);

    assertThatThrownBy(this::read).isInstanceOf(ConnectorFailure.Throttled.class);
    assertThat(edge.calls()).hasSize(1);
  }

  @Test
  void a_plan_without_automations_is_told() {
    edge.answers(Canned.json(404, "{}"));

    assertThat(read().unread()).containsEntry(Kind.AUTOMATION, Unread.NOT_OFFERED);
  }

  private RuleBook read() {
    return new FreshdeskRules(parts.accounts).read(FreshdeskParts.ACCOUNT);
  }
}
