package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.sync.usecase.BackfillTickets;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.OpenStreams;
import org.tagsmith.domain.sync.usecase.SteerBackfill;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;

/**
 * A backfill of a Zendesk that allows twenty pages a minute, with live reading every fifteen
 * seconds. Time passes only while the backfill waits: then the clock moves, and the timer beats.
 */
@EnableWeld
class LiveBesideBackfillTest {
  private static final int TICKETS = 400;
  private static final int PAGE = 10;
  private static final int PAGES_A_MINUTE = 20;
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(ZendeskParts.NOW);
  private final SandboxZendesk sandbox;
  private final ZendeskParts parts;

  private final Map<Long, Instant> opened = new HashMap<>();
  private final Map<Long, Instant> found = new HashMap<>();
  private final List<Ending> beats = new ArrayList<>();
  private Duration sinceBeat = Duration.ZERO;
  private HelpdeskAccountId account;

  @WeldSetup final WeldInitiator weld;

  @Inject ConnectAccounts accounts;
  @Inject OpenStreams streams;
  @Inject SyncTickets live;
  @Inject BackfillTickets backfill;
  @Inject SteerBackfill steer;
  @Inject WaitingOfTheTrial waiting;

  LiveBesideBackfillTest() throws IOException {
    sandbox =
        SandboxZendesk.start(
            SandboxSettings.builder()
                .tickets(TICKETS)
                .apiToken(ZendeskParts.TOKEN)
                .rateLimits(true)
                .clock(clock)
                .build());
    parts =
        new ZendeskParts(
            Map.of(
                "tagsmith.zendesk.base-url",
                sandbox.baseUri().toString(),
                "tagsmith.zendesk.page-size",
                Integer.toString(PAGE)),
            clock);
    weld = DomainInWeld.on(database, clock, parts.connector, WaitingOfTheTrial.class);
  }

  @BeforeEach
  void connect() {
    account = accounts.connect().get(0).id();
    waiting.happens(this::pass);
  }

  @AfterEach
  void close() {
    parts.close();
    sandbox.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 50, 70})
  void a_new_ticket_is_here_within_a_minute_of_its_export_while_a_slow_backfill_goes_on(int share) {
    steer.steer(account, null, share);
    assertThat(streams.open(account)).isTrue();

    Ending ending = backfill.backfill(account).ending();

    assertThat(ending).isEqualTo(Ending.UP_TO_DATE);
    assertThat(beats)
        .as("turns of live reading")
        .hasSizeGreaterThan(10)
        .containsOnly(Ending.UP_TO_DATE);
    assertThat(opened).hasSizeGreaterThan(2);
    opened.forEach(
        (ticket, at) -> {
          // the last ones are exported only after the backfill's end
          Instant here = found.getOrDefault(ticket, clock.instant());
          assertThat(Duration.between(at, here))
              .as("ticket %d: a minute held back by Zendesk, and one of ours", ticket)
              .isLessThanOrEqualTo(MINUTE.plus(MINUTE));
        });
    assertThat(found).as("found while the backfill went on").hasSizeGreaterThan(1);
    assertThat(mostPagesInAMinute())
        .as("the share, and the turns of live reading that follow within the minute")
        .isLessThanOrEqualTo(PAGES_A_MINUTE * share / 100 + 5);
    assertThat(sandbox.journal().calls(call -> call.status() == 429)).isEmpty();
    clock.pass(MINUTE.plus(MINUTE));
    assertThat(live.sync(account).ending()).isEqualTo(Ending.UP_TO_DATE);
    assertThat(stored())
        .containsExactlyInAnyOrderElementsOf(
            sandbox.tickets().all().map(SandboxTicket::id).toList());
  }

  private void pass(Duration length) {
    clock.pass(length);
    sinceBeat = sinceBeat.plus(length);
    if (sinceBeat.compareTo(BEAT) >= 0) {
      sinceBeat = Duration.ZERO;
      beats.add(live.sync(account).ending());
      List<Long> stored = stored();
      opened.keySet().stream()
          .filter(stored::contains)
          .forEach(ticket -> found.putIfAbsent(ticket, clock.instant()));
      if (beats.size() % 4 == 1) {
        open();
      }
    }
  }

  private void open() {
    SandboxTicket like = sandbox.tickets().all().findFirst().orElseThrow();
    opened.put(sandbox.tickets().create(like, "customer").id(), clock.instant());
  }

  private long mostPagesInAMinute() {
    List<Journal.Call> pages =
        sandbox.journal().calls(call -> call.path().contains("/incremental/"));
    return pages.stream()
        .collect(
            Collectors.groupingBy(call -> call.at().getEpochSecond() / 60, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private List<Long> stored() {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select remote_id from ticket")) {
      List<Long> stored = new ArrayList<>();
      while (rows.next()) {
        stored.add(rows.getLong(1));
      }
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
