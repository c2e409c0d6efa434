package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountSecrets.AccountSecret;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.DeliveryRefusal;
import org.tagsmith.domain.sync.DeliveryVerdict;
import org.tagsmith.domain.sync.DeliveryVerdict.Genuine;
import org.tagsmith.domain.sync.DeliveryVerdict.Refused;
import org.tagsmith.domain.sync.HelpdeskAccount;

class FreshdeskSignatureVerifierTest {
  private static final String SECRET = "a-secret-of-ours-with-40-characters-0123";
  private static final String BODY = "{\"ticket_id\":\"77\"}";

  private static final HelpdeskAccount OTHER =
      new HelpdeskAccount(new HelpdeskAccountId(7), FreshdeskConnector.ID, "otherbank");
  private static final String OTHERS_SECRET = "another-secret-of-43-characters-0123456789ab";
  private static final List<AccountSecret> GIVEN = List.of(new AccountSecret(OTHER, OTHERS_SECRET));

  private final FreshdeskSignatureVerifier verifier = verifierWith(SECRET);

  @Test
  void a_delivery_with_the_secret_names_its_ticket() {
    assertThat(verify(SECRET, BODY)).isEqualTo(new Genuine(OptionalLong.of(77), null));
    assertThat(verify(SECRET, "{\"ticket_id\":77}"))
        .isEqualTo(new Genuine(OptionalLong.of(77), null));
    assertThat(verify(SECRET, "{\"ticket_id\":\"#77\"}"))
        .isEqualTo(new Genuine(OptionalLong.of(77), null));
    assertThat(verify(SECRET, "")).isEqualTo(new Genuine(OptionalLong.empty(), null));
    assertThat(verifier.setup(FreshdeskParts.ACCOUNT).secretHeader())
        .isEqualTo("X-Tagsmith-Secret");
  }

  @Test
  void a_delivery_with_another_secret_or_none_is_refused() {
    assertThat(verify(null, BODY)).isEqualTo(new Refused(DeliveryRefusal.UNSIGNED));
    assertThat(verify(" ", BODY)).isEqualTo(new Refused(DeliveryRefusal.UNSIGNED));
    for (String wrong :
        new String[] {"x", SECRET + "x", SECRET.substring(1), SECRET.toUpperCase(Locale.ROOT)}) {
      assertThat(verify(wrong, BODY)).isEqualTo(new Refused(DeliveryRefusal.FORGED));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "short", "31-characters-are-one-too-few-x"})
  void a_secret_that_is_missing_or_short_opens_nothing(String secret) {
    FreshdeskSignatureVerifier unready = verifierWith(secret);

    assertThat(unready.setup(FreshdeskParts.ACCOUNT).ready()).isFalse();
    assertThat(unready.verify(FreshdeskParts.ACCOUNT, delivery(secret, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.NOT_SET_UP));
  }

  @Test
  void an_account_that_an_admin_connected_has_a_secret_of_its_own() {
    assertThat(verifier.verify(OTHER, delivery(OTHERS_SECRET, BODY)))
        .isEqualTo(new Genuine(OptionalLong.of(77), null));
    assertThat(verifier.verify(OTHER, delivery(SECRET, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.FORGED));
    assertThat(verify(OTHERS_SECRET, BODY)).isEqualTo(new Refused(DeliveryRefusal.FORGED));
    assertThat(verifier.setup(OTHER).ready()).isTrue();
    assertThat(verifier.isConfigured(OTHER)).isFalse();
  }

  @Test
  void an_account_without_a_secret_is_not_set_up() {
    assertThat(
            verifier.verify(
                new HelpdeskAccount(new HelpdeskAccountId(2), FreshdeskConnector.ID, "former"),
                delivery(SECRET, BODY)))
        .isEqualTo(new Refused(DeliveryRefusal.NOT_SET_UP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not json", "{}", "{\"ticket_id\":\"{{ticket.id}}\"}", "{\"ticket_id\":0}"})
  void a_body_that_names_no_ticket_is_unreadable(String body) {
    assertThat(verify(SECRET, body)).isEqualTo(new Refused(DeliveryRefusal.UNREADABLE));
  }

  @Property(tries = 300)
  void nothing_without_the_secret_is_taken(@ForAll String sent) {
    assertThat(verify(sent, BODY)).isInstanceOf(Refused.class);
  }

  private DeliveryVerdict verify(String sent, String body) {
    return verifier.verify(FreshdeskParts.ACCOUNT, delivery(sent, body));
  }

  private static Delivery delivery(String sent, String body) {
    return new Delivery(
        name -> name.equals(FreshdeskSignatureVerifier.HEADER) ? sent : null,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static FreshdeskSignatureVerifier verifierWith(String secret) {
    Config settings = FreshdeskParts.settings(Map.of("tagsmith.freshdesk.webhook-secret", secret));
    return new FreshdeskSignatureVerifier(
        new FreshdeskConfig(settings), settings, (connector, purpose) -> GIVEN);
  }
}
