package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;

class FreshdeskConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank",
        "Bank",
        "bank.freshdesk.com",
        "https://bank.freshdesk.com/",
        "  https://bank.freshdesk.com  "
      })
  void a_subdomain_is_understood_however_it_was_copied(String text) {
    FreshdeskConfig config = config("tagsmith.freshdesk.subdomain", text);

    assertThat(config.subdomain()).contains("bank");
    assertThat(config.baseUri()).hasToString("https://bank.freshdesk.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.com/",
        "bank.freshdesk.com.evil.com",
        "user@evil.com",
        "bank#",
        "-bank",
        "http://bank.freshdesk.com",
        "a b"
      })
  void what_is_no_subdomain_is_one_clear_line(String text) {
    FreshdeskConfig config = config("tagsmith.freshdesk.subdomain", text);

    assertThatThrownBy(config::subdomain)
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("tagsmith.freshdesk.subdomain")
        .hasMessageContaining("such as bank");
  }

  @Test
  void a_blank_setting_counts_as_absent() {
    FreshdeskConfig config = config("tagsmith.freshdesk.subdomain", "  ");

    assertThat(config.subdomain()).isEmpty();
    assertThatThrownBy(config::baseUri).hasMessageContaining("is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bank.freshdesk.com",
        "https://user:pw@bank.freshdesk.com",
        "https://bank.freshdesk.com?x=1",
        "ftp://bank.freshdesk.com",
        "bank.freshdesk.com",
        "https://",
        "https://a b"
      })
  void the_key_travels_to_no_doubtful_address(String text) {
    FreshdeskConfig config = config("tagsmith.freshdesk.base-url", text);

    assertThatThrownBy(config::baseUri)
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("tagsmith.freshdesk.base-url")
        .hasMessageNotContaining("pw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8090/", "http://127.0.0.1:8090", "https://proxy.bank/f"})
  void a_helpdesk_on_this_machine_or_behind_https_is_called_where_it_is(String text) {
    assertThat(config("tagsmith.freshdesk.base-url", text).baseUri())
        .hasToString(text.replaceAll("/$", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "007000", "many", "-1"})
  void a_page_size_that_freshdesk_does_not_know_is_told(String text) {
    assertThatThrownBy(() -> config("tagsmith.freshdesk.page-size", text).pageSize())
        .hasMessageContaining("tagsmith.freshdesk.page-size");
  }

  @Test
  void pages_are_as_large_as_freshdesk_allows_unless_set() {
    assertThat(config("tagsmith.freshdesk.page-size", "").pageSize()).isEqualTo(100);
    assertThat(config("tagsmith.freshdesk.page-size", "20").pageSize()).isEqualTo(20);
  }

  private static FreshdeskConfig config(String name, String value) {
    return new FreshdeskConfig(FreshdeskParts.settings(Map.of(name, value)));
  }
}
