package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountSecrets.AccountSecret;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerdict.Genuine;
import org.tagsmith.domain.sync.DeliveryVerdict.Refused;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SettingsRefused;

class ZendeskSignatureVerifierTest {
  private static final String SECRET = "signing-secret-of-the-webhook";
  private static final String NOW = ZendeskParts.NOW.toString();
  private static final String BODY = "{\"ticket_id\":\"35436\"}";

  private final ZendeskSignatureVerifier verifier = verifierWith(SECRET);

  /** https://developer.zendesk.com/documentation/webhooks/verifying/ */
  @Test
  void the_published_secret_signs_as_published() {
    // a published example; the tabs and the line break at its end are part of what is signed
    String body =
        """
        {
        \t"type": "zen:event-type:user.group_membership_created",
        \t"account_id": 12514403,
        \t"id": "6b9bbadf-5725-4e92-bebe-7b71011bf5f1",
        \t"subject": "zen:user:6596848315901",
        \t"time": "2099-07-04T05:33:18Z",
        \t"zendesk_event_version": "2022-06-20",
        \t"detail": {
        \t\t"created_at": "2099-07-04T05:27:58Z",
        \t\t"default_group_id": "0",
        \t\t"email": "user.name@example.com",
        \t\t"external_id": "",
        \t\t"id": "6596848315901",
        \t\t"organization_id": "0",
        \t\t"role": "end-user",
        \t\t"updated_at": "2099-07-04T05:33:18Z"
        \t},
        \t"event": { "group": { "id": "1" } }
        }
        """;

    assertThat(
            ZendeskSignatureVerifier.signature(
                ZendeskSignatureVerifier.TRIAL_SECRET, "1234", bytes(body)))
        .isEqualTo("10IqYzYTLHRftNsNE+im0DeOM6/JactIRuy0XCHJ9B8=");
    // computed apart from this code, by openssl dgst -sha256 -hmac
    assertThat(
            ZendeskSignatureVerifier.signature(
                ZendeskSignatureVerifier.TRIAL_SECRET, "2021-03-25T05:09:27Z", bytes("")))
        .isEqualTo("wCdBvXaHttn0wRVIYctzZ9O6O0bnqWakJMEKZ9VoRWw=");
  }

  @Test
  void a_signed_delivery_names_its_ticket_and_has_a_mark_of_its_own() {
    Genuine first = (Genuine) verify(signed(SECRET, NOW, BODY));
    Genuine later = (Genuine) verify(signed(SECRET, at(1), BODY));

    assertThat(first.ticket()).isEqualTo(OptionalLong.of(35_436));
    assertThat(first.mark()).isNotEqualTo(later.mark()).hasSizeLessThanOrEqualTo(64);
    assertThat(verifier.setup(ZendeskParts.ACCOUNT).ready()).isTrue();
  }

  @Test
  void an_event_of_zendesk_itself_names_its_ticket_as_well() {
    String event =
        "{\"type\":\"zen:event-type:ticket.tags_changed\",\"subject\":\"zen:ticket:42\","
            + "\"detail\":{\"id\":\"42\",\"tags\":[\"a\"]},\"event\":{}}";

    assertThat(verify(signed(SECRET, NOW, event)))
        .isInstanceOfSatisfying(
            Genuine.class, it -> assertThat(it.ticket()).isEqualTo(OptionalLong.of(42)));
  }

  @Test
  void an_empty_body_is_signed_like_any_other_and_names_no_ticket() {
    assertThat(verify(signed(SECRET, NOW, "")))
        .isInstanceOfSatisfying(Genuine.class, it -> assertThat(it.ticket()).isEmpty());
    refuses(signed("another", NOW, ""), DeliveryRefusal.FORGED);
  }

