package org.tagsmith.widget.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Client;
import org.tagsmith.widget.RunningWidget;

class SameOriginFilterTest extends RunningWidget {
  private static final String LABELS = "{\"labels\":[]}";

  @Test
  void a_change_without_our_header_is_refused_whoever_asks_and_whatever_for() {
    Client admin = console(Role.ADMIN).without("X-Tagsmith");

    assertThat(admin.post("api/people", "{}").refuses(403, "missing-header"))
        .contains("'X-Tagsmith: 1'")
        .contains("Add it");
    admin.patch("api/people/agent", "{}").refuses(403, "missing-header");
    admin.delete("api/people/agent").refuses(403, "missing-header");
    admin.delete("api/session").refuses(403, "missing-header");
    admin.post("api/no/such/address", "{}").refuses(403, "missing-header");
    assertThat(admin.get("api/people").body()).contains("\"agent\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "", "anything"})
  void a_change_that_a_browser_sends_for_another_site_is_refused(String site) {
    admin()
        .with("Sec-Fetch-Site", site)
        .post("api/interpretations", LABELS)
        .refuses(403, "foreign-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none", "Same-Origin"})
  void a_change_from_our_own_pages_is_let_in(String site) {
    assertThat(admin().with("Sec-Fetch-Site", site).post("api/interpretations", LABELS).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://localhost",
        "http://localhost:1",
        "http://localhost.evil.example",
        "null",
        "::::",
        "http://",
        ""
      })
  void an_origin_that_is_not_ours_is_refused_where_the_browser_says_no_more(String origin) {
    admin()
        .with("Origin", origin)
        .post("api/interpretations", LABELS)
        .refuses(403, "foreign-origin");
  }

  @Test
  void our_own_origin_is_let_in_also_behind_a_proxy_that_ends_tls() {
    String host = "localhost:" + stranger().root().getPort();

    assertThat(
            admin().with("Origin", "http://" + host).post("api/interpretations", LABELS).status())
        .isEqualTo(200);
    assertThat(
            admin().with("Origin", "https://" + host).post("api/interpretations", LABELS).status())
        .isEqualTo(200);
    assertThat(
            admin()
                .with("Origin", "https://tagsmith.bank.example")
                .with("X-Forwarded-Host", "Tagsmith.bank.example")
                .post("api/interpretations", LABELS)
                .status())
        .isEqualTo(200);
  }

  @Test
  void what_the_browser_says_of_the_site_counts_more_than_the_origin() {
    String host = "http://localhost:" + stranger().root().getPort();

    admin()
        .with("Origin", host)
        .with("Sec-Fetch-Site", "cross-site")
        .post("api/interpretations", LABELS)
        .refuses(403, "foreign-origin");
  }

  @Test
  void only_the_address_of_a_delivery_needs_no_header_of_ours() {
    Client other = admin().without("X-Tagsmith").with("Origin", "https://evil.example");

    other.post("api/hooks/memory/harbourbank", "3").refuses(401, "not-the-helpdesk");
    other.post("api/hooks", "3").refuses(403, "missing-header");
    other.post("api/hooks/memory/harbourbank/more", "3").refuses(403, "missing-header");
    other.post("api/people/hooks/memory/harbourbank", "3").refuses(403, "missing-header");
    other.post("api/hooks/memory/..;/people", "3").refuses(403, "missing-header");
  }

  private Client admin() {
    return console(Role.ADMIN);
  }
}
