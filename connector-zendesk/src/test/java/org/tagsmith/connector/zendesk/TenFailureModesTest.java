package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelWriteOutcome.Refused;
import org.tagsmith.domain.sync.LabelWriteOutcome.Written;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.sync.usecase.WholeSync;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;
import org.tagsmith.sandbox.desk.Journal.Call;
import org.tagsmith.sandbox.http.Mishap;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.http.Fault;

/**
 * What users of other programs complain about most, one test for each of the ten that concerns
 * Zendesk; the ninth is Freshdesk's. The real connector against the sandbox; what each mode did to
 * others is told in BEHAVIOR.md.
 */
class TenFailureModesTest {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final int TICKETS = 60;
  private static final int PAGE = 10;
  private static final int MOST_PAGES = 200;

  private final SandboxedZendesk zendesk = new SandboxedZendesk(TICKETS, PAGE);

  @AfterEach
  void close() {
    zendesk.close();
  }

  @Test
  void mode_01_a_second_of_many_pages_ends_at_end_of_stream_and_a_stuck_cursor_fails() {
    zendesk.relabelAtOnce(zendesk.tickets().keySet(), "same_second");
    zendesk.settle();

    Reading reading = new Reading();
    reading.toTheEnd();

    assertThat(reading.labels()).isEqualTo(zendesk.tickets());
    assertThat(zendesk.journal().calls()).noneMatch(call -> call.path().contains("tickets.json"));
    zendesk.faults().always(zendesk.listPath(), Fault.stuckCursor());
    assertThatThrownBy(reading::page)
        .isInstanceOf(ConnectorFailure.ContractBroken.class)
        .hasMessageContaining("does not move on");
  }

  @Test
  void mode_02_a_row_that_comes_again_with_an_old_updated_at_is_read_and_not_filtered() {
    Reading reading = new Reading();
    reading.toTheEnd();
    SandboxTicket old = zendesk.sandbox.tickets().all().findFirst().orElseThrow();
    long now = zendesk.clock().instant().getEpochSecond();
    zendesk.relabel(old.id(), Set.of("by_the_system"));
    SandboxTicket relabelled = zendesk.sandbox.tickets().find(old.id()).orElseThrow();
    zendesk.sandbox.tickets().restore(relabelled.at(old.updatedAt(), now));
    zendesk.settle();

    reading.toTheEnd();

    TicketSnapshot read = reading.tickets.get(old.id());
    assertThat(read.updatedAt()).isEqualTo(Instant.ofEpochSecond(old.updatedAt()));
    assertThat(read.generatedAt()).isEqualTo(Instant.ofEpochSecond(now));
    assertThat(read.labels()).contains("by_the_system");
  }

  @Test
  void mode_03_rows_at_the_edges_of_pages_are_neither_lost_nor_doubled() {
    try (DatabaseForTests database = DatabaseForTests.migrated()) {
      WholeSync sync = new WholeSync(database, zendesk.account(), zendesk.connector());
      zendesk.relabelAtOnce(zendesk.tickets().keySet(), "same_second");
      zendesk.settle();
      // every second page gives half of the former one again, and each run is broken off
      Mishap again = Fault.repeatedPage();
      Mishap down = Fault.credentialsRejected();
      for (int run = 0; run < TICKETS / PAGE; run++) {
        zendesk.faults().next(zendesk.listPath(), again, down);
        sync.readWith(zendesk.freshConnector());
      }
      zendesk.faults().clear();
      sync.readAll();

      assertThat(sync.stored()).isEqualTo(zendesk.tickets());
      assertThat(sync.number("select count(*) from ticket")).isEqualTo(TICKETS);
      assertThat(sync.contactsCounted()).isEqualTo(zendesk.tickets().size());
      assertThat(sync.ticketsCounted()).isEqualTo(TICKETS);
    }
  }

