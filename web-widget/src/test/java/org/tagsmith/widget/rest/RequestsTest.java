package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** Agents ask, leads answer. */
class RequestsTest extends RunningWidget {
  private static final String METAL =
      "{'kind':'tag','name':'Card_Metal','purpose':'Nothing fits.','words':'the metal one',"
          + "'tickets':['#1','https://harbourbank.example/tickets/2?brand=1']}";

  private Client agent;
  private Client lead;
  private Client admin;

  @BeforeEach
  void signIn() {
    database.execute("delete from tag_request");
    database.execute("delete from request_threshold");
    database.execute("update ticket set created_at = '2026-02-25 12:00Z', status = 1");
    agent = console(Role.AGENT);
    lead = console(Role.LEAD);
    admin = console(Role.ADMIN);
  }

  @Test
  void an_agent_asks_and_the_lead_sees_who_why_and_how_many_contacts_need_it() {
    JsonNode asked = post(agent, "", METAL).json();

    JsonNode all = lead.get("api/requests").json();
    assertThat(all.path("threshold").asInt()).isEqualTo(5);
    assertThat(all.path("leads").toString()).isEqualTo("[\"admin\",\"lead\"]");
    JsonNode seen = all.path("requests").get(0);
    assertThat(seen.path("id").asLong()).isEqualTo(asked.path("id").asLong());
    assertThat(seen.path("askedBy").asText()).isEqualTo("agent");
    assertThat(seen.path("words").asText()).isEqualTo("the metal one");
    assertThat(seen.path("contacts").asInt()).isEqualTo(2);
    assertThat(seen.path("missing").asInt()).isEqualTo(3);
    assertThat(seen.at("/tickets/1/page").asText())
        .isEqualTo("https://harbourbank.example/tickets/2");
    assertThat(lead.get("api/requests/waiting").json().path("count").asInt()).isEqualTo(1);
  }

  @Test
  void another_agent_sees_that_it_waits_but_not_what_customers_said() {
    post(lead, "", METAL).json();

    JsonNode seen = agent.get("api/requests").json();

    assertThat(seen.path("leads").isNull()).isTrue();
    assertThat(seen.at("/requests/0/words").isNull()).isTrue();
    assertThat(seen.at("/requests/0/tickets").isNull()).isTrue();
    assertThat(seen.at("/requests/0/ticketCount").asInt()).isEqualTo(2);
    assertThat(seen.at("/requests/0/mine").asBoolean()).isFalse();
    String support = id(seen) + "/tickets";
    JsonNode mine = post(agent, support, "{'account':1,'tickets':['3','1']}").json();
    assertThat(mine.path("mine").asBoolean()).isTrue();
    assertThat(mine.path("ticketCount").asInt()).isEqualTo(3);
  }

  @Test
  void what_is_near_a_name_is_told_before_it_is_asked_for() {
    post(lead, "", METAL).json();

    JsonNode alike = post(agent, "alike", "{'name':'metal card'}").json();
    JsonNode near = post(agent, "alike", "{'name':'upgrade credit card'}").json();

    assertThat(alike.at("/requests/0/name").asText()).isEqualTo("Card_Metal");
    assertThat(near.at("/near/0/name").asText()).isEqualTo("Upgrade_CreditCard");
    Answer again = post(agent, "", METAL);
    again.refuses(409, "already-asked");
    assertThat(again.json().path("request").asLong())
        .isEqualTo(alike.at("/requests/0/id").asLong());
    post(agent, "", METAL.replace("Card_Metal", "upgrade limit")).refuses(409, "exists-already");
  }

  @Test
  void a_lead_answers_below_the_threshold_only_with_a_reason_that_agents_do_not_read() {
    JsonNode asked = post(agent, "", METAL).json();
    String answer = asked.path("id") + "/answer";

    Answer refused = post(lead, answer, "{'version':1,'answer':'accepted'}");
    assertThat(refused.refuses(409, "below-threshold")).contains("3 fewer");
    assertThat(refused.json().path("missing").asInt()).isEqualTo(3);
    post(lead, answer, "{'version':1,'answer':'accepted','reason':'The regulator asks.'}").json();
    JsonNode made = post(lead, answer, "{'version':2,'answer':'made','tagId':1}").json();

    assertThat(made.path("state").asText()).isEqualTo("made");
    assertThat(made.path("overridden").asText()).isEqualTo("The regulator asks.");
    JsonNode own = agent.get("api/requests").json().path("requests").get(0);
    assertThat(own.path("state").asText()).isEqualTo("made");
    assertThat(own.path("tagId").asInt()).isEqualTo(1);
    assertThat(own.path("overridden").asText()).isEmpty();
  }

