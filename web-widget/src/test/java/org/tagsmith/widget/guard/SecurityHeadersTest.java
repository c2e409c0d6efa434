package org.tagsmith.widget.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.access.Role;
import org.tagsmith.widget.Answer;
import org.tagsmith.widget.RunningWidget;

class SecurityHeadersTest extends RunningWidget {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "console/",
        "sidebar/zendesk",
        "sidebar.html",
        "api/start",
        "api/people",
        "api/no/such/address",
        "no/such/page",
        "app/sidebar.js"
      })
  void every_answer_carries_them_whatever_was_asked(String path) {
    Answer answer = stranger().get(path);

    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors ")
        .doesNotContain("unsafe-inline", "unsafe-eval", "*;", "http:", "data: blob");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "console/", "api/start", "no/such/page", "sidebar;x/zendesk", "side"})
  void nothing_but_the_sidebar_may_stand_in_a_frame(String path) {
    Answer answer = stranger().get(path);

    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
  }

  @Test
  void the_sidebar_may_stand_in_the_helpdesks_that_the_operator_named() {
    Answer sidebar = stranger().get("sidebar/zendesk");

    assertThat(sidebar.header("Content-Security-Policy"))
        .contains("frame-ancestors https://*.zendesk.com;", "script-src 'self'");
    assertThat(sidebar.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(sidebar.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void only_the_console_goes_without_trusted_types() {
    for (String path : new String[] {"", "sidebar/zendesk", "no/such/page", "consoles/"}) {
      assertThat(stranger().get(path).header("Content-Security-Policy"))
          .contains("require-trusted-types-for 'script'; trusted-types lit-html");
    }
    assertThat(stranger().get("console/").header("Content-Security-Policy"))
        .doesNotContain("trusted-types");
  }

  @Test
  void browsers_are_told_to_stay_with_https_only_where_they_came_by_it() {
    assertThat(stranger().get("").headers().firstValue("Strict-Transport-Security")).isEmpty();
    for (String scheme : new String[] {"https", "HTTPS"}) {
      assertThat(
              stranger()
                  .with("X-Forwarded-Proto", scheme)
                  .get("api/start")
                  .header("Strict-Transport-Security"))
          .isEqualTo("max-age=31536000");
    }
  }

  @Test
  void what_the_api_answers_is_kept_nowhere_but_the_vocabulary_in_the_browser() {
    assertThat(console(Role.ADMIN).get("api/people").header("Cache-Control")).isEqualTo("no-store");
    assertThat(stranger().get("api/people").header("Cache-Control")).isEqualTo("no-store");
    assertThat(console(Role.AGENT).get("api/vocabulary").headers().allValues("Cache-Control"))
        .containsExactly("private, no-cache");
    assertThat(stranger().get("api/vocabulary").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void files_are_asked_for_again_each_time() {
    assertThat(stranger().get("app/sidebar.js").header("Cache-Control")).isEqualTo("no-cache");
    assertThat(stranger().get("vendor/lit-html/lit-html.js").header("Cache-Control"))
        .isEqualTo("no-cache");
  }
}