  @Test
  void mode_04_a_start_that_is_too_recent_is_moved_back_even_if_our_clock_is_fast() {
    for (Duration off : List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(-10))) {
      zendesk.ourClock().ahead(off);
      long ticket = zendesk.tickets().keySet().iterator().next();
      zendesk.relabel(ticket, Set.of("since_" + off.toMinutes()));
      SyncCursor start = zendesk.freshConnector().startAt(zendesk.ourClock().instant());
      Reading reading = new Reading(start);

      reading.toTheEnd();
      zendesk.settle();
      reading.toTheEnd();

      assertThat(reading.labels().get(ticket)).contains("since_" + off.toMinutes());
    }
    assertThat(zendesk.journal().calls(call -> call.status() == 400)).hasSizeBetween(1, 3);
  }

  @ParameterizedTest
  @CsvSource({"429, 30", "429-no-time, 10", "429-html, 10", "503-with-time, 30"})
  void mode_05_a_throttle_waits_as_asked_or_a_little_and_goes_on_where_it_was(
      String fault, int seconds) {
    Reading reading = new Reading();
    reading.page();
    Mishap throttle =
        fault.equals("503-with-time") ? Fault.unavailable(30) : zendesk.mishap(fault, 0);
    zendesk.faults().next(zendesk.listPath(), throttle);
    int before = zendesk.journal().calls().size();

    ConnectorFailure.Throttled told =
        catchThrowableOfType(ConnectorFailure.Throttled.class, reading::page);

    assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(zendesk.journal().calls()).as("asked no second time").hasSize(before + 1);
    reading.toTheEnd();
    assertThat(reading.labels()).isEqualTo(zendesk.tickets());
  }

  @Test
  void mode_06_pages_that_are_too_heavy_are_asked_for_smaller_until_they_come() {
    try (SandboxedZendesk heavy = new SandboxedZendesk(1_000, 1_000)) {
      heavy.faults().always(heavy.listPath(), Fault.gatewayTimeoutAbove(250));
      Reading reading = new Reading(heavy);

      reading.toTheEnd();

      assertThat(reading.labels()).isEqualTo(heavy.tickets());
      assertThat(heavy.journal().calls(call -> call.status() == 504)).hasSizeBetween(2, 4);
    }
  }

  @Test
  void mode_07_a_deleted_ticket_in_the_export_is_deleted_here_and_nothing_more_is_asked_of_it() {
    Reading reading = new Reading();
    reading.toTheEnd();
    long ticket = zendesk.tickets().keySet().iterator().next();
    zendesk.delete(ticket);
    zendesk.settle();
    int before = zendesk.journal().calls().size();

    reading.toTheEnd();

    assertThat(reading.tickets.get(ticket).status()).isEqualTo(TicketStatus.DELETED);
    assertThat(newCalls(before)).allMatch(call -> call.path().endsWith(zendesk.listPath()));
    LookedAt looked = zendesk.connector().readTickets(zendesk.account(), Set.of(ticket));
    assertThat(looked.gone().contains(ticket) || isDeleted(looked, ticket)).isTrue();
    assertThat(write(zendesk.connector().write(zendesk.account(), add(ticket, "late"))))
        .isEqualTo("deleted");
  }

  @Test
  void mode_08_tags_that_others_set_while_we_write_stay() {
    long open = ticket(false);
    long closed = ticket(true);
    for (long ticket : List.of(open, closed)) {
      Set<String> foreign = new HashSet<>();
      zendesk
          .faults()
          .always(
              request -> request.path().contains("ticket") && foreign.size() < 2,
              meanwhile(ticket, foreign));

      var outcome = zendesk.connector().write(zendesk.account(), add(ticket, "ours"));

      zendesk.faults().clear();
      assertThat(outcome).isInstanceOf(Written.class);
      assertThat(foreign).hasSize(2);
      assertThat(zendesk.tickets().get(ticket)).contains("ours").containsAll(foreign);
    }
  }

  // mode 9, three hundred pages and thirty days, is Freshdesk's

  @Test
  void mode_10_no_list_is_read_by_counted_pages_which_end_at_ten_thousand_rows() {
    new Reading().toTheEnd();
    zendesk.connector().readTickets(zendesk.account(), zendesk.tickets().keySet());
    zendesk.connector().countTickets(zendesk.account());

    assertThat(zendesk.journal().calls())
        .isNotEmpty()
        .noneMatch(call -> call.query().matches("(.*&)?page=.*"));
  }

  /** Answers, and only then somebody else sets a tag: between our reading and our writing. */
  private Mishap meanwhile(long ticket, Set<String> foreign) {
    return new Mishap(
        "meanwhile",
        (request, honest) -> {
          var answer = honest.apply(request);
          String label = "foreign_" + foreign.size();
          foreign.add(label);
          zendesk.clock().pass(Duration.ofSeconds(1));
          zendesk.change(ticket, "agent", label, true);
          return answer;
        });
  }

  private long ticket(boolean closed) {
    return zendesk
        .sandbox
        .tickets()
        .all()
        .filter(ticket -> !ticket.deleted() && ticket.closed() == closed)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static LabelChange add(long ticket, String label) {
    return new LabelChange(ticket, Set.of(label), Set.of());
  }

  private static String write(Object outcome) {
    return outcome instanceof Refused refused ? refused.reason() : "written";
  }

  private static boolean isDeleted(LookedAt looked, long ticket) {
    return looked.tickets().stream()
        .anyMatch(each -> each.remoteId() == ticket && each.status() == TicketStatus.DELETED);
  }

  private List<Call> newCalls(int before) {
    List<Call> calls = zendesk.journal().calls();
    return calls.subList(before, calls.size());
  }

  /** Reads page by page and keeps the newest state of each ticket. */
  private final class Reading {
    private final SandboxedZendesk from;
    private final Map<Long, TicketSnapshot> tickets = new HashMap<>();
    private SyncCursor cursor;

    private Reading() {
      this(zendesk);
    }

    private Reading(SandboxedZendesk from) {
      this.from = from;
      cursor = from.connector().startAt(EARLIEST);
    }

    private Reading(SyncCursor start) {
      this(zendesk);
      cursor = start;
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
