package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountSecrets.AccountSecret;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarIdentity;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;

class FreshdeskTokenIssuerTest {
  private static final String SECRET =
      "a-secret-of-the-app-with-64-characters-0123456789-0123456789-012";

  private final AppSecrets config = config(SECRET);
  private final FreshdeskTokenIssuer issuer = new FreshdeskTokenIssuer(config, now());

  @Test
  void our_app_gets_the_token_that_our_verifier_takes() {
    String token = issuer.issue(SECRET, "4711");

    assertThat(new FreshdeskTokenVerifier(config, now()).verify(token))
        .isEqualTo(new SidebarIdentity("harbourbank", "4711"));
    assertThat(token).doesNotContain(SECRET);
    assertThat(issuer.connector().value()).isEqualTo("freshdesk");
  }

  @Test
  void the_secret_tells_which_account_the_token_is_for() {
    String own = "another-secret-of-43-characters-0123456789ab";
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(7), FreshdeskConnector.ID, "otherbank");
    AppSecrets both = config(SECRET, List.of(new AccountSecret(account, own)));
    FreshdeskTokenIssuer issues = new FreshdeskTokenIssuer(both, now());
    FreshdeskTokenVerifier verifies = new FreshdeskTokenVerifier(both, now());

    assertThat(verifies.verify(issues.issue(own, "12")))
        .isEqualTo(new SidebarIdentity("otherbank", "12"));
    assertThat(verifies.verify(issues.issue(SECRET, "12")))
        .isEqualTo(new SidebarIdentity("harbourbank", "12"));
  }

  @Test
  void a_token_is_worth_nothing_after_some_minutes() {
    String token = issuer.issue(SECRET, "4711");
    Clock later = Clock.offset(now(), Duration.ofMinutes(4));

    assertThatThrownBy(() -> new FreshdeskTokenVerifier(config, later).verify(token))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining("expired");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "guess", "a-secret-of-the-app-with-64-characters-0123456789-0123456789-013"})
  void another_secret_gets_no_token_and_is_not_quoted(String secret) {
    assertThatThrownBy(() -> issuer.issue(secret, "4711"))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining("tagsmith.freshdesk.app-secret")
        .hasMessageNotContaining("a-secret-of-the-app");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "two words", "<script>"})
  void an_app_that_names_nobody_gets_no_token(String agent) {
    assertThatThrownBy(() -> issuer.issue(SECRET, agent))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining("who the agent is");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "short"})
  void without_a_secret_of_ours_nobody_gets_a_token_not_even_who_sends_the_same(String secret) {
    assertThatThrownBy(() -> new FreshdeskTokenIssuer(config(secret), now()).issue(secret, "4711"))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining("tagsmith.freshdesk.app-secret");
  }

  private static AppSecrets config(String secret) {
    return config(secret, List.of());
  }

  private static AppSecrets config(String secret, List<AccountSecret> given) {
    return new AppSecrets(
        new FreshdeskConfig(
            FreshdeskParts.settings(Map.of("tagsmith.freshdesk.app-secret", secret))),
        (connector, purpose) -> given);
  }

  private static Clock now() {
    return Clock.fixed(FreshdeskParts.NOW, ZoneOffset.UTC);
  }
}
