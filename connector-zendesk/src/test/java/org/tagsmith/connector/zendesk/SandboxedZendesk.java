package org.tagsmith.connector.zendesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.ClockThatIsOff;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskRules;
import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.http.Faults;
import org.tagsmith.sandbox.http.Mishap;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.http.Fault;

/** The sandbox Zendesk and the connector that reads it, each with a clock of its own. */
final class SandboxedZendesk implements SandboxUnderTest {
  private static final Set<String> THROUGH_THE_API = Set.of("api", "batch");

  final SandboxZendesk sandbox;
  private final ClockForTests clock = new ClockForTests(ZendeskParts.NOW);
  private final ClockThatIsOff ourClock = new ClockThatIsOff(clock);
  private final int pageSize;
  private final List<ZendeskParts> connectors = new ArrayList<>();

  SandboxedZendesk(int tickets, int pageSize) {
    this.pageSize = pageSize;
    try {
      sandbox =
          SandboxZendesk.start(
              SandboxSettings.builder()
                  .tickets(tickets)
                  .apiToken(ZendeskParts.TOKEN)
                  .clock(clock)
                  .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    freshConnector();
  }

  @Override
  public Connector connector() {
    return connectors.get(0).connector;
  }

  /** Reads the rules with the first connector's parts. */
  HelpdeskRules rules() {
    return new ZendeskRules(connectors.get(0).accounts);
  }

  @Override
  public Connector freshConnector() {
    ZendeskParts parts =
        new ZendeskParts(
            Map.of(
                "tagsmith.zendesk.base-url",
                sandbox.baseUri().toString(),
                "tagsmith.zendesk.page-size",
                Integer.toString(pageSize)),
            ourClock);
    connectors.add(parts);
    return parts.connector;
  }

  @Override
  public HelpdeskAccount account() {
    return ZendeskParts.ACCOUNT;
  }

  @Override
  public Map<Long, Set<String>> tickets() {
    return sandbox
        .tickets()
        .all()
        .filter(ticket -> !ticket.deleted())
        .collect(Collectors.toMap(SandboxTicket::id, ticket -> Set.copyOf(ticket.tags())));
  }

  @Override
  public long open(Set<String> labels) {
    SandboxTicket draft =
        new SandboxTicket(
            1, "new", null, "email", "Card", 1, 0, 0, 0, 0, 0, 0, List.of(), Map.of(), List.of());
    long id = sandbox.tickets().create(draft, "customer").id();
    // Zendesk's triage adds labels of its own some seconds later; let that be over
    clock.pass(Duration.ofSeconds(10));
    relabel(id, labels);
    return id;
  }

  @Override
  public void relabel(long ticket, Set<String> labels) {
    sandbox.tickets().retag(ticket, "agent", before -> labels);
  }

  @Override
  public void relabelAtOnce(Iterable<Long> tickets, String label) {
    for (long ticket : tickets) {
      sandbox
          .tickets()
          .retag(
              ticket,
              "agent",
              labels -> {
                labels.add(label);
                return labels;
              });
    }
  }

  @Override
  public void delete(long ticket) {
    sandbox.tickets().change(ticket, "agent", before -> before.withStatus("deleted"));
  }

  @Override
  public void settle() {
    clock.pass(Duration.ofMinutes(2));
  }

  @Override
  public void throttleNext(Duration retryAfter) {
    sandbox.faults().next(Fault.tooManyRequests((int) retryAfter.toSeconds()));
  }

  @Override
  public void unplug(boolean unplugged) {
    if (unplugged) {
      sandbox.faults().always("/api/", Fault.droppedAnswer());
    } else {
      sandbox.faults().clear();
    }
  }

  @Override
  public void revokeKey() {
    sandbox.faults().always("/api/", Fault.credentialsRejected());
  }

  @Override
  public int writes() {
    return (int)
        sandbox.journal().effects().stream()
            .filter(effect -> THROUGH_THE_API.contains(effect.by()))
            .count();
  }

  @Override
  public Faults faults() {
    return sandbox.faults();
  }

  @Override
  public Journal journal() {
    return sandbox.journal();
  }

  @Override
  public ClockForTests clock() {
    return clock;
  }

  @Override
  public ClockThatIsOff ourClock() {
    return ourClock;
  }

  @Override
  public Mishap mishap(String name, int number) {
    return Fault.byName().get(name).apply(number);
  }

  @Override
  public String listPath() {
    return "/incremental/tickets/cursor.json";
  }

  @Override
  public void change(long ticket, String by, String label, boolean add) {
    sandbox
        .tickets()
        .retag(
            ticket,
            by,
            labels -> {
              if (add) {
                labels.add(label);
              } else {
                labels.remove(label);
              }
              return labels;
            });
  }

  @Override
  public void close() {
    connectors.forEach(ZendeskParts::close);
    sandbox.close();
  }
}
