package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskRule;
import org.tagsmith.domain.sync.HelpdeskRule.Kind;
import org.tagsmith.domain.sync.RuleBook;
import org.tagsmith.domain.sync.RuleBook.Unread;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class ZendeskRulesTest {
  private static final Canned NONE = Canned.json("{\"count\":0}");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final ZendeskParts parts = new ZendeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void tags_of_conditions_and_actions_are_found_whatever_their_values_look_like() {
    edge.answers(
        triggers(
            "{\"all\":[{\"field\":\"current_tags\",\"operator\":\"includes\",\"value\":\"a  b\"},"
                + "{\"field\":\"status\",\"operator\":\"is\",\"value\":\"new\"}],"
                + "\"any\":[{\"all\":[{\"field\":\"current_tags\",\"value\":[\"c\",\"d,e\"]}]}]}",
            "[{\"field\":\"set_tags\",\"value\":\"f\"},{\"field\":\"remove_tags\",\"value\":null},"
                + "{\"field\":\"notification_user\",\"value\":[\"requester_id\",\"current_tags\"]}]"),
        NONE);

    assertThat(read().rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.labels()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
              assertThat(rule.kind()).isEqualTo(Kind.TRIGGER);
              assertThat(rule.page().orElseThrow().getPath())
                  .isEqualTo("/admin/objects-rules/rules/triggers/7");
            });
  }

  @Test
  void each_list_is_asked_for_in_pages_of_a_hundred_up_to_its_end() {
    edge.answers(
        Canned.json("{\"triggers\":[],\"meta\":{\"has_more\":true,\"after_cursor\":\"x=/y\"}}"),
        Canned.json("{\"triggers\":[],\"meta\":{\"has_more\":false,\"after_cursor\":\"z\"}}"),
        NONE);

    read();

    assertThat(edge.lines())
        .containsExactly(
            "GET /api/v2/triggers.json?active=true&page%5Bsize%5D=100",
            "GET /api/v2/triggers.json?active=true&page%5Bsize%5D=100&page%5Bafter%5D=x%3D%2Fy",
            "GET /api/v2/automations.json?active=true&page%5Bsize%5D=100",
            "GET /api/v2/views.json?active=true&page%5Bsize%5D=100",
            "GET /api/v2/macros.json?active=true&page%5Bsize%5D=100");
  }

  @Test
  void a_list_without_an_end_is_left_and_told() {
    edge.answers(
        Canned.json("{\"meta\":{\"has_more\":true,\"after_cursor\":\"the same for ever\"}}"));

    assertThat(read().unread()).containsOnlyKeys(Kind.values()).containsValue(Unread.TOO_MANY);
    assertThat(edge.calls()).hasSize(40);
  }

  @Test
  void a_list_that_the_plan_lacks_is_told_and_another_refusal_is_a_failure() {
    edge.answers(Canned.json(404, "{\"error\":\"InvalidEndpoint\"}"), NONE);
    assertThat(read().unread()).isEqualTo(Map.of(Kind.TRIGGER, Unread.NOT_OFFERED));

    edge.answers(Canned.json(400, "{\"error\":\"InvalidPaginationParameter\"}"));
    assertThatThrownBy(this::read).isInstanceOf(ConnectorFailure.ContractBroken.class);
  }

  @Test
  void a_rule_without_number_or_name_is_told_all_the_same() {
    edge.answers(
        Canned.json(
            "{\"triggers\":[null,{},{\"actions\":[{\"field\":\"set_tags\",\"value\":\"a\"}]}]}"),
        NONE);

    HelpdeskRule rule = read().rules().get(0);

    assertThat(rule.name()).isEmpty();
    assertThat(rule.page()).isEmpty();
  }

  private RuleBook read() {
    return new ZendeskRules(parts.accounts).read(ZendeskParts.ACCOUNT);
  }

  private static Canned triggers(String conditions, String actions) {
    return Canned.json(
        "{\"triggers\":[{\"id\":7,\"title\":\"T\",\"active\":true,\"conditions\":"
            + conditions
            + ",\"actions\":"
            + actions
            + "}],\"meta\":{\"has_more\":false}}");
  }
}
