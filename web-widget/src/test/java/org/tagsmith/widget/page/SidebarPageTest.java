package org.tagsmith.widget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class SidebarPageTest extends RunningWidget {
  private static final String BANK = "sidebar/memory?origin=https%3A%2F%2Fbank.zendesk.com";
  private static final String ANNA = "agent anna of harbourbank";
  private static final Pattern SESSION =
      Pattern.compile("<meta name=\"tagsmith-session\" content=\"([^\"]*)\">");

  @Test
  void an_agent_for_whom_the_helpdesk_vouches_gets_a_session_of_that_account() {
    Answer page = open(BANK, ANNA);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(
            stranger()
                .bearer(session(page))
                .get("api/sidebar/tickets/3")
                .json()
                .at("/ticket/known")
                .asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "agent anna of anotherbank",
        "agent anna of",
        "agent  anna of harbourbank"
      })
  void anybody_else_gets_none_and_no_word_of_the_reason(String token) {
    Answer page = open(BANK, token);

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body())
        .contains("This sidebar was not opened")
        .doesNotContain("tagsmith-session", "vouched", "subdomain", "anotherbank");
  }

  @Test
  void a_token_in_the_address_opens_nothing() {
    String inAddress = BANK + "&token=" + encoded(ANNA);

    assertThat(open(inAddress, "").status()).isEqualTo(403);
    assertThat(session(stranger().get(inAddress))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?origin=",
        "?origin=null",
        "?origin=https%3A%2F%2Fevil.example",
        "?origin=https%3A%2F%2Fevil.example%2F.zendesk.com",
        "?origin=http%3A%2F%2Fbank.zendesk.com"
      })
  void a_page_that_the_operator_did_not_name_gets_no_session(String origin) {
    Answer page = open("sidebar/memory" + origin, ANNA);

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("tagsmith-session", "evil");
  }

  @Test
  void what_the_helpdesk_says_of_the_place_never_becomes_markup() {
    String script = encoded("\"><script>alert(1)</script>");
    for (String name : new String[] {"lang", "colorScheme", "app_guid", "origin", "x"}) {
      Answer page = stranger().get("sidebar/memory?" + name + "=" + script);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("alert(1)");
    }
    assertThat(stranger().get("sidebar/memory?lang=zh-Hant&colorScheme=dark").body())
        .contains("lang=\"zh-Hant\"", "\"dark\"");
  }

  @Test
  void a_helpdesk_that_there_is_not_has_no_sidebar() {
    for (String path : new String[] {"sidebar/", "sidebar/zendesk", "sidebar/memory/x"}) {
      assertThat(stranger().get(path).status()).isEqualTo(404);
      assertThat(open(path, ANNA).status()).isEqualTo(404);
    }
  }

  private Answer open(String path, String token) {
    return stranger()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(path, "token=" + encoded(token));
  }

  private static String session(Answer page) {
    Matcher session = SESSION.matcher(page.body());
    assertThat(session.find()).as(page.body()).isTrue();
    return session.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
