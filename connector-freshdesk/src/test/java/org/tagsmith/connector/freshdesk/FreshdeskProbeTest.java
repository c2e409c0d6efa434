package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.ConnectionReport;
import org.tagsmith.domain.sync.ConnectionReport.MayWrite;
import org.tagsmith.domain.sync.ConnectionReport.Step;
import org.tagsmith.domain.sync.ConnectionReport.Unusable;
import org.tagsmith.domain.sync.ConnectionReport.Usable;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.http.AccountHosts;
import org.tagsmith.domain.sync.http.AllowedHosts;
import org.tagsmith.domain.sync.http.HelpdeskAddress;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;

class FreshdeskProbeTest {
  private static final Canned ME = Canned.json("{\"id\":9,\"ticket_scope\":1}");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final String host = "127.0.0.1:" + edge.uri().getPort();
  private final FreshdeskParts parts = parts(host);

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void an_account_that_works_tells_its_tickets_and_its_limit_and_nothing_was_changed() {
    edge.answers(
        ME,
        Canned.json("[]").with("X-RateLimit-Total", "400.0").with("X-RateLimit-Remaining", "399.0"),
        Canned.json("{\"total\":102}"));

    assertThat(probe(parts, host, "k3y"))
        .isEqualTo(new Usable(OptionalLong.of(102), OptionalInt.of(400), MayWrite.NOT_TOLD));
    assertThat(edge.lines()).hasSize(3).allMatch(line -> line.startsWith("GET "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401|{\"code\":\"invalid_credentials\"}|KEY|key-refused|key",
        "403|{\"code\":\"access_denied\"}|READ|needs-all-tickets|key",
        "200|{\"id\":9,\"ticket_scope\":2}|READ|needs-all-tickets|key",
        "404|{}|REACHED|no-such-helpdesk|subdomain",
        "429|{}|REACHED|throttled|subdomain",
        "302|{}|REACHED|not-understood|subdomain",
        "503|{}|REACHED|unreachable|subdomain"
      })
  void a_trouble_names_the_field_to_correct(
      int status, String body, Step failed, String reason, String field) {
    edge.answers(Canned.json(status, body));

    Unusable unusable = (Unusable) probe(parts, host, "k3y");

    assertThat(unusable.failed()).isEqualTo(failed);
    assertThat(unusable.reason()).isEqualTo(reason);
    assertThat(unusable.field()).isEqualTo(field);
    assertThat(unusable.message()).isNotBlank().doesNotContain("k3y");
    assertThat(edge.calls()).hasSize(1);
  }

  @Test
  void the_sandbox_is_connected_as_a_real_account_is() {
    Clock clock = Clock.fixed(FreshdeskParts.NOW, ZoneOffset.UTC);
    try (SandboxFreshdesk sandbox = FreshdeskParts.sandbox(50, clock)) {
      String here = "localhost:" + sandbox.port();
      try (FreshdeskParts own = parts(here)) {
        assertThat(probe(own, here, FreshdeskParts.KEY)).isInstanceOf(Usable.class);
        assertThat(probe(own, here, "wrong"))
            .isInstanceOfSatisfying(
                Unusable.class, no -> assertThat(no.reason()).isEqualTo("key-refused"));
      }
    }
  }

  @Test
  void an_account_of_an_admin_is_called_where_it_is_with_its_own_key() {
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(2), FreshdeskConnector.ID, host);
    parts.keys.put(account.id(), new AccountSettings(host, "", "k3y"));
    edge.answers(Canned.json("{\"total\":102}"));

    assertThat(parts.connector.countTickets(account)).hasValue(102);
    assertThat(edge.calls().get(0).headers().get("Authorization")).isEqualTo("Basic azN5Olg=");
  }

  @Test
  void a_key_that_is_missing_is_told_at_its_field() {
    assertThatThrownBy(() -> parts.connector.checked(new AccountSettings("bank", "", "")))
        .isInstanceOfSatisfying(
            SettingsRefused.class, refused -> assertThat(refused.field()).isEqualTo("key"));
  }

  @Test
  void a_subdomain_that_leads_into_our_own_network_is_not_called() {
    AccountHosts here =
        new AccountHosts(
            new HelpdeskAddress(".0.0.1", "subdomain", "base"), AllowedHosts.of(Optional.empty()));
    FreshdeskAccess access =
        FreshdeskAccess.of(new AccountSettings("127", "a@b.example", "k3y"), here);
    FreshdeskApi api = new FreshdeskApi(access, Clock.fixed(FreshdeskParts.NOW, ZoneOffset.UTC));

    assertThatThrownBy(() -> api.send(FreshdeskRequest.me()))
        .isInstanceOf(ConnectorFailure.Unreachable.class)
        .hasMessageContaining("private network");
    api.close();
  }

  private static FreshdeskParts parts(String allowed) {
    return new FreshdeskParts(
        Map.of("tagsmith.helpdesk.hosts", allowed),
        Clock.fixed(FreshdeskParts.NOW, ZoneOffset.UTC));
  }

  private static ConnectionReport probe(FreshdeskParts parts, String host, String key) {
    return parts.connector.probe(parts.connector.checked(new AccountSettings(host, "", key)));
  }
}