  @Test
  void the_threshold_is_the_houses_own() {
    JsonNode asked = post(agent, "", METAL).json();
    assertThat(put("threshold", "{'contacts':2}").status()).isEqualTo(204);

    JsonNode done =
        post(lead, asked.path("id") + "/answer", "{'version':1,'answer':'accepted'}").json();

    assertThat(done.path("missing").asInt()).isZero();
    put("threshold", "{'contacts':-1}").refuses(409, "bad-threshold");
    put("threshold", "{}").refuses(400, "missing-field");
  }

  @Test
  void two_leads_do_not_overwrite_one_another() {
    long id = post(agent, "", METAL).json().path("id").asLong();

    JsonNode first = patch(lead, id, "{'version':1,'owner':'lead','dueOn':'2026-03-09'}").json();
    Answer second = post(admin, id + "/answer", "{'version':1,'answer':'declined','reason':'x'}");

    assertThat(first.path("dueOn").asText()).isEqualTo("2026-03-09");
    second.refuses(409, "request-changed");
    assertThat(second.json().path("by").asText()).isEqualTo("lead");
    patch(admin, id, "{'version':2,'owner':'agent'}").refuses(400, "not-a-lead");
    patch(admin, id, "{'version':2,'dueOn':'+999999999-01-01'}").refuses(400, "bad-date");
    patch(admin, 999, "{'version':2}").refuses(404, "unknown-request");
  }

  @Test
  void what_was_declined_is_told_to_who_asked_and_can_be_taken_back() {
    long id = post(agent, "", METAL).json().path("id").asLong();
    post(lead, id + "/answer", "{'version':1,'answer':'declined'}").refuses(409, "reason-missing");

    post(lead, id + "/answer", "{'version':1,'answer':'declined','reason':'Use Upgrade.'}").json();
    assertThat(agent.get("api/requests").json().at("/requests/0/reason").asText())
        .isEqualTo("Use Upgrade.");
    JsonNode open = post(lead, id + "/answer", "{'version':2,'answer':'open'}").json();
    assertThat(open.path("state").asText()).isEqualTo("open");
    JsonNode use = post(lead, id + "/answer", "{'version':3,'answer':'existing','code':17}").json();
    assertThat(use.path("code").asInt()).isEqualTo(17);
    post(agent, id + "/tickets", "{'tickets':['3']}").refuses(409, "request-answered");
  }

  @Test
  void a_request_with_five_hundred_tickets_takes_no_more_and_says_so() {
    long id = post(agent, "", METAL).json().path("id").asLong();
    database.execute(
        "insert into request_ticket select %d, 1, 1000 + n, 'agent' from generate_series(1, 498) n"
            .formatted(id));

    Answer refused = post(agent, id + "/tickets", "{'account':1,'tickets':['3']}");

    refused.refuses(409, "request-full");
    assertThat(refused.json().path("most").asInt()).isEqualTo(500);
    assertThat(refused.json().path("field").asText()).isEqualTo("tickets");
  }

  @Test
  void what_cannot_be_read_as_a_request_is_refused_and_nothing_is_kept() {
    asked("'kind':'tag'", "'kind':'family'").refuses(400, "bad-kind");
    asked("'purpose':'Nothing fits.',", "").refuses(400, "missing-field");
    asked("'Card_Metal'", "'🙂'").refuses(409, "no-letters");
    asked("'#1'", "'twelve'").refuses(400, "not-a-ticket");
    asked("'#1'", "'http://[x/tickets/1'").refuses(400, "not-a-ticket");
    asked("harbourbank.example", "other.example").refuses(400, "unknown-helpdesk");
    asked("'#1'", "'4711'").refuses(409, "unknown-tickets");
    asked("'tickets':", "'account':0,'tickets':").refuses(404, "unknown-account");
    asked("['#1',", "[null,").refuses(400, "no-tickets");
    post(lead, "1/answer", "{'version':1,'answer':'maybe'}").refuses(400, "bad-answer");
    post(lead, "1/answer", "{'version':1,'answer':'made'}").refuses(400, "missing-field");
    post(agent, "alike", "{'name':'" + "x".repeat(201) + "'}").refuses(400, "name-too-long");
    assertThat(lead.get("api/requests").json().path("requests")).isEmpty();
  }

  private Answer asked(String part, String instead) {
    assertThat(METAL).contains(part);
    return post(agent, "", METAL.replace(part, instead));
  }

  private static String id(JsonNode all) {
    return all.at("/requests/0/id").asText();
  }

  private static Answer post(Client client, String path, String body) {
    return client.post(
        path.isEmpty() ? "api/requests" : "api/requests/" + path, body.replace('\'', '"'));
  }

  private static Answer patch(Client client, long id, String body) {
    return client.patch("api/requests/" + id, body.replace('\'', '"'));
  }

  private Answer put(String path, String body) {
    return lead.put("api/requests/" + path, body.replace('\'', '"'));
  }
}
