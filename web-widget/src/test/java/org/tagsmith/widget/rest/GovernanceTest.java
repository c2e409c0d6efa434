package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** Leads change the vocabulary over HTTP, on the thirty tickets of the helpdesk. */
class GovernanceTest extends RunningWidget {
  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void a_published_change_counts_at_once_and_is_taken_back_exactly() {
    int before = version();
    String was = withoutVersion(lead.get("api/vocabulary").json());

    JsonNode published =
        publish(before, "{'do':'place-label','label':'cc up','tagId':1}", "agents write so").json();

    assertThat(published.path("version").asInt()).isEqualTo(before + 1);
    assertThat(published.path("publishedBy").asText()).isEqualTo("lead");
    assertThat(lead.get("api/vocabulary").json().path("tags").get(0).path("aliases").toString())
        .contains("cc up");
    JsonNode undone = post("versions/" + (before + 1) + "/undo", "{'note':'no'}").json();
    assertThat(undone.path("undoes").asInt()).isEqualTo(before + 1);
    assertThat(withoutVersion(lead.get("api/vocabulary").json())).isEqualTo(was);
    JsonNode history = lead.get("api/vocabulary/versions").json();
    assertThat(history.get(0).path("undoes").asInt()).isEqualTo(before + 1);
    assertThat(history.get(1).path("undoneBy").asInt()).isEqualTo(before + 2);
    assertThat(history.get(1).path("note").asText()).isEqualTo("agents write so");
    assertThat(
            lead.get("api/vocabulary/versions/" + before + "/differences/" + (before + 1))
                .json()
                .findValuesAsText("kind"))
        .containsExactly("ALIAS");
    JsonNode changes = lead.get("api/vocabulary/versions/differences").json();
    assertThat(changes).hasSameSizeAs(history);
    assertThat(changes.at("/0/version").asInt()).isEqualTo(before + 2);
    assertThat(changes.at("/0/differences").findValuesAsText("kind")).containsExactly("ALIAS");
    assertThat(changes.at("/1/differences/0/before").isNull()).isTrue();
    lead.get("api/vocabulary/versions/differences?before=x").refuses(400, "bad-before");
    assertThat(
            lead.get("api/vocabulary/versions/differences?before=" + (before + 1))
                .json()
                .at("/0/version")
                .asInt())
        .isEqualTo(before);
  }

  @Test
  void a_preview_tells_what_a_merge_would_move_and_moves_nothing() {
    int before = version();

    JsonNode preview =
        post("changes/preview", "{'changes':[{'do':'merge-tag','tagId':2,'intoId':1}]}").json();

    assertThat(preview.path("version").asInt()).isEqualTo(before);
    assertThat(preview.path("contacts").asLong()).isEqualTo(30);
    assertThat(preview.path("differences").findValuesAsText("kind")).containsExactly("TAG");
    assertThat(version()).isEqualTo(before);
  }

  @Test
  void a_preview_tells_what_a_write_back_plan_would_have_to_replace() {
    JsonNode unmapped = lead.get("api/reports/unmapped-labels?limit=1").json().at("/labels/0");

    JsonNode writes =
        post(
                "changes/preview",
                "{'changes':[{'do':'place-label','label':'%s','tagId':1}]}"
                    .formatted(unmapped.path("label").asText()))
            .json()
            .path("writes");

    assertThat(writes.findValuesAsText("contacts").stream().mapToLong(Long::parseLong).sum())
        .isGreaterThanOrEqualTo(unmapped.path("contacts").asLong());
    assertThat(writes.at("/0/labels").asInt()).isPositive();
  }

  @Test
  void two_leads_who_change_the_same_tag_do_not_overwrite_each_other() {
    int seen = version();
    publish(seen, "{'do':'rename-tag','tagId':2,'name':'Upgrade_CreditLimit'}", "").json();

    Answer second = publish(seen, "{'do':'rename-tag','tagId':2,'name':'Upgrade_MoreLimit'}", "");
    assertThat(second.refuses(409, "changed-meanwhile"))
        .isEqualTo(
            "Somebody changed the same thing since you looked. See what it is now, then decide"
                + " again.");
    JsonNode theirs = second.json().at("/differences/0");
    assertThat(theirs.path("key").asInt()).isEqualTo(2);
    assertThat(theirs.at("/after/name").asText()).isEqualTo("Upgrade_CreditLimit");
    publish(seen, "{'do':'place-label','label':'cc2','tagId':1}", "").json();

    assertThat(lead.get("api/vocabulary").json().path("tags").findValuesAsText("name"))
        .contains("Upgrade_CreditLimit");
  }

  @Test
  void who_made_a_change_impossible_is_named_with_what_and_why_when_it_is_looked_at() {
    int seen = version();
    publish(seen, "{'do':'merge-tag','tagId':2,'intoId':1}", "the same thing").json();
    publish(version(), "{'do':'place-label','label':'cc9','tagId':1}", "something else").json();

    Answer look =
        post(
            "changes/preview",
            "{'base':%d,'changes':[{'do':'rename-tag','tagId':2,'name':'Upgrade_MoreLimit'}]}"
                .formatted(seen));

    look.refuses(409, "changed-meanwhile");
    assertThat(look.json().path("since")).hasSize(1);
    JsonNode first = look.json().at("/since/0");
    assertThat(first.path("publishedBy").asText()).isEqualTo("lead");
    assertThat(first.path("version").asInt()).isEqualTo(seen + 1);
    assertThat(first.path("note").asText()).isEqualTo("the same thing");
    assertThat(first.path("publishedAt").asText()).endsWith("Z");
    assertThat(first.at("/things/0/kind").asText()).isEqualTo("TAG");
    assertThat(look.json().at("/differences/0/after/successorId").asInt()).isEqualTo(1);
    post(
            "changes/preview",
            "{'changes':[{'do':'rename-tag','tagId':2,'name':'Upgrade_MoreLimit'}]}")
        .refuses(409, "tag-retired");
    post("versions/" + (seen + 1) + "/undo", "{}").json();
  }

