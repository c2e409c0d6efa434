package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.LabelWriteOutcome.Written;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.usecase.WholeSync;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.http.Fault;
import org.tagsmith.sandbox.freshdesk.http.Plan;
import org.tagsmith.sandbox.http.Mishap;

/**
 * What users of other programs complain about most, one test for each of the ten as it concerns
 * Freshdesk. The real connector against the sandbox; what each mode did to others is told in
 * BEHAVIOR.md.
 */
class TenFailureModesTest {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final int TICKETS = 60;
  private static final int PAGE = 10;
  private static final int MOST_PAGES = 2_000;

  private final SandboxedFreshdesk freshdesk = new SandboxedFreshdesk(TICKETS, PAGE);

  @AfterEach
  void close() {
    freshdesk.close();
  }

  @Test
  void mode_01_a_second_of_many_pages_comes_to_its_end_whatever_a_list_repeats_or_links_to() {
    freshdesk.relabelAtOnce(freshdesk.tickets().keySet(), "same_second");
    freshdesk.settle();

    Reading reading = new Reading();
    reading.toTheEnd();

    assertThat(reading.labels()).isEqualTo(freshdesk.tickets());
    for (Mishap fault : List.of(Fault.repeatedPage(), Fault.stuckLink())) {
      freshdesk.settle();
      freshdesk.relabelAtOnce(freshdesk.tickets().keySet(), "despite_" + fault.name());
      freshdesk.faults().always(freshdesk.listPath(), fault);
      int before = freshdesk.journal().calls().size();

      reading.toTheEnd();

      freshdesk.faults().clear();
      assertThat(reading.labels()).as(fault.name()).isEqualTo(freshdesk.tickets());
      assertThat(freshdesk.journal().calls().size() - before)
          .as("calls with a list that is " + fault.name())
          .isLessThan(60);
    }
  }

  @Test
  void mode_02_a_stamp_that_moves_by_itself_after_a_ticket_was_read_is_read_again() {
    Reading reading = new Reading();
    reading.toTheEnd();
    long ticket = freshdesk.open(Set.of("fresh"));
    reading.toTheEnd();
    Instant read = reading.tickets.get(ticket).updatedAt();
    // the due times, and with them updated_at, follow some seconds after the answer
    freshdesk.settle();

    reading.toTheEnd();

    assertThat(reading.tickets.get(ticket).updatedAt()).isAfter(read);
    assertThat(reading.labels()).isEqualTo(freshdesk.tickets());
  }

  @Test
  void mode_03_rows_at_the_edges_of_pages_are_neither_lost_nor_doubled() {
    try (DatabaseForTests database = DatabaseForTests.migrated()) {
      WholeSync sync = new WholeSync(database, freshdesk.account(), freshdesk.connector());
      freshdesk.relabelAtOnce(freshdesk.tickets().keySet(), "same_second");
      freshdesk.settle();
      // equal stamps change places, the list moves, and each run is broken off
      for (int run = 0; run < TICKETS / PAGE; run++) {
        Mishap brokenOff = Fault.credentialsRejected();
        freshdesk.faults().next(freshdesk.listPath(), Fault.turnedTies(), brokenOff);
        sync.readWith(freshdesk.freshConnector());
        freshdesk.relabelAtOnce(freshdesk.tickets().keySet(), "run_" + run);
      }
      freshdesk.faults().clear();
      freshdesk.settle();
      sync.readAll();

      assertThat(sync.stored()).isEqualTo(freshdesk.tickets());
      assertThat(sync.contactsCounted()).isEqualTo(freshdesk.tickets().size());
      assertThat(sync.ticketsCounted()).isEqualTo(sync.number("select count(*) from ticket"));
    }
  }

