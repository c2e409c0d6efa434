package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

class FreshdeskTokenVerifierTest {
  private static final Instant NOW = FreshdeskParts.NOW;
  private static final String SECRET =
      "a-secret-of-the-app-with-64-characters-0123456789-0123456789-012";

  private final FreshdeskTokenVerifier verifier = verifierWith(SECRET);

  @Test
  void a_token_of_our_app_tells_the_account_and_the_agent() {
    assertThat(verifier.verify(token(claims -> claims)))
        .isEqualTo(new SidebarIdentity("harbourbank", "4711"));
    assertThat(verifier.connector().value()).isEqualTo("freshdesk");
  }

  @Test
  void a_token_signed_with_another_secret_is_forged() {
    rejects(signed(claims().build(), JWSAlgorithm.HS256, SECRET + "x"), "signature");
  }

  @Test
  void a_token_whose_content_was_changed_is_forged() {
    String[] parts = token(claims -> claims).split("\\.");
    String[] other = token(claims -> claims.subject("1")).split("\\.");

    rejects(parts[0] + "." + other[1] + "." + parts[2], "signature");
  }

  @Test
  void a_token_without_signature_is_refused() {
    String body = token(claims -> claims).split("\\.")[1];
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

    rejects(none + "." + body + ".", "malformed");
    rejects(none + "." + body + ".AAAA", "");
  }

  @Test
  void another_algorithm_is_refused_even_with_the_right_secret() {
    rejects(signed(claims().build(), JWSAlgorithm.HS384, SECRET), "HS256");
  }

  @Test
  void a_token_of_another_freshdesk_or_for_another_app_is_refused() {
    rejects(token(claims -> claims.issuer("otherbank.freshdesk.com")), "another Freshdesk");
    rejects(token(claims -> claims.audience("something")), "another app");
  }

  @Test
  void a_token_counts_for_five_minutes_at_most_and_only_in_its_time() {
    rejects(token(claims -> claims.expirationTime(at(-61))), "expired");
    rejects(token(claims -> claims.expirationTime(null)), "expired");
    rejects(token(claims -> claims.issueTime(null)), "not valid yet");
    rejects(token(claims -> claims.issueTime(at(62)).expirationTime(at(100))), "not valid yet");
    rejects(token(claims -> claims.expirationTime(at(301))), "five minutes");
    assertThat(verifier.verify(token(claims -> claims.issueTime(at(-200)).expirationTime(at(-59)))))
        .isNotNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "<script>", "two words"})
  void a_token_that_does_not_name_the_agent_is_refused(String subject) {
    rejects(token(claims -> claims.subject(subject)), "who the agent is");
  }

  @Test
  void an_account_that_an_admin_connected_is_believed_by_its_own_secret_alone() {
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(7), FreshdeskConnector.ID, "otherbank");
    String own = "another-secret-of-43-characters-0123456789ab";
    FreshdeskTokenVerifier both =
        verifierWith(
            SECRET,
            (connector, purpose) ->
                purpose == SecretPurpose.SIDEBAR
                    ? List.of(new AccountSecret(account, own))
                    : List.of());
    JWTClaimsSet others = claims().issuer("otherbank.freshdesk.com").build();

    assertThat(both.verify(signed(others, JWSAlgorithm.HS256, own)))
        .isEqualTo(new SidebarIdentity("otherbank", "4711"));
    assertThatThrownBy(() -> both.verify(signed(others, JWSAlgorithm.HS256, SECRET)))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining("signature");
    assertThat(both.verify(signed(claims().build(), JWSAlgorithm.HS256, SECRET)).subdomain())
        .isEqualTo("harbourbank");
    assertThatThrownBy(() -> both.verify(signed(claims().build(), JWSAlgorithm.HS256, own)))
        .isInstanceOf(SidebarTokenRejected.class);
    assertThat(both.isConfigured(account)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "with a blank but with more than 32 characters",
        "秘密秘密秘密秘密秘密秘密秘密秘密秘密秘密秘密秘密秘密秘密秘密秘密"
      })
  void a_secret_that_no_header_carries_is_not_taken(String typed) {
    assertThatThrownBy(() -> verifierWith(SECRET).checkedSecret(typed))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("32 to 200 characters");
  }

  @Test
  void a_secret_that_is_missing_or_short_is_told_by_its_setting() {
    for (String secret : new String[] {" ", "short"}) {
      assertThatThrownBy(() -> verifierWith(secret).verify(token(claims -> claims)))
          .isInstanceOf(SidebarTokenRejected.class)
          .hasMessageContaining("tagsmith.freshdesk.app-secret");
    }
  }

  @Property(tries = 200)
  void whatever_is_posted_is_refused_without_being_quoted(@ForAll String text) {
    assertThatThrownBy(() -> verifier.verify("x" + text))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageStartingWith("The token is");
  }

  private void rejects(String token, String reason) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOf(SidebarTokenRejected.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining(token);
  }

  private static FreshdeskTokenVerifier verifierWith(String secret) {
    return verifierWith(secret, (connector, purpose) -> List.of());
  }

  private static FreshdeskTokenVerifier verifierWith(String secret, AccountSecrets given) {
    return new FreshdeskTokenVerifier(
        new AppSecrets(
            new FreshdeskConfig(
                FreshdeskParts.settings(Map.of("tagsmith.freshdesk.app-secret", secret))),
            given),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("harbourbank.freshdesk.com")
        .audience("tagsmith")
        .subject("4711")
        .issueTime(at(0))
        .expirationTime(at(120));
  }

  private static Date at(int seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(change.apply(claims()).build(), JWSAlgorithm.HS256, SECRET);
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String secret) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
      token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
