package org.tagsmith.connector.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.http.Plan;

/**
 * A backfill of a Freshdesk on trial, which allows fifty credits a minute, with live reading every
 * fifteen seconds. Time passes only while the backfill waits.
 */
class LiveBesideBackfillTest {
  private static final Instant EVERYTHING = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration LIVE_BEFORE_NOW = Duration.ofMinutes(15);

  private final MovableClock clock = new MovableClock();
  private final SandboxFreshdesk sandbox;
  private final FreshdeskParts parts;
  private final Map<Long, Instant> opened = new HashMap<>();
  private final Map<Long, Instant> found = new HashMap<>();
  private final Set<Long> told = new HashSet<>();
  private SyncCursor live;
  private int beats;

  LiveBesideBackfillTest() throws IOException {
    sandbox =
        SandboxFreshdesk.start(
            SandboxSettings.builder()
                .tickets(300)
                .archiveAfterDays(0)
                .apiKey(FreshdeskParts.KEY)
                .rateLimits(true)
                .plan(Plan.TRIAL)
                .clock(clock)
                .build());
    parts = FreshdeskParts.reading(sandbox, 20, clock);
  }

  @AfterEach
  void close() {
    parts.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80})
  void a_new_ticket_is_here_within_a_minute_while_a_slow_backfill_goes_on(int share) {
    Instant until = clock.instant().minus(LIVE_BEFORE_NOW);
    live = parts.connector.startAt(until);
    SyncCursor backfill = parts.connector.startAt(EVERYTHING, until);

    for (boolean atEnd = false; !atEnd; ) {
      while (!parts.connector.untilFree(FreshdeskParts.ACCOUNT, share).isZero()) {
        clock.move(BEAT);
        beat();
      }
      TicketBatch page = parts.connector.read(FreshdeskParts.ACCOUNT, backfill);
      page.tickets().forEach(ticket -> told.add(ticket.remoteId()));
      backfill = page.next();
      atEnd = page.endOfStream();
    }
    clock.move(BEAT);
    readLive();

    assertThat(beats).isGreaterThan(5);
    assertThat(opened).hasSizeGreaterThan(1);
    assertThat(found.keySet()).isEqualTo(opened.keySet());
    opened.forEach(
        (ticket, at) ->
            assertThat(Duration.between(at, found.get(ticket)))
                .isLessThanOrEqualTo(Duration.ofMinutes(1)));
    assertThat(told)
        .containsAll(
            sandbox
                .tickets()
                .all()
                .filter(ticket -> ticket.place() == Place.LISTED)
                .map(SandboxTicket::id)
                .collect(Collectors.toSet()));
    assertThat(sandbox.journal().calls(call -> call.status() == 429)).isEmpty();
  }

  private void beat() {
    beats++;
    readLive();
    if (beats % 3 == 1) {
      SandboxTicket like = sandbox.tickets().all().findFirst().orElseThrow();
      opened.put(sandbox.tickets().create(like, "customer").id(), clock.instant());
    }
  }

  /** Live reading as the timer has it done; a demand to wait would be thrown. */
  private void readLive() {
    for (boolean atEnd = false; !atEnd; ) {
      TicketBatch page = parts.connector.read(FreshdeskParts.ACCOUNT, live);
      for (TicketSnapshot ticket : page.tickets()) {
        told.add(ticket.remoteId());
        if (opened.containsKey(ticket.remoteId())) {
          found.putIfAbsent(ticket.remoteId(), clock.instant());
        }
      }
      live = page.next();
      atEnd = page.endOfStream();
    }
  }
}
