package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SyncCursor;

class ZendeskCursorTest {
  @Property
  void a_start_survives_being_written_down(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    ZendeskCursor cursor = ZendeskCursor.startingAt(Instant.ofEpochSecond(second));

    assertThat(ZendeskCursor.decode(cursor.encode())).isEqualTo(cursor);
  }

  @Property
  void a_place_in_the_stream_survives_being_written_down(
      @ForAll("zendeskCursors") String after,
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    ZendeskCursor cursor = ZendeskCursor.after(after, Instant.ofEpochSecond(second));
    ZendeskCursor unread = ZendeskCursor.after(after, null);

    assertThat(ZendeskCursor.decode(cursor.encode())).isEqualTo(cursor);
    assertThat(ZendeskCursor.decode(unread.encode())).isEqualTo(unread);
  }

  @Property
  void no_text_whatever_does_more_harm_than_a_clear_refusal(@ForAll String text) {
    if (text.isBlank()) {
      return;
    }
    try {
      SyncCursor stored = new SyncCursor(text);
      assertThat(ZendeskCursor.decode(stored).encode()).isNotNull();
    } catch (ConnectorFailure.ContractBroken e) {
      assertThat(e).hasMessageContaining("bookmark");
    }
  }

  @Provide
  Arbitrary<String> zendeskCursors() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(200);
  }

  @Test
  void the_written_form_is_what_was_stored_by_earlier_versions() {
    assertThat(ZendeskCursor.startingAt(Instant.ofEpochSecond(946684800)).encode().encoded())
        .isEqualTo("z1:s:946684800");
    assertThat(
            ZendeskCursor.after("MTY5NTA2MjcyNC4wfHwxNTcxfA==", Instant.ofEpochSecond(1695062724))
                .encode()
                .encoded())
        .isEqualTo("z1:c:1695062724:MTY5NTA2MjcyNC4wfHwxNTcxfA==");
  }

  @Test
  void a_time_before_the_epoch_starts_at_the_epoch() {
    assertThat(ZendeskCursor.startingAt(Instant.parse("1900-01-01T00:00:00Z")).startTime())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"z1:s:", "z1:s:x", "z1:c:12:", "z1:c::a b", "z1:x:1", "z1:s:1234567890123"})
  void a_damaged_bookmark_is_refused_with_its_remedy(String text) {
    SyncCursor stored = new SyncCursor(text);

    assertThatThrownBy(() -> ZendeskCursor.decode(stored))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("reset it");
  }

  @Test
  void a_bookmark_of_a_newer_version_is_refused_as_such() {
    SyncCursor stored = new SyncCursor("z2:something");

    assertThatThrownBy(() -> ZendeskCursor.decode(stored))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("format this version cannot read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "line\nbreak", "ü"})
  void what_cannot_be_a_cursor_is_not_taken_for_one(String text) {
    assertThatThrownBy(() -> ZendeskCursor.after(text, null))
        .isInstanceOf(ConnectorFailure.ContractBroken.class);
  }
}
