package org.tagsmith.survival;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.OutboxRepository;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.sandbox.desk.Journal;

/**
 * A sandbox helpdesk in which customers write and agents work, in the helpdesk and through
 * Tagsmith. It remembers what was decided through Tagsmith. Confined to the test's thread, but for
 * the sandbox itself.
 */
abstract class LivingHelpdesk implements AutoCloseable {
  static final String SUBDOMAIN = "harbourbank";
  static final String TOKEN = "token-of-the-survivors";

  /** Longer than a helpdesk holds changes back. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

  private static final Duration TICK = Duration.ofMillis(50);

  private static final String DECIDED = "decided_";

  private final Random random;
  private final ClockForTests clock;
  private final HelpdeskAccount account;
  private final OutboxRepository outbox;
  private final List<Long> numbers;
  private final Map<Decided, Boolean> decisions = new LinkedHashMap<>();
  private int number;

  /** A label that somebody decided about; each label is of one ticket only. */
  record Decided(long ticket, String label) {
    boolean isOurs() {
      return label.startsWith(DECIDED);
    }
  }

  /** The helpdesks there are. */
  enum Product {
    ZENDESK,
    FRESHDESK;

    /** Opens one with so many tickets and connects it in the database. */
    LivingHelpdesk open(DatabaseForTests database, int size, Random random) throws Exception {
      return this == ZENDESK
          ? new LivingZendesk(database, size, random)
          : new LivingFreshdesk(database, size, random);
    }
  }

  /** Over a sandbox that shows this clock's time. */
  LivingHelpdesk(
      DatabaseForTests database,
      String product,
      Random random,
      ClockForTests clock,
      List<Long> numbers) {
    this.random = random;
    this.clock = clock;
    this.numbers = new ArrayList<>(numbers);
    account =
        SyncStoresForTests.accounts(database.dataSource())
            .connect(new ConnectorId(product), SUBDOMAIN);
    outbox = SyncStoresForTests.outbox(database.dataSource());
  }

  static ClockForTests clockOfNow() {
    return new ClockForTests(Instant.now());
  }

  /** How a connector finds it: the settings of Tagsmith. */
  abstract Map<String, String> settings(int pageSize);

  abstract Journal journal();

  /** The labels of each ticket that is there, by the ticket's number. */
  abstract Map<Long, Set<String>> labels();

  /** The numbers of the tickets that were deleted. */
  abstract Set<Long> deleted();

  /** The calls that asked for a page of tickets, or of what is read as they are. */
  abstract List<Journal.Call> pages(List<Journal.Call> calls);

  /** Fails unless this stored bookmark is at the end of everything. */
  abstract void assertAtTheEnd(String bookmark);

  /** Opens a ticket and returns its number. */
  abstract long create();

  /** An agent sets a label, or takes it away if it is there. */
  abstract void toggle(long ticket, String label);

  abstract void delete(long ticket);

  /** Whether the ticket can be decided about now. */
  abstract boolean takesDecisions(long ticket, boolean evenIfClosed);

  /** Every decision so far, and whether the ticket shall have the label in the end. */
  Map<Decided, Boolean> decisions() {
    return decisions;
  }

  /** One thing happens. */
  void happen() {
    int dice = random.nextInt(100);
    if (dice < 80) {
      happenInTheHelpdesk(dice);
    } else {
      decide(dice < 95);
    }
  }

  /** One thing happens that Tagsmith has no part in. */
  void happenInTheHelpdesk() {
    happenInTheHelpdesk(random.nextInt(80));
  }

  private void happenInTheHelpdesk(int dice) {
    if (dice < 15) {
      numbers.add(create());
    } else if (dice < 75) {
      toggle(numbers.get(random.nextInt(numbers.size())), "by_agent_" + random.nextInt(200));
    } else {
      // Every third ticket may be deleted; decisions concern others, so that their end is known.
      delete(numbers.get(random.nextInt(numbers.size() / 3) * 3));
    }
  }

  /** So much time passes that the helpdesk shows whatever happened before. */
  void letTimePass() {
    clock.pass(LONG_ENOUGH);
  }

  /**
   * Waits until the process finds nothing more to do, while time goes on as it does on the
   * process's own clock. Where it stood still, all that is written meanwhile would bear the stamp
   * of what was read first, for so long that nobody expects such a change any more.
   */
  void settle(KillableProcess process) throws IOException {
    ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused =
          time.scheduleAtFixedRate(
              () -> clock.pass(TICK.multipliedBy(FastClock.SPEED)),
              TICK.toMillis(),
              TICK.toMillis(),
              TimeUnit.MILLISECONDS);
      process.settle();
    } finally {
      time.shutdownNow();
    }
  }

  private void decide(boolean add) {
    List<Decided> standing =
        decisions.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    if (!add && standing.isEmpty()) {
      return;
    }
    Decided decided =
        add
            ? new Decided(toDecideAbout(), DECIDED + number++)
            : standing.get(random.nextInt(standing.size()));
    Set<String> label = Set.of(decided.label());
    outbox.enqueue(
        new TicketId(account.id(), decided.ticket()),
        add ? label : Set.of(),
        add ? Set.of() : label,
        "anna");
    decisions.put(decided, add);
  }

  /** Mostly an open ticket: a closed one takes its time where it is changed in a job. */
  private long toDecideAbout() {
    boolean mayBeClosed = random.nextInt(15) == 0;
    while (true) {
      long ticket = numbers.get(random.nextInt(numbers.size() / 3) * 3 + 1);
      if (takesDecisions(ticket, mayBeClosed)) {
        return ticket;
      }
    }
  }

  @Override
  public abstract void close();
}
