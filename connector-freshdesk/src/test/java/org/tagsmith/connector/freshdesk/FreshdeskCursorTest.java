package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.SyncCursor;

class FreshdeskCursorTest {
  private static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");

  @Property(tries = 200)
  void a_place_survives_being_written_down(
      @ForAll Listing listing,
      @ForAll Place.Way way,
      @ForAll @LongRange(min = 0, max = 40_000_000_000_000L) long offset,
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second,
      @ForAll @LongRange(min = -1, max = 253_402_300_799L) long seen) {
    FreshdeskCursor cursor =
        new FreshdeskCursor(
            listing,
            new Place(way, offset, second),
            new Trail(second, seen, 1),
            new Trail(0, -1, second),
            new Trail(7, seen, second),
            new Trail(second, seen, 9),
            second);

    assertThat(FreshdeskCursor.decode(cursor.encode())).isEqualTo(cursor);
  }

  @Example
  void the_format_is_as_it_was_since_its_second_version() {
    assertThat(FreshdeskCursor.startingAt(Instant.ofEpochSecond(946_684_800)).encode().encoded())
        .isEqualTo("f2:to:0:0:946684800,-1,0:946684800,-1,0:946684800,-1,0:946684800,-1,0:0");
  }

  @Example
  void a_bookmark_of_the_first_version_reads_on_where_it_was_and_all_ratings() {
    FreshdeskCursor read =
        FreshdeskCursor.decode(new SyncCursor("f1:do:100:7:9,8,7:6,5,4:3,2,1:77"));

    assertThat(read)
        .isEqualTo(
            new FreshdeskCursor(
                Listing.DELETED,
                new Place(Place.Way.ONWARD, 100, 7),
                new Trail(9, 8, 7),
                new Trail(6, 5, 4),
                new Trail(3, 2, 1),
                Trail.startingAt(Instant.EPOCH),
                77));
  }

  @Example
  void a_bookmark_that_is_damaged_or_newer_is_told() {
    assertThatThrownBy(() -> FreshdeskCursor.decode(new SyncCursor("f1:to:0:0")))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> FreshdeskCursor.decode(new SyncCursor("f3:x")))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("this version cannot read");
  }

  @Example
  void the_last_minute_is_read_again_until_nothing_new_came_for_ten_minutes() {
    Trail trail = new Trail(0, -1, 0).saw(5_000, NOW);

    assertThat(trail.atEnd(NOW.plusSeconds(599)).from()).isEqualTo(5_000 - 60);
    assertThat(trail.atEnd(NOW.plusSeconds(600)).from()).isEqualTo(5_000 + 2);
  }

  @Example
  void a_clock_that_was_set_back_neither_ends_the_overlap_nor_keeps_deletions_away() {
    Trail trail = new Trail(0, -1, 0).saw(5_000, NOW.plusSeconds(3_600)).saw(5_000, NOW);
    FreshdeskCursor cursor =
        new FreshdeskCursor(
            Listing.TICKETS,
            Place.RESTING,
            trail,
            trail,
            trail,
            trail,
            NOW.getEpochSecond() + 3_600);

    assertThat(trail.atEnd(NOW.plusSeconds(600)).from()).isEqualTo(5_000 + 2);
    assertThat(cursor.atEndOfList(NOW).listing()).isEqualTo(Listing.DELETED);
  }

  @Example
  void deleted_tickets_spam_and_ratings_are_swept_once_a_minute() {
    FreshdeskCursor end = FreshdeskCursor.startingAt(Instant.EPOCH).atEndOfList(NOW);
    assertThat(end.listing()).isEqualTo(Listing.DELETED);
    end = end.atEndOfList(NOW);
    assertThat(end.listing()).isEqualTo(Listing.SPAM);
    end = end.atEndOfList(NOW);
    assertThat(end.listing()).isEqualTo(Listing.RATINGS);
    assertThat(end.isAtRest()).isFalse();
    end = end.atEndOfList(NOW);
    assertThat(end.isAtRest()).isTrue();

    assertThat(end.atEndOfList(NOW.plusSeconds(59)).isAtRest()).isTrue();
    assertThat(end.atEndOfList(NOW.plusSeconds(60)).listing()).isEqualTo(Listing.DELETED);
  }

  @Example
  void a_stream_that_ends_has_its_end_in_the_bookmark() {
    FreshdeskCursor cursor =
        FreshdeskCursor.startingAt(Instant.ofEpochSecond(946_684_800))
            .endingAt(Instant.ofEpochSecond(1_700_000_000));

    assertThat(cursor.encode().encoded())
        .isEqualTo(
            "f3:1700000000:to:0:0:946684800,-1,0:946684800,-1,0:946684800,-1,0:946684800,-1,0:0");
    assertThat(FreshdeskCursor.decode(cursor.encode())).isEqualTo(cursor);
    assertThat(FreshdeskCursor.decode(cursor.atEndOfList(NOW).encode()).until())
        .isEqualTo(1_700_000_000);
  }

  @Example
  void a_stream_ends_only_where_no_crowded_second_is_being_read() {
    FreshdeskCursor cursor =
        FreshdeskCursor.startingAt(Instant.EPOCH).endingAt(Instant.ofEpochSecond(1_000));

    assertThat(cursor.hasPassedItsEnd(new Window.Step(Place.WINDOW, 1_001))).isTrue();
    assertThat(cursor.hasPassedItsEnd(new Window.Step(Place.WINDOW, 1_000))).isFalse();
    assertThat(cursor.hasPassedItsEnd(new Window.Step(Place.back(100, 1_001), 900))).isFalse();
    assertThat(
            FreshdeskCursor.startingAt(Instant.EPOCH)
                .hasPassedItsEnd(new Window.Step(Place.WINDOW, 1_001)))
        .isFalse();
  }
}
