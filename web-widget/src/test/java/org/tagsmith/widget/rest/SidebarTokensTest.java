package org.tagsmith.widget.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class SidebarTokensTest extends RunningWidget {
  private static final String MEMORY = "api/sidebar/tokens/memory";
  private static final String ANNA = "{\"agent\":\"anna\"}";

  @Test
  void our_app_with_its_secret_gets_a_token_that_opens_the_sidebar() {
    Answer given = stranger().bearer("the-secret-of-the-app").post(MEMORY, ANNA);

    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertThat(given.header("Cache-Control")).isEqualTo("no-store");
    String form = "token=" + given.json().path("token").asText().replace(' ', '+');
    Answer page =
        stranger()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post("sidebar/memory?origin=https%3A%2F%2Fbank.zendesk.com", form);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("data-host=\"memory\"");
  }

  @ParameterizedTest
  @CsvSource({"guess", "the-secret-of-the-apq", "''"})
  void whoever_does_not_know_the_secret_gets_none_and_no_word_of_the_reason(String secret) {
    assertThat(stranger().bearer(secret).post(MEMORY, ANNA).refuses(403, "app-refused"))
        .doesNotContain("secret", "nobody");
  }

  @Test
  void a_call_without_secret_or_agent_or_to_another_helpdesk_is_refused() {
    stranger().post(MEMORY, ANNA).refuses(403, "app-refused");
    stranger().bearer("the-secret-of-the-app").post(MEMORY, "{}").refuses(403, "app-refused");
    stranger()
        .bearer("x")
        .post("api/sidebar/tokens/zendesk", ANNA)
        .refuses(404, "unknown-helpdesk");
  }
}
