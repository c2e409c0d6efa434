package org.tagsmith.domain.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.SettingsRefused;

class AccountHostsTest {
  private final AccountHosts hosts =
      new AccountHosts(
          new HelpdeskAddress(".zendesk.com", "subdomain", "base"),
          AllowedHosts.of(Optional.of("localhost:8090, 127.0.0.1:8091,proxy.bank.example")));

  @ParameterizedTest
  @ValueSource(strings = {"bank", " Bank ", "bank.zendesk.com", "https://bank.zendesk.com/"})
  void a_subdomain_is_understood_however_it_was_copied(String typed) {
    String name = hosts.name(typed);

    assertThat(name).isEqualTo("bank");
    assertThat(hosts.base(name)).hasToString("https://bank.zendesk.com");
    assertThat(hosts.isVendors(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "bank.",
        "bank.zendesk.com.",
        "bank..zendesk.com",
        "evil.com",
        "evil.com/",
        "evil.com#.zendesk.com",
        "evil.com?.zendesk.com",
        "evil.com/.zendesk.com",
        "evil.com\\.zendesk.com",
        "bank.zendesk.com.evil.com",
        "bank.zendesk.com@evil.com",
        "user:pw@bank",
        "https://user:pw@evil.com/.zendesk.com",
        "http://bank.zendesk.com",
        "ftp://bank.zendesk.com",
        "//evil.com",
        "bank:8080",
        "bank.zendesk.com:8443",
        "127.0.0.1",
        "127.1",
        "0x7f000001.",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "localhost:22",
        "localhost:8090@evil.com",
        "localhost:8090/../admin",
        "169.254.169.254",
        "b\u0430nk",
        "ban\u212A",
        "bank\u3002zendesk\u3002com",
        "bank\u2024evil",
        "ｂａｎｋ",
        "bank\u0000",
        "bank\r\nHost: evil.com",
        "ba nk",
        "-bank",
        "bank-",
        "%62ank",
        "bank%2e"
      })
  void what_is_neither_a_subdomain_nor_an_allowed_host_is_refused_at_its_field(String typed) {
    assertThatThrownBy(() -> hosts.name(typed))
        .isInstanceOfSatisfying(
            SettingsRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("bad-subdomain");
              assertThat(refused.field()).isEqualTo("subdomain");
              assertThat(refused).hasMessageNotContaining("pw");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, https://localhost.zendesk.com",
    "2130706433, https://2130706433.zendesk.com",
    "0x7f000001, https://0x7f000001.zendesk.com"
  })
  void what_could_be_an_address_elsewhere_is_a_subdomain_of_the_vendor_here(
      String typed, String base) {
    assertThat(hosts.base(hosts.name(typed))).hasToString(base);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8090, http://localhost:8090",
    "http://localhost:8090/, http://localhost:8090",
    "127.0.0.1:8091, http://127.0.0.1:8091",
    "Proxy.bank.example, https://proxy.bank.example"
  })
  void a_host_that_the_operator_allows_is_called_there(String typed, String base) {
    String name = hosts.name(typed);

    assertThat(hosts.base(name)).hasToString(base);
    assertThat(hosts.isVendors(name)).isFalse();
  }

  @Test
  void a_host_that_is_no_longer_allowed_is_no_longer_called() {
    AccountHosts later = new AccountHosts(hosts.vendor(), AllowedHosts.of(Optional.empty()));

    assertThatThrownBy(() -> later.base("localhost:8090")).isInstanceOf(SettingsRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a b", "user@host", "host/path", "localhost:"})
  void what_the_operator_allows_must_be_a_host(String setting) {
    assertThatThrownBy(() -> AllowedHosts.of(Optional.of(setting)))
        .hasMessageStartingWith("tagsmith.helpdesk.hosts");
  }
}
