package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.http.HelpdeskEdge;
import org.tagsmith.domain.sync.http.HelpdeskEdge.Canned;

class ZendeskPagerTest {
  private static final ZendeskCursor LONG_AGO =
      ZendeskCursor.startingAt(Instant.parse("2000-01-01T00:00:00Z"));
  private static final ZendeskCursor HERE = ZendeskCursor.after("here", null);
  private static final Canned BIG =
      Canned.json("{\"tickets\":[" + "{\"id\":7},".repeat(2_500_000) + "{}]}");

  private final HelpdeskEdge edge = new HelpdeskEdge();
  private final ZendeskParts parts = new ZendeskParts(edge.uri());

  @AfterEach
  void close() {
    parts.close();
    edge.close();
  }

  @Test
  void the_first_page_starts_at_a_time_and_asks_for_people_and_organisations() {
    edge.answers(page("next", false));

    parts.pager.read(LONG_AGO);

    assertThat(edge.lines())
        .containsExactly(
            "GET /api/v2/incremental/tickets/cursor.json?start_time=946684800&per_page=1000"
                + "&include=users,organizations,groups,metric_sets");
  }

  @Test
  void the_next_page_is_asked_for_by_the_cursor_alone() {
    edge.answers(page("next", false));

    parts.pager.read(ZendeskCursor.after("MTY5NTA2MjcyNC4wfHwxNTcxfA==", null));

    assertThat(edge.lines())
        .containsExactly(
            "GET /api/v2/incremental/tickets/cursor.json?cursor=MTY5NTA2MjcyNC4wfHwxNTcxfA%3D%3D"
                + "&per_page=1000&include=users,organizations,groups,metric_sets");
  }

  @Test
  void the_host_of_the_next_page_is_never_taken_from_the_answer() {
    try (HelpdeskEdge elsewhere = new HelpdeskEdge().answers(page("x", true))) {
      edge.answers(
          Canned.json(
              "{\"tickets\":[],\"after_cursor\":\"next\",\"after_url\":\""
                  + elsewhere.uri()
                  + "/api/v2/incremental/tickets/cursor.json?cursor=next\",\"end_of_stream\":false}"),
          page("end", true));

      ZendeskPage first = parts.pager.read(LONG_AGO);
      parts.pager.read(ZendeskCursor.after(first.next(), null));

      assertThat(elsewhere.calls()).isEmpty();
      assertThat(edge.lines().get(1)).contains("cursor=next&");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-06T12:00:00Z", "2026-05-06T11:59:30Z", "2030-01-01T00:00:00Z"})
  void a_start_within_the_last_minute_is_moved_back(String from) {
    edge.answers(page("next", false));

    parts.pager.read(ZendeskCursor.startingAt(Instant.parse(from)));

    assertThat(edge.lines().get(0))
        .contains("start_time=" + ZendeskParts.NOW.minusSeconds(65).getEpochSecond());
  }

  @Test
  void a_start_that_zendesks_clock_finds_too_recent_is_moved_back_once_more() {
    edge.answers(Canned.json(400, "{\"error\":\"StartTimeTooRecent\"}"), page("next", false));

    parts.pager.read(ZendeskCursor.startingAt(ZendeskParts.NOW));

    assertThat(edge.lines().get(1))
        .contains("start_time=" + ZendeskParts.NOW.minusSeconds(900).getEpochSecond());
  }

  @Test
  void another_refusal_breaks_the_contract() {
    edge.answers(Canned.json(400, "{\"error\":\"InvalidCursor\"}"));

    assertThatThrownBy(() -> parts.pager.read(HERE))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("InvalidCursor");
  }

  @Test
  void a_cursor_that_repeats_once_is_asked_for_again() {
    edge.answers(page("here", false), page("next", false));

    assertThat(parts.pager.read(HERE).next()).isEqualTo("next");
  }

  @Test
  void a_cursor_that_is_stuck_stops_the_reading() {
    edge.answers(page("here", false));

    assertThatThrownBy(() -> parts.pager.read(HERE))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("does not move on");
    assertThat(edge.calls()).hasSize(2);
  }

  @Test
  void the_same_cursor_at_the_end_of_the_stream_is_no_fault() {
    edge.answers(page("here", true));

    ZendeskPage page = parts.pager.read(HERE);

    assertThat(page.endOfStream()).isTrue();
    assertThat(page.next()).isEqualTo("here");
  }

  @Test
  void an_answer_that_does_not_say_whether_it_is_the_last_stops_the_reading() {
    edge.answers(Canned.json("{\"tickets\":[],\"after_cursor\":\"next\"}"));

    assertThatThrownBy(() -> parts.pager.read(HERE))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("end_of_stream");
  }

  @Test
  void more_to_come_without_a_cursor_stops_the_reading() {
    edge.answers(Canned.json("{\"tickets\":[],\"after_cursor\":null,\"end_of_stream\":false}"));

    assertThatThrownBy(() -> parts.pager.read(HERE))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("after_cursor");
  }

  @Test
  void a_page_that_is_too_slow_is_asked_for_in_halves_and_the_size_is_remembered() {
    edge.answers(Canned.html(504), Canned.html(504), page("a", false), page("b", false));

    parts.pager.read(HERE);
    parts.pager.read(ZendeskCursor.after("a", null));

    assertThat(edge.lines()).map(ZendeskPagerTest::size).containsExactly(1000, 500, 250, 250);
  }

  @Test
  void a_read_gives_up_after_three_slow_pages_and_the_next_one_goes_on_smaller() {
    edge.answers(Canned.html(504), Canned.html(504), Canned.html(504), page("a", false));

    assertThatThrownBy(() -> parts.pager.read(HERE))
        .isInstanceOf(ConnectorFailure.Unreachable.class);
    parts.pager.read(HERE);

    assertThat(edge.lines()).map(ZendeskPagerTest::size).containsExactly(1000, 500, 250, 125);
  }

  @Test
  void a_page_that_is_too_big_is_asked_for_in_halves_until_it_fits() {
    edge.answers(BIG, BIG, BIG, BIG, page("a", false));

    parts.pager.read(HERE);

    assertThat(edge.lines()).map(ZendeskPagerTest::size).containsExactly(1000, 500, 250, 125, 62);
  }

  @Test
  void a_page_that_is_too_big_at_any_size_breaks_the_contract() {
    edge.answers(BIG);

    assertThatThrownBy(() -> parts.pager.read(HERE))
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("larger than");
    assertThat(edge.lines())
        .map(ZendeskPagerTest::size)
        .containsExactly(1000, 500, 250, 125, 62, 31, 25);
  }

  @Test
  void the_size_grows_back_after_good_pages() {
    edge.answers(
        Canned.html(504),
        page("a", false),
        page("b", false),
        page("c", false),
        page("d", false),
        page("e", false));

    for (String at : new String[] {"x", "a", "b", "c", "d"}) {
      parts.pager.read(ZendeskCursor.after(at, null));
    }

    assertThat(edge.lines())
        .map(ZendeskPagerTest::size)
        .containsExactly(1000, 500, 500, 500, 500, 1000);
  }

  private static int size(String line) {
    return Integer.parseInt(line.replaceAll(".*per_page=(\\d+).*", "$1"));
  }

  private static Canned page(String after, boolean end) {
    return Canned.json(
        "{\"tickets\":[],\"after_cursor\":\"" + after + "\",\"end_of_stream\":" + end + "}");
  }
}
