package org.tagsmith.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.access.SessionToken.Kind;

class SessionTokenTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final SessionToken TOKEN =
      new SessionToken(Kind.SIDEBAR, 7, "agent 馬 42", NOW, NOW.plusSeconds(60));

  @Test
  void a_token_is_read_as_it_was_signed() {
    assertThat(SessionToken.verify(TOKEN.sign(KEY), Kind.SIDEBAR, KEY, NOW)).contains(TOKEN);
  }

  @Test
  void a_token_ends_at_its_end() {
    String token = TOKEN.sign(KEY);

    assertThat(SessionToken.verify(token, Kind.SIDEBAR, KEY, NOW.plusMillis(59_999))).isPresent();
    assertThat(SessionToken.verify(token, Kind.SIDEBAR, KEY, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void a_sidebar_token_opens_no_console() {
    assertThat(SessionToken.verify(TOKEN.sign(KEY), Kind.CONSOLE, KEY, NOW)).isEmpty();
  }

  @Test
  void a_token_of_another_key_is_worth_nothing() {
    byte[] other = KEY.clone();
    other[31]++;

    assertThat(SessionToken.verify(TOKEN.sign(other), Kind.SIDEBAR, KEY, NOW)).isEmpty();
  }

  @Property
  void a_token_with_any_byte_changed_is_worth_nothing(
      @ForAll @IntRange(max = 1000) int at, @ForAll @ByteRange(min = 1) byte by) {
    byte[] bytes = Base64.getUrlDecoder().decode(TOKEN.sign(KEY));
    bytes[at % bytes.length] ^= by;
    String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(SessionToken.verify(changed, Kind.SIDEBAR, KEY, NOW)).isEmpty();
  }

  @Property
  void anything_else_is_no_token(@ForAll String text) {
    assertThat(SessionToken.verify(text, Kind.SIDEBAR, KEY, NOW)).isEmpty();
  }

  @Property
  void bytes_that_nobody_signed_are_no_token(@ForAll @Size(max = 200) byte[] bytes) {
    String text = Base64.getUrlEncoder().encodeToString(bytes);

    assertThat(SessionToken.verify(text, Kind.CONSOLE, KEY, NOW)).isEmpty();
  }

  @Test
  void a_signed_token_that_is_too_short_to_say_anything_is_no_token() {
    String cut = new SessionToken(Kind.SIDEBAR, 7, "", NOW, NOW).sign(KEY);

    for (int length = 0; length < cut.length(); length++) {
      assertThat(SessionToken.verify(cut.substring(0, length), Kind.SIDEBAR, KEY, NOW)).isEmpty();
    }
    assertThat(SessionToken.verify(null, Kind.SIDEBAR, KEY, NOW)).isEmpty();
  }

  @Test
  void a_million_tokens_of_a_megabyte_cost_nothing() {
    String huge = "A".repeat(1_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 1_000_000; i++) {
            assertThat(SessionToken.verify(huge, Kind.SIDEBAR, KEY, NOW).isPresent()).isFalse();
          }
        });
  }
}
