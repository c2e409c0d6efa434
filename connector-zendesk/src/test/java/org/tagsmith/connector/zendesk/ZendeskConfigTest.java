package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;

class ZendeskConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank",
        "Bank",
        "bank.zendesk.com",
        "https://bank.zendesk.com/",
        "  https://bank.zendesk.com  "
      })
  void a_subdomain_is_understood_however_it_was_copied(String text) {
    ZendeskConfig config = config("tagsmith.zendesk.subdomain", text);

    assertThat(config.subdomain()).contains("bank");
    assertThat(config.baseUri()).hasToString("https://bank.zendesk.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.com/",
        "bank.zendesk.com.evil.com",
        "user@evil.com",
        "bank#",
        "-bank",
        "http://bank.zendesk.com",
        "a b"
      })
  void what_is_no_subdomain_is_one_clear_line(String text) {
    ZendeskConfig config = config("tagsmith.zendesk.subdomain", text);

    assertThatThrownBy(config::subdomain)
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("tagsmith.zendesk.subdomain")
        .hasMessageContaining("such as bank");
  }

  @Test
  void a_blank_setting_counts_as_absent() {
    ZendeskConfig config = config("tagsmith.zendesk.subdomain", "  ");

    assertThat(config.subdomain()).isEmpty();
    assertThatThrownBy(config::baseUri).hasMessageContaining("is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bank.zendesk.com",
        "https://user:pw@bank.zendesk.com",
        "https://bank.zendesk.com?x=1",
        "ftp://bank.zendesk.com",
        "bank.zendesk.com",
        "https://",
        "https://a b"
      })
  void the_token_travels_to_no_doubtful_address(String text) {
    ZendeskConfig config = config("tagsmith.zendesk.base-url", text);

    assertThatThrownBy(config::baseUri)
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class)
        .hasMessageContaining("tagsmith.zendesk.base-url")
        .hasMessageNotContaining("pw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8090/", "http://127.0.0.1:8090", "https://proxy.bank/z"})
  void a_helpdesk_on_this_machine_or_behind_https_is_called_where_it_is(String text) {
    assertThat(config("tagsmith.zendesk.base-url", text).baseUri())
        .hasToString(text.replaceAll("/$", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "many", "-1"})
  void a_page_size_that_zendesk_does_not_know_is_told(String text) {
    assertThatThrownBy(() -> config("tagsmith.zendesk.page-size", text).pageSize())
        .hasMessageContaining("tagsmith.zendesk.page-size");
  }

  @Test
  void pages_are_as_large_as_zendesk_allows_unless_set() {
    assertThat(config("tagsmith.zendesk.page-size", "").pageSize()).isEqualTo(1000);
    assertThat(config("tagsmith.zendesk.page-size", "200").pageSize()).isEqualTo(200);
  }

  private static ZendeskConfig config(String name, String value) {
    return new ZendeskConfig(ZendeskParts.settings(Map.of(name, value)));
  }
}
