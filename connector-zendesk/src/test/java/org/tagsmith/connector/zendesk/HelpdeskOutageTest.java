package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.SyncOutcome.Ending;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.sandbox.desk.Journal.Effect;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.http.Fault;

/**
 * The whole way in and out, from the timer's beat to Zendesk's HTTP edge, while Zendesk does not
 * answer as it should for an hour. The hour passes in the clock and in the database's stamps.
 */
@EnableWeld
class HelpdeskOutageTest {
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final int TRIES_OF_A_CALL = 3;
  private static final int TICKETS = 1000;

  private final Path folder;
  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(ZendeskParts.NOW);
  private final ZendeskParts parts;
  private final List<Long> decided = new ArrayList<>();
  private SandboxZendesk sandbox;
  private HelpdeskAccountId account;
  private int readings;

  @WeldSetup final WeldInitiator weld;

  @Inject ConnectAccounts accounts;
  @Inject SyncTickets reading;
  @Inject WriteBackLabels writing;
  @Inject ReadSyncProgress progress;
  @Inject OutboxRepository outbox;

  HelpdeskOutageTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    sandbox = sandbox(0);
    parts =
        new ZendeskParts(
            Map.of(
                "tagsmith.zendesk.base-url",
                sandbox.baseUri().toString(),
                "tagsmith.zendesk.page-size",
                "200"),
            clock);
    weld = DomainInWeld.on(database, clock, parts.connector);
  }

  private SandboxZendesk sandbox(int port) throws IOException {
    return SandboxZendesk.start(
        SandboxSettings.builder()
            .port(port)
            .tickets(TICKETS)
            .apiToken(ZendeskParts.TOKEN)
            .clock(clock)
            .keyFolder(folder)
            .build());
  }

  @BeforeEach
  void connect() {
    account = accounts.connect().get(0).id();
  }

  @AfterEach
  void close() {
    parts.close();
    sandbox.close();
    database.close();
  }

  @Test
  void an_hour_without_zendesk_loses_nothing_and_writes_nothing_twice() throws Exception {
    assertThat(beat()).isEqualTo(Ending.UP_TO_DATE);
    agentsWork("before");

    int port = sandbox.port();
    sandbox.close();
    isAway(Duration.ofMinutes(20), "Zendesk cannot be reached at 127.0.0.1");
    sandbox = sandbox(port);
    sandbox.faults().always("/api/", Fault.unavailable());
    agentsWork("during");
    isAway(Duration.ofMinutes(20), "Zendesk answered 503");
    sandbox.faults().clear();
    sandbox.faults().always("/api/", Fault.notJson());
    isAway(Duration.ofMinutes(20), "Zendesk answered a web page instead of data");
    sandbox.faults().clear();

    assertCallsWereBounded();
    assertThat(beatsUntilAllIsWell()).isLessThanOrEqualTo(beatsIn(LONGEST_PAUSE) + 1);
    pass(Duration.ofMinutes(2));
    assertThat(beat()).as("reads what was written").isEqualTo(Ending.UP_TO_DATE);
    assertThat(stored()).isEqualTo(held());
    assertThat(written())
        .as("each label, once")
        .containsExactlyInAnyOrderElementsOf(
            decided.stream().map(HelpdeskOutageTest::label).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong-subdomain", "wrong-token"})
  void a_wrong_setting_is_named_with_its_remedy_and_not_tried_over_and_over(String wrong) {
    boolean token = wrong.equals("wrong-token");
    sandbox.faults().always("/api/", token ? Fault.credentialsRejected() : Fault.wrongSubdomain());
    decide();

    for (int minute = 0; minute < 60; minute++) {
      beat();
      SyncProgress now = now();
      assertThat(now.phase()).isEqualTo("stopped");
      assertThat(now.failureKind()).isEqualTo("credentials-rejected");
      assertThat(now.failureMessage())
          .contains(
              token
                  ? List.of(
                      "check tagsmith.zendesk.email and tagsmith.zendesk.api-token",
                      "token access is on in Zendesk's Admin Center")
                  : List.of(
                      "there is no Zendesk at this address, check tagsmith.zendesk.subdomain"))
          .doesNotContain(ZendeskParts.TOKEN);
      pass(Duration.ofMinutes(1));
    }

    // a page, the number of tickets and a ticket to write to, four to eight times an hour
    assertThat(sandbox.journal().calls()).hasSizeBetween(12, 27);
    assertThat(parts.pauses).as("tries after a refusal").isEmpty();
    assertThat(now().outboxWaiting()).isEqualTo(1);
    assertThat(now().outboxRefused()).isZero();

    sandbox.faults().clear();
    pass(Duration.ofMinutes(15));
    beat();
    assertThat(now().phase()).isEqualTo("idle");
    assertThat(now().failureKind()).isNull();
    assertThat(written()).containsExactly(label(decided.get(0)));
  }

  private void isAway(Duration time, String words) {
    long stored = now().ticketsStored();
    for (int i = 0; i < beatsIn(time); i++) {
      if (i % 8 == 0) {
        decide();
      }
      assertThat(beat()).isIn(Ending.UNREACHABLE, Ending.NOT_NOW);
      SyncProgress now = now();
      assertThat(now.phase()).isEqualTo("waiting");
      assertThat(now.failureKind()).isEqualTo("unreachable");
      assertThat(now.ticketsStored()).isEqualTo(stored);
      assertThat(now.outboxWaiting()).isEqualTo(decided.size());
      assertThat(now.outboxRefused()).isZero();
      pass(BEAT);
    }
    assertThat(now().failureMessage()).startsWith(words);
  }

  private void assertCallsWereBounded() {
    // pauses of five seconds that grow to between one and two minutes
    assertThat(readings).as("readings tried").isBetween(30, 66);
    int calls = parts.pauses.size() / (TRIES_OF_A_CALL - 1);
    assertThat(calls - readings).as("writings tried").isBetween(30, 66);
  }

  private int beatsUntilAllIsWell() {
    for (int beats = 1; ; beats++) {
      beat();
      SyncProgress now = now();
      if (now.phase().equals("idle") && now.outboxWaiting() == 0) {
        assertThat(now.failureKind()).isNull();
        assertThat(now.outboxRefused()).isZero();
        return beats;
      }
      assertThat(beats).isLessThan(100);
      pass(BEAT);
    }
  }

  /** What the timer does. */
  private Ending beat() {
    Ending ending = reading.sync(account).ending();
    if (ending == Ending.UNREACHABLE) {
      readings++;
    }
    writing.writeDue(account);
    return ending;
  }

  private void pass(Duration time) {
    clock.pass(time);
    String by = " - interval '" + time.toSeconds() + " seconds'";
    database.execute("update sync_state set waiting_until = waiting_until" + by);
    database.execute("update write_back set paused_until = paused_until" + by);
    database.execute("update outbox_entry set next_attempt_at = next_attempt_at" + by);
  }

  private static int beatsIn(Duration time) {
    return (int) time.dividedBy(BEAT);
  }

  private SyncProgress now() {
    return progress.read().get(0);
  }

  /** In Zendesk itself, where Tagsmith does not see it. */
  private void agentsWork(String label) {
    sandbox
        .tickets()
        .all()
        .filter(ticket -> !ticket.deleted() && ticket.id() % 4 == 0)
        .toList()
        .forEach(
            ticket ->
                sandbox
                    .tickets()
                    .retag(
                        ticket.id(),
                        "agent",
                        tags -> {
                          Set<String> more = new HashSet<>(tags);
                          more.add(label);
                          return more;
                        }));
  }

  private void decide() {
    long ticket = open().stream().filter(id -> !decided.contains(id)).findFirst().orElseThrow();
    outbox.enqueue(new TicketId(account, ticket), Set.of(label(ticket)), Set.of(), "anna");
    decided.add(ticket);
  }

  private List<Long> open() {
    return sandbox
        .tickets()
        .all()
        .filter(ticket -> !ticket.deleted() && !ticket.closed())
        .map(SandboxTicket::id)
        .toList();
  }

  private static String label(long ticket) {
    return "decided_" + ticket;
  }

  private List<String> written() {
    List<Effect> effects =
        sandbox.journal().effects().stream()
            .filter(effect -> Set.of("api", "batch").contains(effect.by()))
            .toList();
    assertThat(effects).noneMatch(effect -> effect.added().isEmpty());
    return effects.stream().flatMap(effect -> effect.added().stream()).toList();
  }

  private Map<Long, Set<String>> held() {
    return sandbox
        .tickets()
        .all()
        .filter(ticket -> !ticket.deleted())
        .collect(Collectors.toMap(SandboxTicket::id, ticket -> Set.copyOf(ticket.tags())));
  }

  private Map<Long, Set<String>> stored() throws SQLException {
    String sql =
        """
        select t.remote_id, array(
          select l.text from label l where l.id = any (s.label_ids)) as labels
        from ticket t join tag_set s on s.id = t.tag_set_id
        where t.status <> 6
        """;
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Map<Long, Set<String>> stored = new HashMap<>();
      while (rows.next()) {
        stored.put(rows.getLong(1), Set.of((String[]) rows.getArray(2).getArray()));
      }
      return stored;
    }
  }
}
