package org.tagsmith.connector.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.DomainInWeld;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Delivery;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.KeepDeliveryCounts;
import org.tagsmith.domain.sync.usecase.LookAtTickets;
import org.tagsmith.domain.sync.usecase.ReadDeliveries;
import org.tagsmith.domain.sync.usecase.ReadDeliveries.Arrivals;
import org.tagsmith.domain.sync.usecase.ReceiveDelivery;
import org.tagsmith.domain.sync.usecase.ReceiveDelivery.Received;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.sandbox.hook.Mischief;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/** From a change in Zendesk over its webhook to the stored ticket, with all that can go wrong. */
@EnableWeld
class WebhooksTest {
  private static final int TICKETS = 300;
  private static final int CHANGES = 2_000;
  private static final Mischief[] MIXED = {
    Mischief.DUPLICATED, Mischief.FORGED, Mischief.REPLAYED, Mischief.OVERTAKEN, Mischief.LOST
  };

  private final DatabaseForTests database = DatabaseForTests.migrated();
  private final ClockForTests clock = new ClockForTests(ZendeskParts.NOW);
  private final SandboxZendesk sandbox;
  private final ZendeskParts parts;
  private final HttpServer door;
  private final ExecutorService threads = Executors.newFixedThreadPool(5);

  @WeldSetup final WeldInitiator weld;

  @Inject ConnectAccounts accounts;
  @Inject SyncTickets reading;
  @Inject LookAtTickets looking;
  @Inject ReceiveDelivery receiving;
  @Inject KeepDeliveryCounts counting;
  @Inject ReadDeliveries deliveries;

  private HelpdeskAccountId account;

  WebhooksTest() throws IOException {
    sandbox =
        SandboxZendesk.start(
            SandboxSettings.builder()
                .tickets(TICKETS)
                .apiToken(ZendeskParts.TOKEN)
                .clock(clock)
                .build());
    parts =
        new ZendeskParts(Map.of("tagsmith.zendesk.base-url", sandbox.baseUri().toString()), clock);
    weld = DomainInWeld.on(database, clock, parts.connector, VerifierOfTheTrial.class);
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/", this::received);
    door.setExecutor(threads);
  }

  @BeforeEach
  void connect() {
    account = accounts.connect().get(0).id();
    reading.sync(account);
    door.start();
    sandbox
        .webhooks()
        .sendTo(
            URI.create("http://localhost:" + door.getAddress().getPort() + "/"),
            VerifierOfTheTrial.SECRET);
  }

  @AfterEach
  void close() {
    sandbox.close();
    door.stop(0);
    threads.shutdownNow();
    parts.close();
    database.close();
  }

  @Test
  void a_change_is_here_before_zendesk_exports_it() throws Exception {
    long ticket = anyTicket(0);

    sandbox.tickets().retag(ticket, "agent", tags -> Set.of("just_now"));
    quiet();
    assertThat(looking.lookAtDue(account)).isEqualTo(1);

    assertThat(stored().get(ticket)).contains("just_now");
  }

  @Test
  void two_thousand_deliveries_with_copies_forgeries_and_losses_end_in_the_right_state()
      throws Exception {
    Random chance = new Random(20_260_506);
    Mischief[] fates = new Mischief[CHANGES + 1];
    for (int i = 1; i <= CHANGES; i++) {
      fates[i] = chance.nextInt(3) > 0 ? Mischief.NONE : MIXED[chance.nextInt(MIXED.length)];
    }
    sandbox.webhooks().misbehave(number -> fates[(int) Math.min(number, CHANGES)]);
    AtomicBoolean over = new AtomicBoolean();
    Future<?> runner =
        threads.submit(
            () -> {
              while (!over.get()) {
                looking.lookAtDue(account);
              }
            });

    for (int i = 1; i <= CHANGES; i++) {
      long ticket = anyTicket(chance.nextInt(TICKETS));
      String label = "change_" + i;
      boolean goes = chance.nextInt(40) == 0;
      sandbox
          .tickets()
          .change(
              ticket,
              "agent",
              before ->
                  goes
                      ? before.withStatus("deleted")
                      : TicketDesk.retagged(before, tags -> Set.of(label)));
      clock.pass(Duration.ofSeconds(1));
    }
    quiet();
    over.set(true);
    runner.get(1, TimeUnit.MINUTES);
    looking.lookAtDue(account);
    counting.keep();

    long lost = Arrays.stream(fates).filter(each -> each == Mischief.LOST).count();
    long forged = Arrays.stream(fates).filter(each -> each == Mischief.FORGED).count();
    Map<Long, Set<String>> truth = truth();
    Map<Long, Set<String>> found = stored();
    assertThat(truth.keySet().stream().filter(id -> !truth.get(id).equals(found.get(id))).count())
        .as("tickets whose last delivery was lost, before the next reading")
        .isLessThanOrEqualTo(lost);
    Arrivals arrivals = deliveries.read().get(0);
    assertThat(refused(arrivals, "forged")).isEqualTo(forged).isPositive();
    assertThat(arrivals.lastDay()).isPositive();

    clock.pass(Duration.ofMinutes(2));
    reading.sync(account);
    assertThat(stored()).as("what was lost is healed by reading").isEqualTo(truth);
    assertThat(number("select sum(contacts) from contact_day")).isEqualTo(truth.size());
    assertThat(number("select tickets_stored from sync_state")).isEqualTo(TICKETS);
  }

  private void received(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Optional<Received> received =
        receiving.receive(
            ZendeskConnector.ID,
            "harbourbank",
            new Delivery(exchange.getRequestHeaders()::getFirst, body));
    boolean taken = received.orElseThrow().refusal() == null;
    exchange.sendResponseHeaders(taken ? 204 : 401, -1);
    exchange.close();
  }

  private void quiet() throws InterruptedException {
    for (int waited = 0; sandbox.webhooks().totals().onTheirWay() > 0; waited++) {
      assertThat(waited).isLessThan(600);
      Thread.sleep(100);
    }
  }

  private static long refused(Arrivals arrivals, String reason) {
    return arrivals.refused().stream()
        .filter(count -> count.outcome().equals(reason))
        .mapToLong(count -> count.deliveries())
        .sum();
  }

  private long anyTicket(int position) {
    return sandbox.tickets().all().skip(position).findFirst().orElseThrow().id();
  }

  private Map<Long, Set<String>> truth() {
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

  private long number(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