  @Test
  void mode_04_a_clock_of_ours_that_is_off_by_ten_minutes_neither_stops_nor_skips() {
    for (Duration off : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10), Duration.ZERO)) {
      Reading reading = new Reading();
      reading.toTheEnd();
      freshdesk.ourClock().ahead(off);
      long ticket = freshdesk.tickets().keySet().iterator().next();
      freshdesk.clock().pass(Duration.ofSeconds(15));
      freshdesk.relabel(ticket, Set.of("since_" + off.toMinutes()));

      reading.toTheEnd();

      assertThat(reading.labels()).isEqualTo(freshdesk.tickets());
    }
    assertThat(freshdesk.journal().calls()).allMatch(call -> call.status() == 200);
  }

  @ParameterizedTest
  @CsvSource({"429, 30", "429-no-time, 60", "429-html, 60", "503-with-time, 30"})
  void mode_05_a_throttle_waits_as_asked_or_a_minute_and_goes_on_where_it_was(
      String fault, int seconds) {
    Reading reading = new Reading();
    reading.page();
    Mishap throttle =
        fault.equals("503-with-time") ? Fault.unavailable(30) : freshdesk.mishap(fault, 0);
    freshdesk.faults().next(freshdesk.listPath(), throttle);
    int before = freshdesk.journal().calls().size();

    ConnectorFailure.Throttled told =
        catchThrowableOfType(ConnectorFailure.Throttled.class, reading::page);

    assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(freshdesk.journal().calls()).as("asked no second time").hasSize(before + 1);
    reading.toTheEnd();
    assertThat(reading.labels()).isEqualTo(freshdesk.tickets());
  }

  @Test
  void mode_06_pages_that_are_too_heavy_are_asked_for_smaller_until_they_come() {
    try (SandboxedFreshdesk heavy = new SandboxedFreshdesk(500, 100)) {
      heavy.faults().always(heavy.listPath(), Fault.gatewayTimeoutAbove(25));
      Reading reading = new Reading(heavy);

      reading.toTheEnd();

      assertThat(reading.labels()).isEqualTo(heavy.tickets());
      // tried anew after four pages that went well
      assertThat(heavy.journal().calls(call -> call.status() == 504)).hasSizeBetween(2, 12);
    }
  }

  @Test
  void mode_07_a_deleted_ticket_is_deleted_here_and_refuses_labels_without_a_failure() {
    Reading reading = new Reading();
    reading.toTheEnd();
    long ticket = freshdesk.tickets().keySet().iterator().next();
    freshdesk.delete(ticket);
    freshdesk.settle();

    reading.toTheEnd();

    assertThat(reading.tickets.get(ticket).status()).isEqualTo(TicketStatus.DELETED);
    assertThat(freshdesk.connector().write(freshdesk.account(), add(ticket, "late")))
        .isEqualTo(new Refused("deleted", Set.of()));
    freshdesk.sandbox.tickets().purge(ticket);
    assertThat(freshdesk.connector().readTickets(freshdesk.account(), Set.of(ticket)).gone())
        .containsExactly(ticket);
  }

  @Test
  void mode_08_tags_that_others_set_before_our_reading_and_after_our_writing_stay() {
    long ticket = freshdesk.tickets().keySet().iterator().next();
    Set<String> foreign = new HashSet<>();
    freshdesk
        .faults()
        .always(
            request -> request.path().endsWith("/tickets/" + ticket) && foreign.size() < 3,
            aroundTheCall(ticket, foreign));

    var outcome = freshdesk.connector().write(freshdesk.account(), add(ticket, "ours"));

    assertThat(outcome).isInstanceOf(Written.class);
    assertThat(foreign).hasSize(3);
    assertThat(freshdesk.tickets().get(ticket)).contains("ours").containsAll(foreign);
    assertThat(freshdesk.connector().write(freshdesk.account(), add(ticket, "x".repeat(33))))
        .isEqualTo(new Refused("too-long", Set.of("x".repeat(33))));
  }

  @Test
  void mode_09_more_than_three_hundred_pages_of_tickets_older_than_thirty_days_are_all_read() {
    try (SandboxedFreshdesk large = new SandboxedFreshdesk(30_400, 100)) {
      Reading reading = new Reading(large);

      reading.toTheEnd();

      assertThat(reading.labels()).isEqualTo(large.tickets());
      assertThat(large.journal().calls(call -> call.path().equals(large.listPath())))
          .hasSizeGreaterThan(300)
          .allMatch(call -> call.status() == 200)
          .allMatch(call -> call.query().contains("updated_since="));
    }
  }

  @Test
  void mode_10_deletions_spam_and_the_archive_are_told_apart_and_credits_are_kept_to()
      throws IOException {
    List<Long> ids = freshdesk.tickets().keySet().stream().sorted().toList();
    Reading reading = new Reading();
    reading.toTheEnd();
    freshdesk.delete(ids.get(0));
    freshdesk.sandbox.tickets().spam(ids.get(1), "agent");
    freshdesk.sandbox.tickets().archive(ids.get(2));
    freshdesk.settle();

    reading.toTheEnd();

    assertThat(reading.tickets.get(ids.get(0)).status()).isEqualTo(TicketStatus.DELETED);
    assertThat(reading.tickets.get(ids.get(1)).status()).isEqualTo(TicketStatus.DELETED);
    assertThat(reading.tickets.get(ids.get(2)).status()).isNotEqualTo(TicketStatus.DELETED);
    readWithinTheTrialsLimit();
  }

  private void readWithinTheTrialsLimit() throws IOException {
    ClockForTests clock = new ClockForTests(FreshdeskParts.NOW);
    SandboxSettings settings =
        SandboxSettings.builder()
            .tickets(300)
            .archiveAfterDays(0)
            .apiKey(FreshdeskParts.KEY)
            .clock(clock)
            .plan(Plan.TRIAL)
            .rateLimits(true)
            .build();
    try (SandboxFreshdesk sandbox = SandboxFreshdesk.start(settings);
        FreshdeskParts parts = FreshdeskParts.reading(sandbox, PAGE, clock)) {
      SyncCursor cursor = parts.connector.startAt(EARLIEST);
      Map<Long, Set<String>> read = new HashMap<>();
      boolean end = false;
      int throttled = 0;
      while (!end) {
        try {
          TicketBatch batch = parts.connector.read(FreshdeskParts.ACCOUNT, cursor);
          batch.tickets().stream()
              .filter(ticket -> ticket.status() != TicketStatus.DELETED)
              .forEach(ticket -> read.put(ticket.remoteId(), ticket.labels()));
          cursor = batch.next();
          end = batch.endOfStream();
        } catch (ConnectorFailure.Throttled e) {
          throttled++;
          clock.pass(e.retryAfter());
        }
        assertThat(throttled).isLessThan(60);
      }
      assertThat(read)
          .isEqualTo(
              sandbox
                  .tickets()
                  .all()
                  .filter(ticket -> ticket.place() == Place.LISTED)
                  .collect(
                      Collectors.toMap(SandboxTicket::id, ticket -> Set.copyOf(ticket.tags()))));
      assertThat(throttled).as("rests taken").isPositive();
      long minutes = Duration.between(FreshdeskParts.NOW, clock.instant()).toMinutes();
      assertThat(sandbox.journal().calls(call -> call.status() == 429))
          .as("refused calls, of which a minute has one at most")
          .hasSizeLessThanOrEqualTo((int) minutes);
    }
  }

  /** Somebody else sets a tag before a reading is answered, and after a writing was. */
  private Mishap aroundTheCall(long ticket, Set<String> foreign) {
    return new Mishap(
        "meanwhile",
        (request, honest) -> {
          boolean reads = request.method().equals("GET");
          String label = "foreign_" + foreign.size();
          foreign.add(label);
          if (reads) {
            freshdesk.change(ticket, "agent", label, true);
          }
          var answer = honest.apply(request);
          if (!reads) {
            freshdesk.change(ticket, "automation", label, true);
          }
          return answer;
        });
  }

  private static LabelChange add(long ticket, String label) {
    return new LabelChange(ticket, Set.of(label), Set.of());
  }

  /** Reads page by page and keeps the newest state of each ticket. */
  private final class Reading {
    private final SandboxedFreshdesk from;
    private final Map<Long, TicketSnapshot> tickets = new HashMap<>();
    private SyncCursor cursor;

    private Reading() {
      this(freshdesk);
    }

    private Reading(SandboxedFreshdesk from) {
      this.from = from;
      cursor = from.connector().startAt(EARLIEST);
    }

    private TicketBatch page() {
      TicketBatch batch = from.connector().read(from.account(), cursor);
      batch.tickets().forEach(ticket -> tickets.put(ticket.remoteId(), ticket));
      cursor = batch.next();
      return batch;
    }

    private void toTheEnd() {
      for (int pages = 0; !page().endOfStream(); pages++) {
        assertThat(pages).isLessThan(MOST_PAGES);
      }
    }

    private Map<Long, Set<String>> labels() {
      Map<Long, Set<String>> labels = new HashMap<>();
      tickets.values().stream()
          .filter(ticket -> ticket.status() != TicketStatus.DELETED)
          .forEach(ticket -> labels.put(ticket.remoteId(), ticket.labels()));
      return labels;
    }
  }
}
