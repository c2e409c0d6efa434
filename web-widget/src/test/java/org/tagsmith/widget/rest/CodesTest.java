package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** Reason codes over HTTP: leads change them, agents are offered those of their group. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CodesTest extends RunningWidget {
  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
    clock.pass(Duration.ofMinutes(2));
  }

  @Test
  void a_number_never_changes_its_meaning_or_returns_and_the_next_free_one_is_told() {
    Answer taken = publish(code("add", 17, "y", "null"));
    Answer retired = publish(code("add", 18, "y", "null"));

    taken.refuses(409, "number-taken");
    assertThat(taken.json().path("free").asInt()).isEqualTo(19);
    assertThat(retired.refuses(409, "number-taken")).contains("never returns", "19");
    publish(code("add", 0, "y", "null")).refuses(409, "bad-number");
    publish(code("add", 19, "X", "null")).refuses(409, "code-name-taken");
    publish(code("add", 19, "", "null")).refuses(409, "no-code-name");
  }

  @Test
  void codes_lie_under_one_another_in_three_levels_and_never_in_a_circle() {
    publish(code("add", 30, "top", "null")).json();
    publish(code("add", 31, "middle", "30")).json();
    publish(code("add", 32, "low", "31")).json();

    publish(code("add", 33, "deeper", "32")).refuses(409, "too-deep");
    publish(code("describe", 30, "top", "32")).refuses(409, "too-deep");
    publish(code("describe", 17, "x", "999")).refuses(409, "unknown-code");
    publish("{'do':'retire-code','number':31,'successor':30}").refuses(409, "has-children");
    publish("{'do':'retire-code','number':32,'successor':30},{'do':'retire-code','number':31}")
        .json();
    publish("{'do':'restore-code','number':31}").json();
  }

  @Test
  void how_much_a_code_is_used_is_told_by_contacts_and_by_what_agents_gave() {
    sidebar("dora")
        .post(
            "api/sidebar/tickets/9/dispositions",
            "{\"action\":\"add\",\"reasonCode\":17,\"through\":\"form\"}");
    sidebar("dora")
        .post(
            "api/sidebar/tickets/9/dispositions",
            "{\"action\":\"remove\",\"label\":\"upgrade_creditcard\",\"through\":\"form\"}");
    sidebar("dora")
        .post(
            "api/sidebar/tickets/9/dispositions",
            "{\"action\":\"add\",\"reasonCode\":17,\"through\":\"form\"}");

    String label = labels(3).iterator().next();
    publish("{'do':'place-label','label':'%s','tagId':1}".formatted(label)).json();
    JsonNode use = lead.get("api/vocabulary/codes/use").json();

    assertThat(use.get(0).path("number").asInt()).isEqualTo(17);
    assertThat(use.get(0).path("contacts").asLong()).isPositive();
    assertThat(use.get(0).path("recorded").asLong()).isEqualTo(1);
    assertThat(use.get(1).path("recorded").asLong()).isZero();
  }

  @Test
  void an_agent_is_offered_the_codes_of_the_tickets_group() {
    publish(code("add", 41, "for cards", "null", "'Cards'")).json();
    publish(code("add", 42, "for loans", "null", "'Loans'")).json();
    database.execute(
        "insert into agent_group (account_id, remote_id, name) values (%d, 61, 'cards')"
            .formatted(account.value()));
    database.execute("update ticket set group_id = 61 where remote_id = 20");
    sidebar("emil")
        .post(
            "api/sidebar/tickets/21/dispositions",
            "{\"action\":\"add\",\"reasonCode\":42,\"through\":\"form\"}");

    assertThat(offered(20)).contains(17, 41).doesNotContain(42, 18);
    assertThat(offered(21)).startsWith(42).contains(41);
  }

  private List<Integer> offered(long ticket) {
    JsonNode codes = sidebar("emil").get("api/sidebar/tickets/" + ticket).json().path("codes");
    List<Integer> numbers = new ArrayList<>();
    codes.forEach(code -> numbers.add(code.asInt()));
    return numbers;
  }

  private static String code(
      String what, int number, String name, String parent, String... groups) {
    return "{'do':'%s-code','number':%d,'about':{'tagId':1,'names':{'en':'%s'},'examples':[],"
            .formatted(what, number, name)
        + "'department':'Cards','parent':%s,'groups':[%s]}}"
            .formatted(parent, String.join(",", groups));
  }

  private Answer publish(String changes) {
    int base = lead.get("api/vocabulary").json().path("version").asInt();
    String body = "{'base':%d,'changes':[%s]}".formatted(base, changes);
    return lead.post("api/vocabulary/changes", body.replace('\'', '"'));
  }
}
