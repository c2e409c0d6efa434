package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;
import org.tagsmith.domain.ticket.Rating;
import org.tagsmith.domain.ticket.Satisfaction;
import org.tagsmith.domain.ticket.TicketRating;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;

class FreshdeskRatingsTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final FreshdeskCursor RATINGS =
      new FreshdeskCursor(
          Listing.RATINGS,
          Place.RESTING,
          Trail.startingAt(START),
          Trail.startingAt(START),
          Trail.startingAt(START),
          Trail.startingAt(START),
          0);

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void a_full_page_is_followed_by_the_next_one_of_the_same_window() {
    edge.answers(ratings(100), ratings(3));

    FreshdeskPage first = parts.pager.read(RATINGS);
    FreshdeskPage second = parts.pager.read(first.next());

    assertThat(first.ratings()).hasSize(100);
    assertThat(second.ratings()).hasSize(3);
    assertThat(edge.lines().get(0))
        .endsWith("created_since=2026-05-01T00%3A00%3A00Z&per_page=100&page=1");
    assertThat(edge.lines().get(1))
        .endsWith("created_since=2026-05-01T00%3A00%3A00Z&per_page=100&page=2");
    assertThat(second.next().isAtRest()).isTrue();
    assertThat(second.next().ratings().seen()).isEqualTo(START.plusSeconds(100).getEpochSecond());
  }

  @Test
  void behind_the_last_page_that_is_to_be_had_a_new_window_begins() {
    edge.answers(ratings(100));
    Trail trail = Trail.startingAt(START);

    FreshdeskPage page = parts.pager.read(RATINGS.at(Place.onward(29_900), trail));

    assertThat(edge.lines().get(0)).endsWith("&page=300");
    assertThat(page.next().place()).isEqualTo(Place.WINDOW);
    assertThat(page.next().ratings().from()).isEqualTo(START.plusSeconds(100).getEpochSecond());
  }

  @Test
  void a_plan_without_surveys_has_no_ratings_and_reads_on() {
    edge.answers(Canned.json(403, "{\"code\":\"require_feature\"}"));

    FreshdeskPage page = parts.pager.read(RATINGS);

    assertThat(page.ratings()).isEmpty();
    assertThat(page.next().isAtRest()).isTrue();
  }

  @Test
  void a_rating_given_after_all_was_read_is_found_by_the_next_sweep() {
    MovableClock clock = new MovableClock();
    try (SandboxFreshdesk sandbox = FreshdeskParts.sandbox(30, clock);
        FreshdeskParts reading = FreshdeskParts.reading(sandbox, 10, clock)) {
      TicketBatch last = readToTheEnd(reading, null);
      SandboxTicket ticket =
          sandbox
              .tickets()
              .all()
              .filter(each -> each.rating() == null && !each.deleted() && !each.spam())
              .findFirst()
              .orElseThrow();
      sandbox
          .tickets()
          .change(
              ticket.id(),
              "customer",
              each ->
                  each.but()
                      .rating(
                          new SandboxTicket.Rating(
                              -103, "Never again", clock.instant().getEpochSecond()))
                      .done());
      clock.move(FreshdeskCursor.BETWEEN_SWEEPS);

      TicketBatch found = readToTheEnd(reading, last);

      assertThat(found.ratings())
          .contains(
              new TicketRating(
                  ticket.id(),
                  new Rating(Satisfaction.BAD, "-103"),
                  clock.instant().minus(FreshdeskCursor.BETWEEN_SWEEPS)));
    }
  }

  /** The last page that held ratings. */
  private static TicketBatch readToTheEnd(FreshdeskParts reading, TicketBatch from) {
    TicketBatch batch = from;
    TicketBatch rated = null;
    do {
      batch =
          reading.connector.read(
              FreshdeskParts.ACCOUNT,
              batch == null ? reading.connector.startAt(Instant.EPOCH) : batch.next());
      rated = batch.ratings().isEmpty() ? rated : batch;
    } while (!batch.endOfStream());
    return from == null ? batch : rated;
  }

  private static Canned ratings(int count) {
    return Canned.json(
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    "{\"ticket_id\":%d,\"ratings\":{\"default_question\":103},\"created_at\":\"%s\"}"
                        .formatted(i, START.plusSeconds(i)))
            .collect(Collectors.joining(",", "[", "]")));
  }
}