  @Test
  void leads_whose_changes_cross_are_told_also_where_each_changed_another_tag() {
    int seen = version();
    publish(seen, "{'do':'merge-tag','tagId':2,'intoId':1}", "").json();

    publish(seen, "{'do':'merge-tag','tagId':1,'intoId':2}", "").refuses(409, "changed-meanwhile");
    publish(
            seen,
            "{'do':'add-code','number':30,'about':{'tagId':2,'names':{'en':'y'},'examples':[],'groups':[]}}",
            "")
        .refuses(409, "changed-meanwhile");
    publish(seen, "{'do':'place-label','label':'cc8','tagId':2}", "")
        .refuses(409, "changed-meanwhile");
    Answer ends = publish(seen, "{'do':'retire-tag','tagId':1}", "");
    ends.refuses(409, "changed-meanwhile");
    assertThat(ends.json().at("/differences/0/key").asInt()).isEqualTo(2);
    assertThat(publish(seen, "{'do':'place-label','label':'cc7','tagId':1}", "").status())
        .isEqualTo(200);
    String goesOn = "{'do':'restore-tag','tagId':2},{'do':'merge-tag','tagId':1,'intoId':2}";
    int last = publish(version(), goesOn, "").json().path("version").asInt();
    post("versions/" + last + "/undo", "{}").json();
    post("versions/" + (seen + 1) + "/undo", "{}").json();
  }

  @Test
  void an_id_does_not_return_when_the_creation_of_its_tag_was_taken_back() {
    String add = "{'do':'add-tag','name':'%s','family':'Upgrade','about':{'names':{}}}";
    int first = publish(version(), add.formatted("Upgrade_One"), "").json().path("version").asInt();
    int id = idOf("Upgrade_One");
    post("versions/" + first + "/undo", "{}").json();

    publish(version(), add.formatted("Upgrade_Two"), "").json();

    assertThat(idOf("Upgrade_Two")).isGreaterThan(id);
  }

  @Test
  void what_cannot_be_is_refused_with_its_place_and_nothing_is_published() {
    int before = version();

    Answer refused =
        publish(
            before,
            "{'do':'place-label','label':'fine','tagId':1},"
                + "{'do':'place-label','label':'Upgrade_Limit','tagId':1}",
            "");

    refused.refuses(409, "names-a-tag");
    assertThat(refused.json().path("position").asInt()).isEqualTo(1);
    assertThat(version()).isEqualTo(before);
    publish(before, "{'do':'dance'}", "").refuses(400, "wrong-type");
    publish(before, "", "").refuses(400, "missing-field");
    publish(before, "{'do':'restore-tag','tagId':3}", "x".repeat(501))
        .refuses(400, "note-too-long");
    post("changes", "{'changes':[{'do':'restore-tag','tagId':3}]}").refuses(400, "missing-field");
    post("versions/999/undo", "{}").refuses(404, "unknown-version");
    lead.get("api/vocabulary/versions/0/differences/999").refuses(404, "unknown-version");
  }

  @Test
  void a_prefix_that_takes_too_much_is_refused_with_the_count_before_and_at_publication() {
    publish(version(), "{'do':'place-label','label':'labels 1','tagId':1}", "").json();
    String aside = "{'do':'set-prefix-aside','prefix':'%s'}";

    Answer wide = publish(version(), aside.formatted("La"), "");

    assertThat(wide.refuses(409, "prefix-too-wide"))
        .isEqualTo(
            "The prefix 'La' would set aside 7 of 8 labels, 1 of which mean a house tag now. Write"
                + " a longer one.");
    assertThat(wide.json().path("count").asInt()).isEqualTo(7);
    assertThat(wide.json().path("position").asInt()).isZero();
    post("changes/preview", "{'changes':[" + aside.formatted("La") + "]}")
        .refuses(409, "prefix-too-wide");
    Answer shorter = publish(version(), aside.formatted("l"), "");
    shorter.refuses(409, "prefix-too-short");
    assertThat(shorter.json().path("count").asInt()).isEqualTo(7);
    publish(version(), aside.formatted("urgent"), "").json();
  }

  @Test
  void a_label_longer_than_any_helpdesk_takes_is_refused_and_may_be_ignored() {
    String longer = "x".repeat(3000);

    Answer refused =
        publish(version(), "{'do':'place-label','label':'" + longer + "','tagId':1}", "");

    refused.refuses(409, "text-too-long");
    assertThat(refused.json().path("longest").asInt()).isEqualTo(255);
    publish(version(), "{'do':'ignore-label','label':'" + longer + "'}", "").json();
    publish(version(), "{'do':'forget-label','label':'" + longer + "'}", "").json();
  }

  private int idOf(String name) {
    for (JsonNode tag : lead.get("api/vocabulary").json().path("tags")) {
      if (tag.path("name").asText().equals(name)) {
        return tag.path("id").asInt();
      }
    }
    throw new AssertionError("no tag " + name);
  }

  private int version() {
    return lead.get("api/vocabulary").json().path("version").asInt();
  }

  private static String withoutVersion(JsonNode vocabulary) {
    return vocabulary.path("tags").toString() + vocabulary.path("codes");
  }

  private Answer publish(int base, String changes, String note) {
    return post("changes", "{'base':%d,'note':'%s','changes':[%s]}".formatted(base, note, changes));
  }

  private Answer post(String path, String body) {
    return lead.post("api/vocabulary/" + path, body.replace('\'', '"'));
  }
}
