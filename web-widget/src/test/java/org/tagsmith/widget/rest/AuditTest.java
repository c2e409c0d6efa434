package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class AuditTest extends RunningWidget {
  @Test
  void the_audit_tells_which_tags_are_hardly_given() {
    database.execute("update ticket set created_at = '2026-02-25 12:00Z'");

    JsonNode audit = console(Role.LEAD).get("api/audit?days=30&fewer=1000").json();

    assertThat(audit.path("contacts").asLong()).isEqualTo(30);
    assertThat(audit.path("rare").findValuesAsText("tagId")).containsExactlyInAnyOrder("1", "2");
    assertThat(audit.path("to").asText()).isEqualTo("2026-03-02");
  }

  @Test
  void a_days_and_a_number_that_are_none_are_refused() {
    Client lead = console(Role.LEAD);
    for (String query : new String[] {"days=0", "days=x", "days=731", "fewer=0", "fewer=-1"}) {
      lead.get("api/audit?" + query).refuses(400, "bad-number");
    }
  }

  @Test
  void an_agent_codes_the_sample_without_being_told_what_was_given() {
    database.execute("update ticket set created_at = '2026-02-25 12:00Z'");
    Client agent = console(Role.AGENT);
    Answer sample = agent.get("api/audit/recoding");
    assertThat(sample.body()).doesNotContain("labels", "tags", "upgrade");
    JsonNode first = sample.json().path("contacts").get(0);
    String week = sample.json().path("week").asText();
    String address =
        "api/audit/recoding/%s/%s".formatted(first.path("account"), first.path("ticket"));

    put(agent, address, "{'week':'%s','tags':[1]}".formatted(week), 204);

    assertThat(
            agent.get("api/audit/recoding").json().path("contacts").get(0).path("done").asBoolean())
        .isTrue();
    assertThat(console(Role.LEAD).get("api/audit/agreement").json().path("contacts").asInt())
        .isEqualTo(1);
    send(agent, address, "{'week':'%s','tags':[3]}".formatted(week)).refuses(409, "not-in-sample");
    send(agent, address, "{'week':'2026-01-05','tags':[1]}").refuses(409, "not-in-sample");
    send(agent, address, "{'tags':[1]}").refuses(400, "missing-field");
    send(agent, "api/audit/recoding/0/1", "{'week':'%s','tags':[1]}".formatted(week))
        .refuses(404, "unknown-account");
  }

  private static void put(Client client, String path, String body, int status) {
    assertThat(send(client, path, body).status()).isEqualTo(status);
  }

  private static Answer send(Client client, String path, String body) {
    return client.send("PUT", path, BodyPublishers.ofString(body.replace('\'', '"')));
  }
}
