package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

/** Names and rules over HTTP, in a house of three tags. */
class NamesTest extends RunningWidget {
  private static final String RULES =
      "{'separator':'_','wordCase':'CAPITALIZED','familyFirst':true,'fewestSegments':2,"
          + "'mostSegments':4,'longest':40,'longestHan':16,'forbiddenWords':%s,'patterns':%s}";

  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
  }

  @Test
  void a_name_is_answered_with_each_rule_its_corrected_form_and_what_is_near() {
    String label = labels(3).iterator().next();
    publish("{'do':'place-label','label':'%s','tagId':1}".formatted(label)).json();
    JsonNode answer = check("'name':'credit card','family':'Upgrade'").json();

    assertThat(answer.path("corrected").asText()).isEqualTo("Upgrade_CreditCard");
    JsonNode family = answer.path("rules").get(1);
    assertThat(family.path("rule").asText()).isEqualTo("family");
    assertThat(family.path("ok").asBoolean()).isFalse();
    assertThat(family.path("words").asText()).contains("Upgrade");
    JsonNode near = answer.path("near").get(0);
    assertThat(near.path("name").asText()).isEqualTo("Upgrade_CreditCard");
    assertThat(near.path("tagId").asInt()).isEqualTo(1);
    assertThat(near.path("contacts").asLong()).isPositive();
    assertThat(near.path("why").asText()).isEqualTo("shared-word");
    assertThat(check("'name':'Upgrade_CreditCrad'").json().at("/near/0/why").asText())
        .isEqualTo("close-spelling");
    assertThat(check("'name':'upgrade-creditcard'").json().at("/near/0/why").asText())
        .isEqualTo("same-name");
  }

  @Test
  void a_tag_that_is_renamed_is_not_near_to_itself() {
    assertThat(
            check("'name':'Upgrade_CreditCards','tagId':1").json().path("near").findValues("tagId"))
        .extracting(JsonNode::asInt)
        .doesNotContain(1);
  }

  @Test
  void rules_are_tried_before_they_count() {
    String rules = RULES.formatted("['limit']", "[]");

    JsonNode tried = check("'name':'Upgrade_Limit','rules':" + rules).json();
    JsonNode review = review(rules).json();

    assertThat(tried.path("corrected").isNull()).isTrue();
    assertThat(review.path("live").asInt()).isEqualTo(2);
    assertThat(review.path("count").asInt()).isEqualTo(1);
    assertThat(review.at("/breaking/0/name").asText()).isEqualTo("Upgrade_Limit");
    assertThat(review.at("/breaking/0/rules/0").asText()).isEqualTo("forbidden");
    assertThat(check("'name':'Upgrade_Limit'").json().path("corrected").asText())
        .isEqualTo("Upgrade_Limit");
  }

  @Test
  void rules_that_cannot_be_are_refused_with_the_count_of_names() {
    String all = "[{'pattern':'.*','forbidden':true,'words':{}}]";
    String none = "[{'pattern':'Upgrade_.*','forbidden':true,'words':{}}]";
    String bad = "[{'pattern':'((a{1000}){1000}){9}','forbidden':true,'words':{}}]";

    Answer everything = review(RULES.formatted("[]", all));
    assertThat(everything.refuses(409, "matches-everything"))
        .contains("matches every name, also all 2 of now");
    assertThat(everything.json().path("count").asInt()).isEqualTo(2);
    Answer each = review(RULES.formatted("[]", none));
    each.refuses(409, "refuses-all");
    assertThat(each.json().path("count").asInt()).isEqualTo(2);
    assertThat(each.json().path("names").toString()).contains("Upgrade_Limit");
    review(RULES.formatted("[]", bad)).refuses(409, "bad-pattern");
    publish("{'do':'set-rules','rules':" + RULES.formatted("[]", none) + "}")
        .refuses(409, "refuses-all");
  }

  @Test
  void a_new_name_that_breaks_the_rules_is_refused_with_them_and_a_form_that_keeps_them() {
    Answer refused =
        publish("{'do':'add-tag','name':'gold card','family':'Upgrade','about':{'names':{}}}");

    refused.refuses(409, "breaks-rules");
    assertThat(refused.json().path("corrected").asText()).isEqualTo("Upgrade_GoldCard");
    assertThat(refused.json().path("rules").toString()).contains("family", "separator");
    publish("{'do':'rename-tag','tagId':2,'name':'limit'}").refuses(409, "breaks-rules");
  }

  @Test
  void what_cannot_be_read_is_told() {
    check("'family':'Upgrade'").refuses(400, "missing-field");
    check("'name':'" + "x".repeat(1001) + "'").refuses(400, "name-too-long");
    post("names/review", "{}").refuses(400, "missing-field");
    review("{'separator':'_'}").refuses(400, "wrong-type");
    assertThat(check("'name':''").json().path("corrected").isNull()).isTrue();
  }

  private Answer check(String fields) {
    return post("names/check", "{" + fields + "}");
  }

  private Answer review(String rules) {
    return post("names/review", "{'rules':" + rules + "}");
  }

  private Answer publish(String change) {
    int base = lead.get("api/vocabulary").json().path("version").asInt();
    return post("changes", "{'base':%d,'changes':[%s]}".formatted(base, change));
  }

  private Answer post(String path, String body) {
    return lead.post("api/vocabulary/" + path, body.replace('\'', '"'));
  }
}