  @Test
  void the_raw_bytes_count_and_not_what_they_mean() {
    Map<String, String> headers = headers(SECRET, NOW, BODY);

    refuses(delivery(headers, " " + BODY), DeliveryRefusal.FORGED);
    refuses(delivery(headers, BODY.replace("35436", "35437")), DeliveryRefusal.FORGED);
    refuses(delivery(headers, ""), DeliveryRefusal.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAA", "not base64 at all", "10IqYzYTLHRftNsNE+im0DeOM6/JactI"})
  void a_signature_of_another_length_is_refused(String signature) {
    Map<String, String> headers = headers(SECRET, NOW, BODY);
    String right = headers.get(name(ZendeskSignatureVerifier.SIGNATURE));
    headers.put(name(ZendeskSignatureVerifier.SIGNATURE), signature);

    refuses(
        delivery(headers, BODY),
        signature.isEmpty() ? DeliveryRefusal.UNSIGNED : DeliveryRefusal.FORGED);
    headers.put(name(ZendeskSignatureVerifier.SIGNATURE), right + right);
    refuses(delivery(headers, BODY), DeliveryRefusal.FORGED);
    headers.put(name(ZendeskSignatureVerifier.SIGNATURE), right.toLowerCase(Locale.ROOT));
    refuses(delivery(headers, BODY), DeliveryRefusal.FORGED);
  }

  @Test
  void a_delivery_without_signature_or_time_is_unsigned() {
    refuses(delivery(Map.of(), BODY), DeliveryRefusal.UNSIGNED);
    Map<String, String> headers = headers(SECRET, NOW, BODY);
    headers.remove(name(ZendeskSignatureVerifier.TIMESTAMP));
    refuses(delivery(headers, BODY), DeliveryRefusal.UNSIGNED);
  }

  @ParameterizedTest
  @CsvSource({"-301,false", "-300,true", "0,true", "300,true", "301,false"})
  void a_delivery_counts_for_five_minutes_around_its_time(int seconds, boolean counts) {
    DeliveryVerdict verdict = verify(signed(SECRET, at(seconds), BODY));

    if (counts) {
      assertThat(verdict).isInstanceOf(Genuine.class);
    } else {
      assertThat(verdict).isEqualTo(new Refused(DeliveryRefusal.OUT_OF_TIME));
    }
  }

  @Test
  void another_time_than_the_signed_one_is_forged_and_one_that_is_none_is_out_of_time() {
    Map<String, String> headers = headers(SECRET, at(-3000), BODY);
    headers.put(name(ZendeskSignatureVerifier.TIMESTAMP), NOW);

    refuses(delivery(headers, BODY), DeliveryRefusal.FORGED);
    refuses(signed(SECRET, "yesterday", BODY), DeliveryRefusal.OUT_OF_TIME);
  }

  @Test
  void an_account_that_an_admin_connected_has_a_secret_of_its_own() {
    HelpdeskAccount account =
        new HelpdeskAccount(new HelpdeskAccountId(7), ZendeskConnector.ID, "otherbank");
    String own = "b3RoZXJiYW5rLXNpZ25pbmctc2VjcmV0";
    ZendeskSignatureVerifier both = verifierWith(SECRET, List.of(new AccountSecret(account, own)));

    assertThat(both.verify(account, signed(own, NOW, BODY))).isInstanceOf(Genuine.class);
    assertThat(both.verify(account, signed(SECRET, NOW, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.FORGED));
    assertThat(both.verify(ZendeskParts.ACCOUNT, signed(own, NOW, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.FORGED));
    assertThat(both.setup(account).ready()).isTrue();
    assertThat(both.isConfigured(account)).isFalse();
    assertThat(verifier.verify(account, signed(own, NOW, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.NOT_SET_UP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "two words are no signing secret",
        ZendeskSignatureVerifier.TRIAL_SECRET
      })
  void a_secret_that_cannot_be_zendesks_is_not_taken(String typed) {
    assertThatThrownBy(() -> verifier.checkedSecret(typed))
        .isInstanceOfSatisfying(
            SettingsRefused.class, it -> assertThat(it.field()).isEqualTo("secret"));
  }

  @Test
  void the_published_secret_opens_nothing_and_is_told_apart_from_a_forgery() {
    refuses(signed(ZendeskSignatureVerifier.TRIAL_SECRET, NOW, BODY), DeliveryRefusal.TRIAL);
    ZendeskSignatureVerifier trusting = verifierWith(ZendeskSignatureVerifier.TRIAL_SECRET);
    assertThat(trusting.setup(ZendeskParts.ACCOUNT).ready()).isFalse();
    assertThat(
            trusting.verify(
                ZendeskParts.ACCOUNT, signed(ZendeskSignatureVerifier.TRIAL_SECRET, NOW, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.NOT_SET_UP));
  }

  @Test
  void without_a_secret_and_for_an_account_that_is_not_configured_nothing_is_taken() {
    assertThat(verifierWith(" ").verify(ZendeskParts.ACCOUNT, signed("", NOW, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.NOT_SET_UP));
    assertThat(
            verifier.verify(
                new HelpdeskAccount(new HelpdeskAccountId(2), ZendeskConnector.ID, "former"),
                signed(SECRET, NOW, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.NOT_SET_UP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "[]",
        "{\"ticket_id\":\"\"}",
        "{\"ticket_id\":\"0\"}",
        "{\"ticket_id\":-1}",
        "{\"ticket_id\":\"1 or 2\"}",
        "{\"ticket_id\":\"99999999999999999999\"}",
        "{\"ticket_id\":\"{{ticket.id}}\"}"
      })
  void a_signed_body_that_names_no_ticket_is_unreadable(String body) {
    refuses(signed(SECRET, NOW, body), DeliveryRefusal.UNREADABLE);
  }

  @Property(tries = 300)
  void nothing_that_was_not_signed_with_the_secret_is_taken(
      @ForAll String signature, @ForAll String body) {
    Map<String, String> headers = headers("x", NOW, body);
    headers.put(name(ZendeskSignatureVerifier.SIGNATURE), signature);

    assertThat(verify(delivery(headers, body))).isInstanceOf(Refused.class);
  }

  private DeliveryVerdict verify(Delivery delivery) {
    return verifier.verify(ZendeskParts.ACCOUNT, delivery);
  }

  private void refuses(Delivery delivery, DeliveryRefusal reason) {
    assertThat(verify(delivery)).isEqualTo(new Refused(reason));
  }

  private static ZendeskSignatureVerifier verifierWith(String secret) {
    return verifierWith(secret, List.of());
  }

  private static ZendeskSignatureVerifier verifierWith(String secret, List<AccountSecret> given) {
    Config settings = ZendeskParts.settings(Map.of("tagsmith.zendesk.webhook-secret", secret));
    return new ZendeskSignatureVerifier(
        new ZendeskConfig(settings),
        settings,
        (connector, purpose) -> given,
        Clock.fixed(ZendeskParts.NOW, ZoneOffset.UTC));
  }

  private static Delivery signed(String secret, String timestamp, String body) {
    return delivery(headers(secret, timestamp, body), body);
  }

  private static Map<String, String> headers(String secret, String timestamp, String body) {
    Map<String, String> headers = new HashMap<>();
    headers.put(name(ZendeskSignatureVerifier.TIMESTAMP), timestamp);
    headers.put(
        name(ZendeskSignatureVerifier.SIGNATURE),
        ZendeskSignatureVerifier.signature(
            secret.isEmpty() ? " " : secret, timestamp, bytes(body)));
    return headers;
  }

  private static Delivery delivery(Map<String, String> headers, String body) {
    return new Delivery(name -> headers.get(name(name)), bytes(body));
  }

  private static String name(String header) {
    return header.toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String at(int seconds) {
    Instant time = ZendeskParts.NOW.plusSeconds(seconds);
    return time.toString();
  }
}
