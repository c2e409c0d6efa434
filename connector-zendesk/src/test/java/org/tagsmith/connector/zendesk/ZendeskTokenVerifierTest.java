package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountSecrets;
import org.tagsmith.domain.sync.AccountSecrets.AccountSecret;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SecretPurpose;
import org.tagsmith.domain.sync.SettingsRefused;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarIdentity;
import org.tagsmith.domain.sync.SidebarIdentityVerifier.SidebarTokenRejected;

class ZendeskTokenVerifierTest {
  private static final Instant NOW = ZendeskParts.NOW;
  private static final KeyPair OURS = keyPair(2048);
  private static final KeyPair STRANGERS = keyPair(2048);
  private static final String PEM = pem(OURS);

  private final ZendeskTokenVerifier verifier = verifierWith(PEM);

  @ParameterizedTest
  @CsvSource({
    "4711, 4711",
    "https://harbourbank.zendesk.com/api/v2/users/4711.json, 4711",
    "https://harbourbank.zendesk.com/api/v2/users/4711, 4711",
    "agent@harbourbank.example, agent@harbourbank.example"
  })
  void a_token_of_zendesk_tells_the_account_and_the_agent(String subject, String agent) {
    assertThat(verifier.verify(token(claims -> claims.subject(subject))))
        .isEqualTo(new SidebarIdentity("harbourbank", agent));
  }

  @Test
  void an_account_that_an_admin_connected_is_believed_by_the_key_of_its_own_app_alone() {
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(7), ZendeskConnector.ID, "otherbank");
    ZendeskTokenVerifier both =
        verifierWith(
            PEM,
            "12",
            (connector, purpose) ->
                purpose == SecretPurpose.SIDEBAR
                    ? List.of(new AccountSecret(account, pem(STRANGERS)))
                    : List.of());
    JWTClaimsSet others =
        claims()
            .issuer("otherbank.zendesk.com")
            .audience("https://otherbank.zendesk.com/api/v2/apps/installations/99.json")
            .build();

    assertThat(both.verify(signed(others, header(), STRANGERS)))
        .isEqualTo(new SidebarIdentity("otherbank", "4711"));
    assertThatThrownBy(() -> both.verify(signed(others, header(), OURS)))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining("signature");
    assertThat(both.verify(token(claims -> claims)).subdomain()).isEqualTo("harbourbank");
    assertThat(both.isConfigured(account)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"})
  void an_app_key_that_is_none_is_not_taken(String typed) {
    assertThatThrownBy(() -> verifier.checkedSecret(typed))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("public_key.pem");
    assertThat(verifier.checkedSecret(PEM)).isEqualTo(PEM);
  }

  @Test
  void it_speaks_for_zendesk() {
    assertThat(verifier.connector().value()).isEqualTo("zendesk");
  }

  @Test
  void a_token_signed_by_another_key_is_forged() {
    rejects(signed(claims().build(), header(), STRANGERS), "signature");
  }

  @Test
  void a_token_whose_content_was_changed_is_forged() {
    String[] parts = token(claims -> claims).split("\\.");
    String[] other = token(claims -> claims.subject("1")).split("\\.");

    rejects(parts[0] + "." + other[1] + "." + parts[2], "signature");
  }

  @Test
  void a_token_that_brings_its_own_key_is_forged() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .jwk(new RSAKey.Builder((RSAPublicKey) STRANGERS.getPublic()).build())
            .build();

    rejects(signed(claims().build(), header, STRANGERS), "signature");
  }

  @Test
  void a_token_without_signature_is_refused() {
    String header = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    String body = token(claims -> claims).split("\\.")[1];

    rejects(header + "." + body + ".", "malformed");
    rejects(header + "." + body + ".AAAA", "");
    rejects(base64("{\"alg\":\"NoNe\"}") + "." + body + ".AAAA", "");
  }

  @Test
  void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() throws JOSEException {
    SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
    confused.sign(new MACSigner(PEM.getBytes(StandardCharsets.UTF_8)));

    rejects(confused.serialize(), "RS256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void other_algorithms_are_refused_even_with_the_right_key(String algorithm) {
    rejects(signed(claims().build(), new JWSHeader(JWSAlgorithm.parse(algorithm)), OURS), "RS256");
  }

  @Test
  void a_header_that_must_be_understood_and_is_not_is_refused() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).criticalParams(Set.of("exp-in")).build();

