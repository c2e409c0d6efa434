package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** Leads see what the house set aside, and bring it back; 24 of the thirty tickets have labels. */
class SetAsideTest extends RunningWidget {
  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void what_is_set_aside_is_listed_with_its_contacts_until_it_is_brought_back() {
    assertThat(rows()).isEmpty();

    publish("{'do':'set-prefix-aside','prefix':'LABEL'},{'do':'ignore-label','label':'urgent'}");
    publish("{'do':'ignore-label','label':'nobody types this'}");

    assertThat(rows())
        .containsExactly(
            "prefix LABEL 7 labels 24 contacts",
            "label urgent 1 labels 24 contacts",
            "label nobody types this 0 labels 0 contacts");
    publish("{'do':'forget-prefix','prefix':'LABEL'}");
    assertThat(rows()).noneMatch(row -> row.startsWith("prefix"));
    publish("{'do':'forget-label','label':'urgent'}");
    publish("{'do':'forget-label','label':'nobody types this'}");
    assertThat(rows()).isEmpty();
    assertThat(lead.get("api/reports/unmapped-labels?limit=20").body()).contains("urgent");
  }

  @Test
  void a_prefix_and_a_label_of_the_same_text_are_brought_back_one_by_one() {
    publish("{'do':'set-prefix-aside','prefix':'label_1'},{'do':'ignore-label','label':'label_1'}");
    assertThat(rows()).anyMatch(row -> row.startsWith("label label_1 1 labels"));

    publish("{'do':'forget-prefix','prefix':'label_1'}");

    assertThat(rows()).hasSize(1).allMatch(row -> row.startsWith("label label_1 1 labels"));
    change("{'do':'forget-prefix','prefix':'label_1'}").refuses(409, "nothing-to-forget");
    publish("{'do':'set-prefix-aside','prefix':'label_1'}");
    publish("{'do':'forget-label','label':'label_1'}");
    assertThat(rows()).hasSize(1).allMatch(row -> row.startsWith("prefix label_1 1 labels"));
    publish("{'do':'forget-prefix','prefix':'label_1'}");
  }

  @Test
  void two_drafts_do_not_bring_the_same_label_back() {
    publish("{'do':'ignore-label','label':'urgent'}");
    String back =
        "{\"base\":%d,\"changes\":[{\"do\":\"forget-label\",\"label\":\"urgent\"}]}"
            .formatted(version());
    JsonNode added = lead.post("api/vocabulary/draft", back).json();

    console(Role.ADMIN).post("api/vocabulary/draft", back).refuses(409, "label-decided");

    JsonNode preview = lead.post("api/vocabulary/draft/preview", "{}").json();
    assertThat(preview.at("/preview/labels/0/label").asText()).isEqualTo("urgent");
    assertThat(preview.at("/preview/labels/0/before/kind").asText()).isEqualTo("IGNORED");
    assertThat(preview.at("/preview/labels/0/after/kind").asText()).isEqualTo("NONE");
    lead.post(
            "api/vocabulary/draft/publish",
            "{\"base\":%d,\"ids\":[%d],\"note\":\"\"}"
                .formatted(version(), added.get(0).path("id").asLong()))
        .json();
    assertThat(rows()).isEmpty();
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : lead.get("api/vocabulary/set-aside").json().path("rows")) {
      rows.add(
          "%s %s %d labels %d contacts"
              .formatted(
                  row.path("kind").asText(),
                  row.path("text").asText(),
                  row.path("labels").asInt(),
                  row.path("contacts").asLong()));
    }
    return rows;
  }

  private int version() {
    return lead.get("api/vocabulary").json().path("version").asInt();
  }

  private void publish(String changes) {
    change(changes).json();
  }

  private Answer change(String changes) {
    return lead.post(
        "api/vocabulary/changes",
        "{'base':%d,'changes':[%s]}".formatted(version(), changes).replace('\'', '"'));
  }
}
