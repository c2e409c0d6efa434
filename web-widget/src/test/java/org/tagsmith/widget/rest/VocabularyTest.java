package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.Role;
import org.tagsmith.domain.vocabulary.usecase.PublishVocabulary;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class VocabularyTest extends RunningWidget {
  @Inject PublishVocabulary publishVocabulary;

  @Test
  void who_has_the_newest_version_is_told_so_until_another_is_published() {
    Client agent = console(Role.AGENT);
    Answer first = agent.get("api/vocabulary");
    String tag = first.header("ETag");
    assertThat(first.json().path("version").asInt()).isEqualTo(1);

    Answer again = agent.with("If-None-Match", tag).get("api/vocabulary");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("Vary")).isEqualTo("Authorization, Cookie");

    publishVocabulary.publish(vocabulary().numbered(2), "lead", "second");
    clock.pass(Duration.ofSeconds(2));
    Answer second = agent.with("If-None-Match", tag).get("api/vocabulary");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("version").asInt()).isEqualTo(2);
    assertThat(second.json().path("note").asText()).isEqualTo("second");
    assertThat(stranger().get("api/start").json().path("vocabularyVersion").asInt()).isEqualTo(2);
  }

  @Test
  void a_condition_that_is_no_condition_is_no_incident() {
    for (String tag : new String[] {"x", "\"", "W/", "\"a\",", "", "*"}) {
      Answer answer = console(Role.AGENT).with("If-None-Match", tag).get("api/vocabulary");
      assertThat(answer.status()).as(tag).isLessThan(500);
      answer.assertNothingFromInside();
    }
  }
}
