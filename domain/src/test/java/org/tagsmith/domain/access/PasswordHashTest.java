package org.tagsmith.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static final int FEW = 1000;

  @Test
  void the_right_password_matches_and_no_other_one_does() {
    String hash = PasswordHash.of("correct horse 馬", FEW);

    assertThat(PasswordHash.matches("correct horse 馬", hash)).isTrue();
    assertThat(PasswordHash.matches("correct horse", hash)).isFalse();
    assertThat(PasswordHash.matches("", hash)).isFalse();
  }

  @Test
  void the_same_password_is_kept_differently_each_time() {
    assertThat(PasswordHash.of("secret", FEW)).isNotEqualTo(PasswordHash.of("secret", FEW));
  }

  @Test
  void a_new_hash_has_the_rounds_of_today_and_does_not_hold_the_password() {
    assertThat(PasswordHash.of("hunter2hunter2"))
        .startsWith("pbkdf2-sha256$600000$")
        .doesNotContain("hunter2");
  }

  @Test
  void the_hash_is_the_one_everybody_computes() {
    // RFC 7914, section 11: PBKDF2-HMAC-SHA-256 (P="passwd", S="salt", c=1), first 32 bytes
    String known = "pbkdf2-sha256$1$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw";

    assertThat(PasswordHash.matches("passwd", known)).isTrue();
    assertThat(PasswordHash.matches("passwd ", known)).isFalse();
  }

  @Test
  void a_hash_that_was_not_made_here_is_refused() {
    assertThatThrownBy(() -> PasswordHash.matches("x", "{bcrypt}abc"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PasswordHash.matches("x", "pbkdf2-sha256$99999999$c2FsdA$c2FsdA"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
