package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** Labels with two meanings: asked about, decided by what is beside them, shown to agents. */
class QuestionsTest extends RunningWidget {
  /** Every ticket of the helpdesk in memory but each fifth carries it. */
  private static final String ASKED = "urgent";

  private final List<Integer> published = new ArrayList<>();
  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
    clock.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void takeAllBack() {
    for (int i = published.size() - 1; i >= 0; i--) {
      post("versions/" + published.get(i) + "/undo", "{}").json();
    }
  }

  @Test
  void contacts_wait_under_a_question_until_something_beside_its_label_decides() {
    long all = helpdesk.tickets().values().stream().filter(set -> set.contains(ASKED)).count();
    ask("[{'houseTagId':1,'when':{},'beside':[]},{'houseTagId':2,'when':{},'beside':[]}]");

    JsonNode open = use();
    assertThat(open.path("label").asText()).isEqualTo("Urgent!");
    assertThat(open.path("open").asLong()).isEqualTo(all);
    assertThat(open.path("decided")).isEmpty();
    assertThat(open.path("spellings").toString()).isEqualTo("[\"urgent\"]");

    long beside =
        helpdesk.tickets().values().stream()
            .filter(set -> set.containsAll(Set.of(ASKED, "label_1")))
            .count();
    publish("{'do':'place-label','label':'label_1','tagId':1}");
    ask("[{'houseTagId':1,'when':{},'beside':[]},{'houseTagId':2,'when':{},'beside':[1]}]");

    JsonNode decided = use();
    assertThat(beside).isPositive();
    assertThat(decided.path("open").asLong()).isEqualTo(all - beside);
    assertThat(decided.path("decided").toString())
        .isEqualTo("[{\"tagId\":2,\"contacts\":" + beside + "}]");
  }

  @Test
  void what_one_ticket_decides_is_not_told_of_another_ticket() {
    publish("{'do':'place-label','label':'label_1','tagId':1}");
    ask("[{'houseTagId':1,'when':{},'beside':[]},{'houseTagId':2,'when':{},'beside':[1]}]");

    assertThat(read("'label_1','urgent'").path("outcome").asText()).isEqualTo("matched");
    assertThat(read("'urgent'").path("outcome").asText()).isEqualTo("ambiguous");
    assertThat(read("'label_1','urgent'").path("outcome").asText()).isEqualTo("matched");
  }

  @Test
  void a_retired_choice_is_offered_to_no_agent() {
    ask("[{'houseTagId':1,'when':{},'beside':[]},{'houseTagId':2,'when':{},'beside':[]}]");
    assertThat(read("'urgent'").path("candidateIds").toString()).isEqualTo("[1,2]");

    publish("{'do':'retire-tag','tagId':2,'successorId':null}");

    JsonNode reading = read("'urgent'");
    assertThat(reading.path("outcome").asText()).isEqualTo("ambiguous");
    assertThat(reading.path("candidateIds").toString()).isEqualTo("[1]");
  }

  @Test
  void a_retired_tag_can_neither_be_offered_nor_decide_in_a_new_question() {
    publish("{'do':'retire-tag','tagId':2,'successorId':null}");

    Answer offered =
        change(
            "{'do':'ask','question':{'label':'Urgent!','guidance':{},'choices':["
                + "{'houseTagId':1,'when':{},'beside':[]},{'houseTagId':2,'when':{},'beside':[]}]}}");
    offered.refuses(409, "tag-retired");
    assertThat(offered.json().path("tagId").asInt()).isEqualTo(2);
    change(
            "{'do':'ask','question':{'label':'Urgent!','guidance':{},'choices':["
                + "{'houseTagId':1,'when':{},'beside':[2]},{'houseTagId':4,'when':{},'beside':[]}]}}")
        .refuses(409, "unknown-tag");
  }

  @Test
  void a_question_needs_a_label_with_a_letter_and_two_tags() {
    change(
            "{'do':'ask','question':{'label':'Urgent!','guidance':{},'choices':["
                + "{'houseTagId':1,'when':{},'beside':[]},{'houseTagId':1,'when':{},'beside':[]}]}}")
        .refuses(409, "too-few-choices");
    change(
            "{'do':'ask','question':{'label':'!?','guidance':{},'choices':["
                + "{'houseTagId':1,'when':{},'beside':[]},{'houseTagId':2,'when':{},'beside':[]}]}}")
        .refuses(409, "no-letters");
  }

  private JsonNode read(String labels) {
    JsonNode parts =
        sidebar()
            .post("api/interpretations", "{'labels':[%s]}".formatted(labels).replace('\'', '"'))
            .json()
            .path("parts");
    return StreamSupport.stream(parts.spliterator(), false)
        .filter(part -> part.path("label").asText().equals(ASKED))
        .findAny()
        .orElseThrow();
  }

  private JsonNode use() {
    clock.pass(Duration.ofMinutes(1));
    JsonNode use = lead.get("api/vocabulary/questions/use").json();
    assertThat(use.path("questions")).hasSize(1);
    return use.path("questions").get(0);
  }

  private void ask(String choices) {
    publish(
        "{'do':'ask','question':{'label':'Urgent!','guidance':{'en':'Who waits?'},'choices':%s}}"
            .formatted(choices));
  }

  private void publish(String change) {
    published.add(change(change).json().path("version").asInt());
    clock.pass(Duration.ofMinutes(1));
  }

  private Answer change(String change) {
    int base = lead.get("api/vocabulary").json().path("version").asInt();
    return post("changes", "{'base':%d,'note':'','changes':[%s]}".formatted(base, change));
  }

  private Answer post(String path, String body) {
    return lead.post("api/vocabulary/" + path, body.replace('\'', '"'));
  }
}