    rejects(signed(claims().build(), header, OURS), "");
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 3600, 1_000_000})
  void an_expired_token_is_refused(long secondsAgo) {
    rejects(token(claims -> claims.expirationTime(at(-secondsAgo))), "expired");
  }

  @Test
  void clocks_may_differ_by_a_minute() {
    assertThat(verifier.verify(token(claims -> claims.expirationTime(at(-59))))).isNotNull();
    assertThat(verifier.verify(token(claims -> claims.issueTime(at(59))))).isNotNull();
  }

  @Test
  void a_token_without_an_end_is_refused() {
    rejects(token(claims -> claims.expirationTime(null)), "expired");
  }

  @Test
  void a_token_from_the_future_is_refused() {
    rejects(token(claims -> claims.issueTime(at(61))), "not valid yet");
    rejects(token(claims -> claims.notBeforeTime(at(61))), "not valid yet");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"otherbank.zendesk.com", "harbourbank.zendesk.com.evil.example", "harbourbank"})
  void a_token_of_another_zendesk_is_refused(String issuer) {
    rejects(token(claims -> claims.issuer(issuer)), "another Zendesk");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "https://otherbank.zendesk.com/api/v2/apps/installations/12.json",
        "http://harbourbank.zendesk.com/api/v2/apps/installations/12.json",
        "https://harbourbank.zendesk.com/api/v2/apps/installations/.json",
        "https://harbourbank.zendesk.com/api/v2/users/12.json",
        "https://harbourbankXzendesk.com/api/v2/apps/installations/12.json"
      })
  void a_token_for_another_app_is_refused(String audience) {
    rejects(token(claims -> claims.audience(audience)), "another app");
  }

  @Test
  void a_token_for_another_installation_than_the_configured_one_is_refused() {
    String token = token(claims -> claims);
    String other = "https://harbourbank.zendesk.com/api/v2/apps/installations/120.json";

    assertThat(verifierWith(PEM, "12").verify(token)).isNotNull();
    for (String configured : new String[] {"1", "120", "2", "x"}) {
      assertThatThrownBy(() -> verifierWith(PEM, configured).verify(token))
          .isInstanceOf(SidebarTokenRejected.class)
          .hasMessageContaining("installation 12,")
          .hasMessageContaining("tagsmith.zendesk.app-id");
    }
    assertThatThrownBy(
            () -> verifierWith(PEM, "12").verify(token(claims -> claims.audience(other))))
        .isInstanceOf(SidebarTokenRejected.class);
  }

  @Test
  void without_a_configured_installation_each_one_of_the_account_is_let_in() {
    String other = "https://harbourbank.zendesk.com/api/v2/apps/installations/120";

    assertThat(verifierWith(PEM, " ").verify(token(claims -> claims.audience(other)))).isNotNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "two words", "<script>", "../../etc"})
  void a_token_that_names_no_agent_is_refused(String subject) {
    rejects(token(claims -> claims.subject(subject)), "who the agent is");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "a", "a.b", "a.b.c", "a.b.c.d", "....", "ä.ö.ü", "null"})
  void what_is_no_token_is_refused(String text) {
    rejects(text, "");
  }

  @Property(tries = 300)
  void no_text_whatever_is_taken_for_a_token(@ForAll String text) {
    rejects(text, "");
  }

  @Test
  void a_token_that_is_too_long_is_refused_before_it_is_read() {
    rejects("a".repeat(30_000_000), "too long");
    rejects(token(claims -> claims.claim("padding", "x".repeat(10_000))), "too long");
  }

  @Test
  void a_token_nested_deep_is_refused() {
    String deep = base64("{\"alg\":\"RS256\",\"x\":" + "[".repeat(2500) + "]".repeat(2500) + "}");

    rejects(deep + "." + base64("{}") + ".AAAA", "");
  }

  @Test
  void the_key_is_read_however_the_operator_has_it() {
    String oneLine = "\"" + PEM.replace("\n", "\\n") + "\"";
    String bare = Base64.getEncoder().encodeToString(OURS.getPublic().getEncoded());
    String token = token(claims -> claims);

    assertThat(verifierWith(oneLine).verify(token)).isNotNull();
    assertThat(verifierWith(bare).verify(token)).isNotNull();
    assertThat(verifierWith(PEM.replace("\n", "\r\n")).verify(token)).isNotNull();
  }

  @Test
  void a_key_that_is_missing_broken_or_weak_is_told_by_its_setting() {
    String token = token(claims -> claims);

    for (String key : new String[] {"", "nonsense", PEM.substring(0, 200), pem(keyPair(1024))}) {
      assertThatThrownBy(() -> verifierWith(key).verify(token))
          .isInstanceOf(SidebarTokenRejected.class)
          .hasMessageContaining("tagsmith.zendesk.app-public-key");
    }
  }

  private void rejects(String token, String reason) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining(reason)
        .satisfies(
            e -> {
              if (token != null && token.length() > 20) {
                assertThat(e.getMessage()).doesNotContain(token.substring(0, 20));
              }
            });
  }

  private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(change.apply(claims()).build(), header(), OURS);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("harbourbank.zendesk.com")
        .audience("https://harbourbank.zendesk.com/api/v2/apps/installations/12.json")
        .subject("4711")
        .issueTime(at(-5))
        .expirationTime(at(55))
        .claim("context", Map.of("product", "support", "location", "ticket_sidebar"));
  }

  private static JWSHeader header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build();
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static String signed(JWTClaimsSet claims, JWSHeader header, KeyPair key) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key.getPrivate()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static ZendeskTokenVerifier verifierWith(String key) {
    return verifierWith(key, "");
  }

  private static ZendeskTokenVerifier verifierWith(String key, String appId) {
    return verifierWith(key, appId, (connector, purpose) -> List.of());
  }

  private static ZendeskTokenVerifier verifierWith(String key, String appId, AccountSecrets given) {
    return new ZendeskTokenVerifier(
        new ZendeskConfig(
            ZendeskParts.settings(
                Map.of("tagsmith.zendesk.app-public-key", key, "tagsmith.zendesk.app-id", appId))),
        given,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static KeyPair keyPair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
