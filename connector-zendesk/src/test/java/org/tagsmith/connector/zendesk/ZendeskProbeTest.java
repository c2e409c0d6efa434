package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
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
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;

class ZendeskProbeTest {
  private static final Canned ADMIN = Canned.json("{\"user\":{\"id\":9,\"role\":\"admin\"}}");
  private static final Canned PAGE = Canned.json("{\"tickets\":[],\"end_of_stream\":true}");
  private static final Canned COUNT =
      Canned.json("{\"count\":{\"value\":102,\"refreshed_at\":\"2026-05-06T02:18:17Z\"}}")
          .with("x-rate-limit", "700");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final String host = "127.0.0.1:" + edge.uri().getPort();
  private final ZendeskParts parts =
      new ZendeskParts(
          Map.of("tagsmith.helpdesk.hosts", host), Clock.fixed(ZendeskParts.NOW, ZoneOffset.UTC));
  private final AccountSettings settings = new AccountSettings(host, "a@b.example", "t0ken");

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void an_account_that_works_tells_its_tickets_and_its_limit_and_nothing_was_changed() {
    edge.answers(ADMIN, PAGE, COUNT);

    assertThat(probe())
        .isEqualTo(new Usable(OptionalLong.of(102), OptionalInt.of(700), MayWrite.YES));
    assertThat(edge.lines()).hasSize(3).allMatch(line -> line.startsWith("GET "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401|{\"error\":\"Couldn't authenticate you\"}|KEY|key-refused|key",
        "200|{\"user\":{\"name\":\"Anonymous user\"}}|KEY|key-refused|key",
        "200|{\"user\":{\"id\":5,\"role\":\"agent\"}}|READ|needs-admin|user",
        "404|{\"error\":{\"title\":\"No help desk at x\"}}|REACHED|no-such-helpdesk|subdomain",
        "404|{}|REACHED|no-such-helpdesk|subdomain",
        "429|{}|REACHED|throttled|subdomain",
        "301|{}|REACHED|not-understood|subdomain",
        "503|{}|REACHED|unreachable|subdomain",
        "200|not json|REACHED|not-understood|subdomain"
      })
  void a_trouble_names_the_field_to_correct(
      int status, String body, Step failed, String reason, String field) {
    edge.answers(Canned.json(status, body));

    Unusable unusable = (Unusable) probe();

    assertThat(unusable.failed()).isEqualTo(failed);
    assertThat(unusable.reason()).isEqualTo(reason);
    assertThat(unusable.field()).isEqualTo(field);
    assertThat(unusable.message()).isNotBlank().doesNotContain("t0ken");
    assertThat(edge.calls()).hasSize(1);
  }

  @Test
  void an_export_that_is_refused_is_a_matter_of_rights() {
    edge.answers(ADMIN, Canned.json(403, "{\"error\":\"Forbidden\"}"));

    assertThat(probe())
        .isInstanceOfSatisfying(
            Unusable.class,
            unusable -> {
              assertThat(unusable.failed()).isEqualTo(Step.READ);
              assertThat(unusable.reason()).isEqualTo("needs-admin");
            });
  }

  @Test
  void the_sandbox_is_connected_as_a_real_account_is() throws IOException {
    try (SandboxZendesk sandbox =
        SandboxZendesk.start(
            SandboxSettings.builder().tickets(50).apiToken(ZendeskParts.TOKEN).build())) {
      String here = "localhost:" + sandbox.port();
      try (ZendeskParts own =
          new ZendeskParts(Map.of("tagsmith.helpdesk.hosts", here), Clock.systemUTC())) {
        AccountSettings good =
            new AccountSettings(here, "api@harbourbank.example", ZendeskParts.TOKEN);

        assertThat(own.connector.probe(good))
            .isInstanceOfSatisfying(
                Usable.class, usable -> assertThat(usable.tickets()).hasValue(50));
        assertThat(own.connector.probe(good.with(null, "wrong")))
            .isInstanceOfSatisfying(
                Unusable.class, no -> assertThat(no.reason()).isEqualTo("key-refused"));
      }
    }
  }

  @Test
  void an_account_of_an_admin_is_called_where_it_is_with_its_own_key() {
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(2), ZendeskConnector.ID, host);
    parts.keys.put(account.id(), settings);
    edge.answers(PAGE);

    parts.connector.read(account, parts.connector.startAt(Instant.EPOCH));

    assertThat(edge.calls()).hasSize(1);
    assertThat(edge.calls().get(0).headers().get("Authorization"))
        .isEqualTo("Basic YUBiLmV4YW1wbGUvdG9rZW46dDBrZW4=");
  }

  @Test
  void a_key_that_was_changed_is_used_for_the_next_call() {
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(2), ZendeskConnector.ID, host);
    parts.keys.put(account.id(), settings);
    edge.answers(COUNT, COUNT);
    parts.connector.countTickets(account);

    parts.keys.put(account.id(), settings.with(null, "another"));
    parts.connector.countTickets(account);

    assertThat(edge.calls().get(1).headers().get("Authorization"))
        .isNotEqualTo(edge.calls().get(0).headers().get("Authorization"));
  }

  @Test
  void a_host_that_is_no_longer_allowed_gets_no_key() {
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(2), ZendeskConnector.ID, "localhost:1");
    parts.keys.put(account.id(), new AccountSettings("localhost:1", "a@b.example", "t0ken"));

    assertThatThrownBy(() -> parts.connector.countTickets(account))
        .isInstanceOf(ConnectorFailure.CredentialsRejected.class);
    assertThat(edge.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',t0ken,user", "nobody,t0ken,user", "a@b.example,'',key"})
  void what_is_missing_is_told_at_its_field(String user, String key, String field) {
    assertThatThrownBy(() -> parts.connector.checked(new AccountSettings("bank", user, key)))
        .isInstanceOfSatisfying(
            SettingsRefused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @Test
  void an_address_pasted_from_an_example_is_understood() {
    assertThat(
            parts.connector.checked(
                new AccountSettings("https://Bank.zendesk.com/", "a@b.example/token", "t0ken")))
        .isEqualTo(new AccountSettings("bank", "a@b.example", "t0ken"));
  }

  @Test
  void a_subdomain_that_leads_into_our_own_network_is_not_called() {
    AccountHosts here =
        new AccountHosts(
            new HelpdeskAddress(".0.0.1", "subdomain", "base"), AllowedHosts.of(Optional.empty()));
    ZendeskAccess access = ZendeskAccess.of(new AccountSettings("127", "a@b.example", "k3y"), here);
    ZendeskApi api = new ZendeskApi(access, Clock.fixed(ZendeskParts.NOW, ZoneOffset.UTC));

    assertThatThrownBy(() -> api.send(ZendeskRequest.me()))
        .isInstanceOf(ConnectorFailure.Unreachable.class)
        .hasMessageContaining("private network");
    api.close();
  }

  private ConnectionReport probe() {
    return parts.connector.probe(parts.connector.checked(settings));
  }
}
