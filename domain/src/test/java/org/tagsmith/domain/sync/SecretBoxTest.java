package org.tagsmith.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.shared.HelpdeskAccountId;

class SecretBoxTest {
  private static final HelpdeskAccountId ACCOUNT = new HelpdeskAccountId(7);
  private static final String OLD = key(1);
  private static final String NEW = key(2);
  private static final String SECRET = "s3cret-token-of-the-bank";

  private final SecretBox box = SecretBox.of(OLD);

  @Property(tries = 200)
  void what_is_sealed_opens_again_and_does_not_show_what_it_holds(@ForAll String secret) {
    String stored = secret.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF) ? SECRET : secret;

    assertThat(box.open(box.seal(stored, ACCOUNT, "key"), ACCOUNT, "key")).isEqualTo(stored);
  }

  @Test
  void a_nonce_never_repeats_so_that_equal_secrets_look_different() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] sealed = box.seal(SECRET, ACCOUNT, "key").bytes();
      nonces.add(Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, 12)));
    }

    assertThat(nonces).hasSize(20_000);
  }

  @Test
  void a_secret_that_was_changed_in_any_bit_does_not_open() {
    SealedSecret sealed = box.seal(SECRET, ACCOUNT, "key");
    for (int bit = 0; bit < sealed.bytes().length * 8; bit++) {
      byte[] changed = sealed.bytes().clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));

      assertUnreadable(box, new SealedSecret(sealed.keyId(), changed), ACCOUNT, "key");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, 27})
  void a_secret_that_was_cut_does_not_open(int length) {
    SealedSecret sealed = box.seal(SECRET, ACCOUNT, "key");

    assertUnreadable(
        box,
        new SealedSecret(sealed.keyId(), Arrays.copyOf(sealed.bytes(), length)),
        ACCOUNT,
        "key");
  }

  @Test
  void a_secret_that_was_copied_to_another_account_or_field_does_not_open() {
    SealedSecret sealed = box.seal(SECRET, ACCOUNT, "key");

    assertUnreadable(box, sealed, new HelpdeskAccountId(8), "key");
    assertUnreadable(box, sealed, ACCOUNT, "webhook");
  }

  @Test
  void another_key_opens_nothing_even_under_the_same_name() {
    SealedSecret sealed = box.seal(SECRET, ACCOUNT, "key");
    SecretBox other = SecretBox.of(NEW);

    assertUnreadable(other, sealed, ACCOUNT, "key");
    assertUnreadable(other, new SealedSecret(other.newestKeyId(), sealed.bytes()), ACCOUNT, "key");
  }

  @Test
  void the_first_key_seals_and_all_open() {
    SealedSecret old = box.seal(SECRET, ACCOUNT, "key");
    SecretBox rotated = SecretBox.of(NEW + " , " + OLD);

    assertThat(rotated.open(old, ACCOUNT, "key")).isEqualTo(SECRET);
    SealedSecret next = rotated.seal(SECRET, ACCOUNT, "key");
    assertThat(next.keyId()).isEqualTo(rotated.newestKeyId()).isNotEqualTo(old.keyId());
    assertUnreadable(box, next, ACCOUNT, "key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "not base64!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
  void what_is_no_key_is_one_clear_line_that_does_not_quote_it(String text) {
    assertThatThrownBy(() -> SecretBox.of(OLD + "," + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Key 2 of tagsmith.secrets.key ")
        .hasMessageEndingWith("openssl rand -base64 32")
        .hasMessageNotContaining(OLD);
  }

  @Test
  void nothing_that_holds_a_secret_tells_it() {
    SealedSecret sealed = box.seal(SECRET, ACCOUNT, "key");
    AccountSettings settings = new AccountSettings("bank", "a@bank.example", SECRET);

    assertThat(box + " " + sealed + " " + settings)
        .doesNotContain(SECRET, OLD, Base64.getEncoder().encodeToString(sealed.bytes()))
        .doesNotContain("a@bank.example");
  }

  private static void assertUnreadable(
      SecretBox box, SealedSecret sealed, HelpdeskAccountId account, String field) {
    assertThatThrownBy(() -> box.open(sealed, account, field))
        .isInstanceOf(SecretBox.Unreadable.class);
  }

  private static String key(int filled) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filled);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
