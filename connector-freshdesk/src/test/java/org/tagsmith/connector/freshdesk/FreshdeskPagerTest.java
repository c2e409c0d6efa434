package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.connector.freshdesk.wire.TicketJson;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class FreshdeskPagerTest {
  private static final long T = Instant.parse("2026-05-06T11:00:00Z").getEpochSecond();
  private static final String SINCE = "updated_since=2026-05-06T10:59:59Z";
  private static final Trail TRAIL = new Trail(T, -1, 0);
  private static final FreshdeskCursor START = FreshdeskCursor.startingAt(Instant.ofEpochSecond(T));

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final FreshdeskParts parts = new FreshdeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void a_window_is_asked_for_with_its_time_oldest_change_first_and_with_names() {
    edge.answers(rows(1, T));

    parts.pager.read(START);

    assertThat(line(0))
        .isEqualTo(
            "GET /api/v2/tickets?"
                + SINCE
                + "&order_by=updated_at&order_type=asc&per_page=100&page=1&include=requester,stats");
  }

  @Test
  void a_full_page_begins_a_new_window_at_its_last_second() {
    edge.answers(spread(100, T));

    FreshdeskPage page = parts.pager.read(START);

    assertThat(page.tickets()).hasSize(100);
    assertThat(page.next().tickets().from()).isEqualTo(T + 99);
    assertThat(page.next().place()).isEqualTo(Place.WINDOW);
  }

  @Test
  void a_page_that_links_to_a_next_one_is_not_the_last_however_short() {
    edge.answers(
        spread(3, T)
            .with("Link", "<https://elsewhere.example/api/v2/tickets?page=2>; rel=\"next\""));

    FreshdeskPage page = parts.pager.read(START);

    assertThat(page.next().listing()).isEqualTo(Listing.TICKETS);
    assertThat(page.next().tickets().from()).isEqualTo(T + 2);
  }

  @Test
  void rows_that_share_a_second_are_read_page_after_page_and_once_more_backward() {
    edge.answers(rows(100, T), rows(100, T), spread(100, T), rows(100, T), rows(100, T));

    FreshdeskCursor cursor = START;
    for (int i = 0; i < 5; i++) {
      cursor = parts.pager.read(cursor).next();
    }

    assertThat(edge.lines()).map(FreshdeskPagerTest::page).containsExactly(1, 2, 3, 2, 1);
    assertThat(edge.lines()).allMatch(line -> decoded(line).contains(SINCE));
    assertThat(cursor.tickets().from()).isEqualTo(T + 99);
    assertThat(cursor.place()).isEqualTo(Place.WINDOW);
  }

  @Test
  void a_crowded_second_at_the_end_of_the_list_ends_it_after_the_way_back() {
    edge.answers(rows(100, T), rows(40, T), rows(100, T));

    FreshdeskCursor cursor = START;
    for (int i = 0; i < 3; i++) {
      cursor = parts.pager.read(cursor).next();
    }

    assertThat(edge.lines()).map(FreshdeskPagerTest::page).containsExactly(1, 2, 1);
    assertThat(cursor.listing()).isEqualTo(Listing.DELETED);
  }

  @Test
  void the_301st_page_is_never_asked_for_but_each_ticket_by_its_number() {
    edge.answers(
        rows(1, T), // the newest: number 1
        Canned.json("{\"id\":1,\"updated_at\":\"" + Instant.ofEpochSecond(T) + "\"}"));
    FreshdeskCursor wall = START.at(Place.onward(30_000), TRAIL);

    FreshdeskPage atTheWall = parts.pager.read(wall);
    FreshdeskPage byNumber = parts.pager.read(atTheWall.next());

    assertThat(line(0)).contains("order_by=created_at&order_type=desc&per_page=1");
    assertThat(line(1)).isEqualTo("GET /api/v2/tickets/1");
    assertThat(byNumber.tickets()).extracting(TicketJson::id).containsExactly(1L);
    assertThat(byNumber.next().tickets().from()).isEqualTo(T + 1);
    assertThat(byNumber.next().place()).isEqualTo(Place.WINDOW);
  }

  @Test
  void numbers_that_lead_nowhere_are_passed_over_and_a_read_takes_twenty() {
    edge.answers(Canned.json(404, ""));

    FreshdeskPage page = parts.pager.read(START.at(Place.numbers(5, 30), TRAIL));

    assertThat(page.tickets()).isEmpty();
    assertThat(edge.calls()).hasSize(20);
    assertThat(page.next().place()).isEqualTo(Place.numbers(25, 30));
  }

  @Test
  void small_pages_do_not_meet_the_wall_before_large_ones() {
    edge.answers(Canned.html(500), rows(50, T), rows(100, T));
    parts.pager.read(START);

    parts.pager.read(START.at(Place.onward(20_000), TRAIL));

    assertThat(edge.lines()).map(FreshdeskPagerTest::size).containsExactly(100, 50, 100);
    assertThat(page(edge.lines().get(2))).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void a_page_over_which_freshdesk_breaks_down_is_asked_for_in_halves(int status) {
    edge.answers(Canned.html(status), Canned.html(status), rows(1, T), rows(1, T));

    parts.pager.read(START);
    parts.pager.read(START);

    assertThat(edge.lines()).map(FreshdeskPagerTest::size).containsExactly(100, 50, 25, 25);
  }

  @Test
  void a_read_gives_up_when_the_smallest_page_is_too_heavy() {
    edge.answers(Canned.html(504));

    assertThatThrownBy(() -> parts.pager.read(START))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    assertThat(edge.calls()).hasSize(3);
  }

  @Test
  void halves_begin_where_the_whole_would_have() {
    edge.answers(Canned.html(500), rows(50, T));

    FreshdeskPage page = parts.pager.read(START.at(Place.onward(200), TRAIL));

    assertThat(edge.lines()).map(FreshdeskPagerTest::page).containsExactly(3, 5);
    assertThat(page.next().place()).isEqualTo(Place.onward(250));
  }

  @Test
  void a_page_of_another_window_is_asked_for_again() {
    edge.answers(spread(100, T - 200), spread(100, T));

    assertThat(parts.pager.read(START).next().tickets().from()).isEqualTo(T + 99);
  }

  @Test
  void a_list_that_does_not_keep_its_time_stops_the_reading() {
    edge.answers(spread(100, T - 200));

    assertThatThrownBy(() -> parts.pager.read(START))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("updated_since");
    assertThat(edge.calls()).hasSize(2);
  }

  @Test
  void a_list_that_runs_backward_stops_the_reading() {
    edge.answers(
        Canned.json(
            IntStream.range(0, 10)
                .mapToObj(i -> row(i + 1, T + 100 - i))
                .collect(Collectors.joining(",", "[", "]"))));

    assertThatThrownBy(() -> parts.pager.read(START))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("order");
  }

  @Test
  void a_refusal_breaks_the_contract() {
    edge.answers(
        Canned.json(
            400,
            "{\"description\":\"Validation failed\",\"errors\":[{\"field\":\"page\","
                + "\"message\":\"You cannot access tickets beyond the 300th page.\","
                + "\"code\":\"invalid_value\"}]}"));

    assertThatThrownBy(() -> parts.pager.read(START))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("400 invalid_value for page");
  }

  @Test
  void deleted_tickets_spam_and_ratings_have_lists_of_their_own() {
    edge.answers(Canned.json("[]"));

    FreshdeskCursor cursor = parts.pager.read(START).next();
    cursor = parts.pager.read(cursor).next();
    cursor = parts.pager.read(cursor).next();
    cursor = parts.pager.read(cursor).next();

    assertThat(line(1)).contains(SINCE).endsWith("&filter=deleted");
    assertThat(line(2)).contains(SINCE).endsWith("&filter=spam");
    assertThat(line(3)).startsWith("GET /api/v2/surveys/satisfaction_ratings?created_since=");
    assertThat(cursor.isAtRest()).isTrue();
  }

  private String line(int call) {
    return decoded(edge.lines().get(call));
  }

  private static String decoded(String line) {
    return URLDecoder.decode(line, StandardCharsets.UTF_8);
  }

  private static int page(String line) {
    return Integer.parseInt(line.replaceAll(".*[?&]page=(\\d+).*", "$1"));
  }

  private static int size(String line) {
    return Integer.parseInt(line.replaceAll(".*per_page=(\\d+).*", "$1"));
  }

  /** Rows that all share a second. */
  private static Canned rows(int count, long second) {
    return Canned.json(
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> row(id, second))
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** Rows of one second each. */
  private static Canned spread(int count, long first) {
    return Canned.json(
        IntStream.range(0, count)
            .mapToObj(i -> row(i + 1, first + i))
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static String row(int id, long second) {
    return "{\"id\":" + id + ",\"updated_at\":\"" + Instant.ofEpochSecond(second) + "\"}";
  }
}
