package org.tagsmith.survival;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/**
 * A sandbox Zendesk in which customers write and agents work, in Zendesk and through Tagsmith. It
 * remembers what was decided through Tagsmith. Confined to the test's thread, but for the sandbox
 * itself.
 */
final class LivingHelpdesk implements AutoCloseable {
  private static final String SUBDOMAIN = "harbourbank";
  private static final String TOKEN = "token-of-the-survivors";

  /** Longer than the export holds changes back. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

  private final Random random;
  private final ClockForTests clock = new ClockForTests(Instant.now());
  private final SandboxZendesk sandbox;
  private final HelpdeskAccount account;
  private final OutboxRepository outbox;
  private final List<Long> tickets = new ArrayList<>();
  private final Map<Decided, Boolean> decisions = new LinkedHashMap<>();
  private int number;

  /** A label that somebody decided about; each label is of one ticket only. */
  record Decided(long ticket, String label) {}

  LivingHelpdesk(DatabaseForTests database, int size, Random random) throws IOException {
    this.random = random;
    sandbox = sandbox(size, clock);
    account =
        SyncStoresForTests.accounts(database.dataSource())
            .connect(new ConnectorId("zendesk"), SUBDOMAIN);
    outbox = SyncStoresForTests.outbox(database.dataSource());
    sandbox.tickets().all().map(SandboxTicket::id).forEach(tickets::add);
  }

  private static SandboxZendesk sandbox(int size, ClockForTests clock) throws IOException {
    return SandboxZendesk.start(
        SandboxSettings.builder()
            .tickets(size)
            .subdomain(SUBDOMAIN)
            .apiToken(TOKEN)
            .clock(clock)
            .build());
  }

  /** How a connector finds it: the settings of Tagsmith. */
  Map<String, String> settings(int pageSize) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tagsmith.zendesk.subdomain", SUBDOMAIN);
    settings.put("tagsmith.zendesk.email", "api@harbourbank.example");
    settings.put("tagsmith.zendesk.api-token", TOKEN);
    settings.put("tagsmith.zendesk.base-url", sandbox.baseUri().toString());
    settings.put("tagsmith.zendesk.page-size", Integer.toString(pageSize));
    return settings;
  }

  SandboxZendesk sandbox() {
    return sandbox;
  }

  /** Every decision so far, and whether the ticket shall have the label in the end. */
  Map<Decided, Boolean> decisions() {
    return decisions;
  }

  /** One thing happens. */
  void happen() {
    int dice = random.nextInt(100);
    if (dice < 15) {
      open();
    } else if (dice < 75) {
      retag(tickets.get(random.nextInt(tickets.size())));
    } else if (dice < 80) {
      delete();
    } else if (dice < 95) {
      decide(true);
    } else {
      decide(false);
    }
  }

  /** So much time passes that the export shows whatever happened before. */
  void letTimePass() {
    clock.pass(LONG_ENOUGH);
  }

  private void open() {
    SandboxTicket draft =
        new SandboxTicket(
            0, "new", null, "email", "Card", 1, 0, 0, 0, 0, 0, 0, List.of(), Map.of(), List.of());
    tickets.add(sandbox.tickets().create(draft, "customer").id());
  }

  private void retag(long ticket) {
    String label = "by_agent_" + random.nextInt(200);
    sandbox
        .tickets()
        .change(
            ticket,
            "agent",
            before ->
                before.deleted()
                    ? before
                    : TicketDesk.retagged(
                        before,
                        tags -> {
                          Set<String> wanted = new HashSet<>(tags);
                          if (!wanted.remove(label)) {
                            wanted.add(label);
                          }
                          return wanted;
                        }));
  }

  /** Every third ticket may be deleted; decisions concern others, so that their end is known. */
  private void delete() {
    long ticket = tickets.get(random.nextInt(tickets.size() / 3) * 3);
    sandbox.tickets().change(ticket, "agent", before -> before.withStatus("deleted"));
  }

  private void decide(boolean add) {
    List<Decided> standing =
        decisions.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    if (!add && standing.isEmpty()) {
      return;
    }
    Decided decided =
        add
            ? new Decided(toDecideAbout(), "decided_" + number++)
            : standing.get(random.nextInt(standing.size()));
    Set<String> label = Set.of(decided.label());
    outbox.enqueue(
        new TicketId(account.id(), decided.ticket()),
        add ? label : Set.of(),
        add ? Set.of() : label,
        "anna");
    decisions.put(decided, add);
  }

  /** Mostly an open ticket: a closed one takes its time, for Zendesk changes it in a job. */
  private long toDecideAbout() {
    boolean mayBeClosed = random.nextInt(15) == 0;
    while (true) {
      long number = tickets.get(random.nextInt(tickets.size() / 3) * 3 + 1);
      SandboxTicket ticket = sandbox.tickets().find(number).orElseThrow();
      if (!ticket.deleted() && (mayBeClosed || !ticket.closed())) {
        return number;
      }
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
