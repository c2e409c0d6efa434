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

/** What the page of house tags asks and sends. */
class TagsTest extends RunningWidget {
  private static final String WORDS =
      "{'names':{'en':'Gold \\u201ccard\\u201d','zh-Hant':'金卡'},'purpose':'a/b <c>','examples':['想換金卡'],"
          + "'hue':'pink','owner':'Mia','facets':{'product':'Credit card'}}";

  private Client lead;

  @BeforeEach
  void signIn() {
    lead = console(Role.LEAD);
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void usage_counts_each_tag_by_week_up_to_the_newest_day() {
    JsonNode usage = lead.get("api/vocabulary/usage").json();

    assertThat(usage.path("version").asInt()).isPositive();
    assertThat(usage.path("from").asText()).isLessThan(usage.path("to").asText());
    assertThat(usage.path("tags").isArray()).isTrue();
    for (JsonNode tag : usage.path("tags")) {
      assertThat(tag.path("weeks")).hasSize(12);
      assertThat(tag.path("contacts").asLong()).isPositive();
    }
  }

  @Test
  void a_label_placed_under_a_tag_counts_in_its_usage_until_that_is_taken_back() {
    String label = helpdesk.tickets().values().iterator().next().iterator().next();
    long before = contactsOf(2);

    int version =
        publish("{'do':'place-label','label':'" + label + "','tagId':2}")
            .json()
            .path("version")
            .asInt();

    clock.pass(Duration.ofMinutes(1));
    assertThat(contactsOf(2)).isGreaterThan(before);
    post("versions/" + version + "/undo", "{}").json();
    clock.pass(Duration.ofMinutes(1));
    assertThat(contactsOf(2)).isEqualTo(before);
  }

  @Test
  void a_tag_is_shown_with_all_that_was_said_of_it() {
    publish("{'do':'add-tag','name':'Upgrade_Gold','family':'Upgrade','about':" + WORDS + "}")
        .json();

    JsonNode tag = tag("Upgrade_Gold");
    assertThat(tag.path("names").path("zh-Hant").asText()).isEqualTo("金卡");
    assertThat(tag.path("description").asText()).isEqualTo("a/b <c>");
    assertThat(tag.path("examples").get(0).asText()).isEqualTo("想換金卡");
    assertThat(tag.path("hue").asText()).isEqualTo("pink");
    assertThat(tag.path("owner").asText()).isEqualTo("Mia");
    assertThat(tag.path("facets").path("product").asText()).isEqualTo("Credit card");
  }

  @Test
  void words_that_cannot_stand_on_a_page_are_refused_with_their_field() {
    Answer unseen = publish("{'do':'describe-tag','tagId':1,'about':{'names':{'en':'a\\u202Eb'}}}");
    unseen.refuses(409, "bad-text");
    assertThat(unseen.json().path("field").asText()).isEqualTo("names.en");
    publish("{'do':'describe-tag','tagId':1,'about':{'hue':'#ff0000'}}")
        .refuses(409, "unknown-hue");
    publish("{'do':'describe-tag','tagId':1,'about':{'facets':{'mood':'x'}}}")
        .refuses(409, "unknown-facet");
    publish("{'do':'describe-family','name':'upgrade','hue':'red','names':{}}")
        .refuses(409, "family-taken");
    publish("{'do':'describe-tag','tagId':1,'about':{'names':{'en':null}}}")
        .refuses(400, "wrong-type");
  }

  private long contactsOf(int tag) {
    for (JsonNode line : lead.get("api/vocabulary/usage").json().path("tags")) {
      if (line.path("tagId").asInt() == tag) {
        return line.path("contacts").asLong();
      }
    }
    return 0;
  }

  private JsonNode tag(String name) {
    for (JsonNode tag : lead.get("api/vocabulary").json().path("tags")) {
      if (tag.path("name").asText().equals(name)) {
        return tag;
      }
    }
    throw new AssertionError("no tag " + name);
  }

  private Answer publish(String change) {
    int base = lead.get("api/vocabulary").json().path("version").asInt();
    return post("changes", "{'base':%d,'note':'','changes':[%s]}".formatted(base, change));
  }

  private Answer post(String path, String body) {
    return lead.post("api/vocabulary/" + path, body.replace('\'', '"'));
  }
}
