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

/** Two leads decide about labels: their drafts, and what becomes of them. */
class DraftTest extends RunningWidget {
  private Client mia;
  private Client ben;

  @BeforeEach
  void signIn() {
    resetStaff(); // and with the people their drafts
    mia = console(Role.LEAD);
    ben = console(Role.ADMIN);
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void decisions_stay_in_the_draft_in_their_order_until_they_are_taken_back() {
    List<Long> first = ids(decide(mia, place("card up", 1), ignore("n/a")));
    ids(decide(mia, "{'do':'set-prefix-aside','prefix':'auto_'}"));

    JsonNode draft = mia.get("api/vocabulary/draft").json();
    assertThat(draft.path("decisions").findValuesAsText("do"))
        .containsExactly("place-label", "ignore-label", "set-prefix-aside");
    assertThat(draft.at("/decisions/0/change/label").asText()).isEqualTo("card up");
    assertThat(draft.path("version").asInt()).isEqualTo(version());

    post(mia, "take-back", "{'ids':%s}".formatted(first)).json();

    assertThat(mia.get("api/vocabulary/draft").json().path("decisions").findValuesAsText("do"))
        .containsExactly("set-prefix-aside");
    assertThat(ben.get("api/vocabulary/draft").json().path("decisions")).isEmpty();
  }

  @Test
  void who_decides_a_label_again_decides_it_otherwise() {
    decide(mia, place("twice", 1));
    decide(mia, place("twice", 2));

    JsonNode decisions = mia.get("api/vocabulary/draft").json().path("decisions");

    assertThat(decisions).hasSize(1);
    assertThat(decisions.at("/0/change/tagId").asInt()).isEqualTo(2);
  }

  @Test
  void the_second_of_two_leads_learns_who_was_first_and_nothing_of_theirs_is_kept_by_halves() {
    decide(mia, place("shared", 1));

    Answer refused = decide(ben, place("own", 1), place("shared", 2));

    refused.refuses(409, "label-decided");
    assertThat(refused.json().path("lead").asText()).isEqualTo("lead");
    assertThat(refused.json().path("position").asInt()).isEqualTo(1);
    assertThat(refused.json().at("/held/0/label").asText()).isEqualTo("shared");
    JsonNode draft = ben.get("api/vocabulary/draft").json();
    assertThat(draft.path("decisions")).isEmpty();
    assertThat(draft.at("/held/0/label").asText()).isEqualTo("shared");
    assertThat(draft.at("/held/0/lead").asText()).isEqualTo("lead");
  }

  @Test
  void two_changes_of_one_label_in_one_go_are_refused() {
    decide(mia, place("same", 1), place("same", 2)).refuses(409, "decided-twice");
  }

  @Test
  void publishing_makes_one_version_of_all_and_empties_the_draft() {
    int before = version();
    List<Long> all = ids(decide(mia, place("cc raise", 1), place("limit pls", 2)));

    JsonNode preview = post(mia, "preview", "{}").json();
    JsonNode published = publish(mia, before, all).json();

    assertThat(preview.path("refused")).isEmpty();
    assertThat(preview.at("/preview/version").asInt()).isEqualTo(before);
    assertThat(preview.at("/preview/differences").findValuesAsText("key"))
        .containsExactlyInAnyOrder("cc raise", "limit pls");
    assertThat(published.path("version").asInt()).isEqualTo(before + 1);
    assertThat(published.path("note").asText()).isEqualTo("cleaned");
    assertThat(mia.get("api/vocabulary/draft").json().path("decisions")).isEmpty();
    publish(mia, before + 1, all).refuses(409, "draft-changed");
  }

  @Test
  void a_decision_that_became_impossible_is_told_apart_and_does_not_take_the_others_with_it() {
    List<Long> ids = ids(decide(mia, place("Upgrade_Taken", 1), place("still fine", 1)));
    int base = version();
    String rename = "{'do':'rename-tag','tagId':2,'name':'Upgrade_Taken'}";
    ben.post("api/vocabulary/changes", changes(base, rename)).json();

    JsonNode preview = post(mia, "preview", "{}").json();

    assertThat(preview.at("/refused/0/code").asText()).isEqualTo("names-a-tag");
    assertThat(preview.at("/refused/0/decision/id").asLong()).isEqualTo(ids.get(0));
    assertThat(preview.at("/decisions/0/id").asLong()).isEqualTo(ids.get(1));
    publish(mia, version(), ids).refuses(409, "names-a-tag");
    assertThat(mia.get("api/vocabulary/draft").json().path("decisions")).hasSize(2);
    publish(mia, version(), ids.subList(1, 2)).json();
    assertThat(mia.get("api/vocabulary/draft").json().path("decisions")).hasSize(1);
    post(
            ben,
            "../changes",
            changes(version(), "{'do':'rename-tag','tagId':2,'name':'Upgrade_Limit'}"))
        .json();
  }

  @Test
  void two_spellings_of_one_label_are_two_decisions_and_one_alias() {
    List<Long> ids = ids(decide(mia, place("more limit!", 2), place("more_limit", 2)));

    JsonNode preview = post(mia, "preview", "{}").json();

    assertThat(preview.path("refused")).isEmpty();
    assertThat(preview.path("decisions")).hasSize(2);
    publish(mia, version(), ids).json();
    assertThat(mia.get("api/vocabulary/draft").json().path("decisions")).isEmpty();
    decide(mia, place("MORE limit", 2));
    assertThat(post(mia, "preview", "{}").json().at("/refused/0/code").asText())
        .isEqualTo("already-so");
  }

  @Test
  void a_label_goes_to_a_tag_that_the_same_draft_adds() {
    String add = "{'do':'add-tag','name':'Upgrade_Gold','family':'Upgrade','about':{'names':{}}}";
    String place = "{'do':'place-label-under','label':'go gold','tagName':'Upgrade_Gold'}";
    List<Long> ids = ids(decide(mia, add, place));

    publish(mia, version(), ids).json();

    JsonNode tags = mia.get("api/vocabulary").json().path("tags");
    assertThat(tags.get(tags.size() - 1).path("name").asText()).isEqualTo("Upgrade_Gold");
    assertThat(tags.get(tags.size() - 1).path("aliases").get(0).asText()).isEqualTo("go gold");
    ids(decide(mia, "{'do':'place-label-under','label':'x1','tagName':'Upgrade_Nowhere'}"));
    assertThat(post(mia, "preview", "{}").json().at("/refused/0/code").asText())
        .isEqualTo("unknown-tag");
  }

  @Test
  void a_label_set_aside_waits_for_one_lead_alone_and_comes_back_when_asked_for() {
    later(mia, "['not now','n 2']", 24);

    JsonNode aside = mia.get("api/vocabulary/draft").json().path("later");
    assertThat(aside.findValuesAsText("label")).containsExactlyInAnyOrder("not now", "n 2");
    assertThat(ben.get("api/vocabulary/draft").json().path("later")).isEmpty();

    later(mia, "['not now']", 0);
    assertThat(mia.get("api/vocabulary/draft").json().path("later").findValuesAsText("label"))
        .containsExactly("n 2");
    database.execute("update label_for_later set until_at = now() - interval '1 second'");
    assertThat(mia.get("api/vocabulary/draft").json().path("later")).isEmpty();
    put(mia, "later", "{'labels':['x'],'hours':-1}").refuses(400, "bad-hours");
    put(mia, "later", "{'labels':[],'hours':1}").refuses(400, "missing-field");
  }

  @Test
  void who_has_a_label_open_is_seen_by_the_others_until_they_leave_it() {
    put(mia, "open", "{'label':'looked at'}").json();

    JsonNode seen = put(ben, "open", "{'label':null}").json();
    assertThat(seen.at("/open/0/label").asText()).isEqualTo("looked at");
    assertThat(seen.at("/open/0/lead").asText()).isEqualTo("lead");
    assertThat(seen.path("decisions").isNull()).isTrue();

    database.execute("update label_open set seen_at = now() - interval '31 seconds'");
    assertThat(ben.get("api/vocabulary/draft").json().path("open")).isEmpty();
  }

  @Test
  void labels_in_any_script_and_of_any_length_are_kept_as_they_are() {
    for (String label : new String[] {"退款", "\u202eabc", "=HYPERLINK(1)", "🎉", "x".repeat(4000)}) {
      decide(mia, place(label, 1)).json();
      later(mia, "['" + label + "']", 1);

      JsonNode draft = mia.get("api/vocabulary/draft").json();
      assertThat(draft.path("decisions").findValuesAsText("label")).contains(label);
      assertThat(draft.path("later").findValuesAsText("label")).contains(label);
    }
  }

  @Test
  void the_contacts_behind_a_label_are_told_with_some_tickets() {
    String label = helpdesk.tickets().values().iterator().next().iterator().next();
    String asked = java.net.URLEncoder.encode(label, java.nio.charset.StandardCharsets.UTF_8);

    JsonNode told = mia.get("api/labels/contacts?tickets=true&label=" + asked).json();

    assertThat(told.at("/accounts/0/contacts").asLong()).isPositive();
    assertThat(told.path("weeks")).hasSize(12);
    assertThat(told.at("/tickets/0/ticketId").asLong()).isPositive();
    assertThat(mia.get("api/labels/contacts?label=" + asked).json().path("tickets").isNull())
        .isTrue();
    assertThat(mia.get("api/labels/contacts?label=nobody").json().path("accounts")).isEmpty();
    mia.get("api/labels/contacts").refuses(400, "missing-field");
  }

  private static String place(String label, int tag) {
    return "{'do':'place-label','label':'%s','tagId':%d}".formatted(label, tag);
  }

  private static String ignore(String label) {
    return "{'do':'ignore-label','label':'%s'}".formatted(label);
  }

  private static String changes(int base, String... changes) {
    return "{'base':%d,'changes':[%s]}"
        .formatted(base, String.join(",", changes))
        .replace('\'', '"');
  }

  private Answer decide(Client lead, String... changes) {
    return lead.post("api/vocabulary/draft", changes(version(), changes));
  }

  private Answer publish(Client lead, int base, List<Long> ids) {
    return post(lead, "publish", "{'base':%d,'ids':%s,'note':'cleaned'}".formatted(base, ids));
  }

  private void later(Client lead, String labels, int hours) {
    assertThat(put(lead, "later", "{'labels':%s,'hours':%d}".formatted(labels, hours)).status())
        .isEqualTo(204);
  }

  private static List<Long> ids(Answer added) {
    List<Long> ids = new ArrayList<>();
    added.json().forEach(each -> ids.add(each.path("id").asLong()));
    assertThat(ids).isNotEmpty().isSorted();
    return ids;
  }

  private int version() {
    return mia.get("api/vocabulary").json().path("version").asInt();
  }

  private static Answer post(Client lead, String path, String body) {
    return lead.post("api/vocabulary/draft/" + path, body.replace('\'', '"'));
  }

  private static Answer put(Client lead, String path, String body) {
    return lead.put("api/vocabulary/draft/" + path, body.replace('\'', '"'));
  }
}
