package org.tagsmith.widget.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAncestorsTest {
  private final FrameAncestors zendesk =
      new FrameAncestors(Optional.of("https://*.zendesk.com, https://desk.bank.example:8443"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bank.zendesk.com",
        "https://BANK.Zendesk.com",
        "https://a.b.zendesk.com",
        "https://desk.bank.example:8443"
      })
  void a_page_of_a_named_helpdesk_may_hold_the_sidebar(String origin) {
    assertThat(zendesk.allow(origin)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "null",
        "*",
        "https://*.zendesk.com",
        "https://zendesk.com",
        "https://.zendesk.com",
        "http://bank.zendesk.com",
        "https://bank.zendesk.com:8443",
        "https://bank.zendesk.com.evil.example",
        "https://evil.example/.zendesk.com",
        "https://evil.example#.zendesk.com",
        "https://evil.example?x=.zendesk.com",
        "https://evil.example@bank.zendesk.com",
        "https://evilzendesk.com",
        "https://bank.zendesk.com ",
        "https://bank.zendesk.com\nhttps://evil.example",
        "https://desk.bank.example",
        "javascript:alert(1)//.zendesk.com"
      })
  void no_other_page_may(String origin) {
    assertThat(zendesk.allow(origin)).isFalse();
  }

  @Test
  void a_very_long_origin_is_refused_unread() {
    assertThat(zendesk.allow("https://" + "a.".repeat(1_000_000) + "zendesk.com")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void without_a_helpdesk_nobody_may(String configured) {
    FrameAncestors nobody = new FrameAncestors(Optional.of(configured));

    assertThat(nobody.directive()).isEqualTo("'none'");
    assertThat(nobody.allow("https://bank.zendesk.com")).isFalse();
    assertThat(new FrameAncestors(Optional.empty()).directive()).isEqualTo("'none'");
  }

  @Test
  void the_directive_lists_them_with_blanks() {
    assertThat(zendesk.directive())
        .isEqualTo("https://*.zendesk.com https://desk.bank.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https:",
        "https://*",
        "bank.zendesk.com",
        "https://bank.zendesk.com/",
        "https://a.example; script-src *",
        "'self'",
        "https://*.*.zendesk.com"
      })
  void a_setting_that_is_no_origin_stops_the_start_and_is_named(String configured) {
    assertThatThrownBy(() -> new FrameAncestors(Optional.of(configured)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tagsmith.sidebar.frame-ancestors holds '")
        .hasMessageContaining("Write origins such as https://bank.zendesk.com");
  }
}
