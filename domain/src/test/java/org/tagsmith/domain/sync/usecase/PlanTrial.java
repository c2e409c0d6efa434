package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tagsmith.domain.report.VocabulariesForTests;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.UnwrittenLabel;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.sync.plan.PauseReason;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanOrigin;
import org.tagsmith.domain.sync.plan.PlanProgress;
import org.tagsmith.domain.sync.plan.PlanRefused;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanState;
import org.tagsmith.domain.ticket.TicketId;
import org.tagsmith.domain.vocabulary.Alias;
import org.tagsmith.domain.vocabulary.HouseTag;
import org.tagsmith.domain.vocabulary.TagFamily;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.domain.vocabulary.usecase.CurrentVocabulary;

/**
 * Plans on a real database and a helpdesk in memory, whose tickets carry what a test gives them.
 * The house has the tag Card, and since version 2 {@code old} and {@code older} mean it; version 3
 * changed nothing.
 */
final class PlanTrial {
  static final int CARD = 1;
  static final HouseTag CARD_TAG = tag(CARD, "Card", false);
  static final Alias OLD = new Alias("old", CARD);
  static final Alias OLDER = new Alias("older", CARD);
  static final PlanOrigin VERSION_2 = new PlanOrigin(2, null);

  /** Four of them with a label that version 2 gave to the tag. */
  static final List<Set<String>> TICKETS =
      List.of(
          Set.of("old", "vip"),
          Set.of("older", "old"),
          Set.of("vip"),
          Set.of("old", "card"),
          Set.of("older"),
          Set.of("card"));

  final SyncTrial sync;
  final PlanRepository plans;
  final PlanEntries entries;
  final MakePlan make;
  final SteerPlans steer;
  final ReadPlans read;
  final TryPlan tryPlan;
  private final ConnectionRepository connections;
  private final CurrentVocabulary vocabulary;
  private final AtomicInteger questions = new AtomicInteger();
  private final Versions versions = new Versions();
  private final ClockForTests clock = new ClockForTests(Instant.EPOCH);

  /** With tickets 1, 2, … of these labels, which were read. */
  PlanTrial(DatabaseForTests database, List<Set<String>> tickets) {
    sync = new SyncTrial(database, 0, 10);
    tickets.forEach(sync.helpdesk::open);
    readTickets();
    plans = SyncStoresForTests.plans(database.dataSource());
    entries = SyncStoresForTests.planEntries(database.dataSource());
    connections = SyncStoresForTests.connections(database.dataSource());
    Connectors connectors = new Connectors(List.of(sync.helpdesk));
    FindAccount find = new FindAccount(sync.accounts, new OperatorsAccounts(connectors));
    publish(List.of(CARD_TAG));
    publish(List.of(CARD_TAG), OLD, OLDER);
    publish(List.of(CARD_TAG), OLD, OLDER);
    vocabulary = new CurrentVocabulary(versions, clock);
    make = new MakePlan(find, connectors, vocabulary, versions, plans);
    steer = new SteerPlans(find, connections, plans, entries, vocabulary);
    DataSource counted = counted(database.dataSource());
    read =
        new ReadPlans(
            SyncStoresForTests.accounts(counted),
            connectors,
            SyncStoresForTests.connections(counted),
            SyncStoresForTests.backfills(counted),
            SyncStoresForTests.states(counted),
            SyncStoresForTests.plans(counted),
            SyncStoresForTests.planEntries(counted));
    tryPlan =
        new TryPlan(
            plans,
            new TryWriting(
                find,
                connectors,
                SyncStoresForTests.heldChanges(database.dataSource()),
                sync.states,
                Clock.systemUTC()));
  }

  /** Each statement takes a connection of its own. */
  private DataSource counted(DataSource real) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              questions.incrementAndGet();
              return method.invoke(real, arguments);
            });
  }

  /** How often the database is asked while plans are read. */
  int questionsOf(Runnable reading) {
    questions.set(0);
    reading.run();
    return questions.get();
  }

  /** With so many tickets that carry the same label of the plan. */
  static PlanTrial alike(DatabaseForTests database, int tickets) {
    return new PlanTrial(database, Collections.nCopies(tickets, Set.of("old")));
  }

  /** Remembers every version. */
  private static final class Versions extends VocabulariesForTests {
    private final Map<Integer, Vocabulary> all = new HashMap<>();

    @Override
    public void publish(Vocabulary vocabulary) {
      super.publish(vocabulary);
      all.put(vocabulary.version(), vocabulary);
    }

    @Override
    public Optional<PublishedVocabulary> find(int version) {
      return Optional.ofNullable(all.get(version))
          .map(each -> new PublishedVocabulary(each, Instant.EPOCH, "lead", "", null));
    }
  }

  /** Publishes the next version, with these tags and one that is retired. */
  void publish(List<HouseTag> live, Alias... aliases) {
    List<HouseTag> tags = new ArrayList<>(live);
    tags.add(tag(2, "Gone", true));
    versions.publish(
        new Vocabulary(
            versions.latestVersion() + 1,
            List.of(new TagFamily("Cards", "purple", Map.of())),
            tags,
            List.of(aliases),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    clock.pass(Duration.ofMinutes(1));
  }

  static HouseTag tag(int id, String name, boolean retired) {
    return new HouseTag(id, name, "Cards", Map.of(), "", List.of(), retired, null);
  }

  /** Reads the helpdesk's tickets again. */
  void readTickets() {
    for (int i = 0; i < 3; i++) {
      sync.server().sync(sync.account.id());
      sync.letTimePass();
    }
  }

  /** One step of a server: hands out what may go, and writes. */
  int step() {
    RunPlans run =
        new RunPlans(
            sync.accounts,
            new Connectors(List.of(sync.helpdesk)),
            sync.backfills,
            new FeedPlans(plans, entries, connections, vocabulary) {
              @Override
              boolean mayGoOn(HelpdeskAccountId account) {
                return sync.transactions.required(() -> super.mayGoOn(account));
              }

              @Override
              int feed(HelpdeskAccountId account) {
                int fed = sync.transactions.required(() -> counted(super.feed(account)));
                sync.at("after the commit");
                return fed;
              }

              private int counted(int fed) {
                sync.at("before the commit");
                return fed;
              }
            });
    return run.turn(sync.account.id()) + sync.writer().writeDue(sync.account.id());
  }

  /** Steps until a plan ends, or nothing happens any more. */
  void run(long plan) {
    for (int i = 0; i < 60 && state(plan) == PlanState.RUNNING; i++) {
      step();
      sync.letTimePass();
    }
  }

  /** Makes a plan of what version 2 changed, closed tickets aside. */
  long make() {
    return make(VERSION_2, false);
  }

  long make(PlanOrigin origin, boolean closedToo) {
    return make.make(sync.account.id(), origin, closedToo, "lead");
  }

  /** Makes it and starts it. */
  long start() {
    long plan = make();
    steer.start(plan, "lead");
    return plan;
  }

  /** A step in which the server is killed, if it comes so often to this moment. */
  void killAt(String step, int time) {
    AtomicInteger times = new AtomicInteger();
    sync.fate(
        moment -> {
          if (moment.equals(step) && times.incrementAndGet() == time) {
            throw new SyncTrial.Killed(step);
          }
        });
    Throwable killed = catchThrowable(this::step);
    sync.fate(moment -> {});
    assertThat(killed != null).as("killed").isEqualTo(times.get() >= time);
  }

  PlanProgress progress(long plan) {
    return read.one(plan).progress();
  }

  /** Why it paused by itself, null if it did not. */
  PauseReason pauseReason(long plan) {
    return plans.find(plan).orElseThrow().pauseReason();
  }

  PlanState state(long plan) {
    return plans.find(plan).orElseThrow().state();
  }

  /** An agent decides about a ticket. */
  void decide(long ticket, Set<String> add, Set<String> remove) {
    sync.outbox.enqueue(new TicketId(sync.account.id(), ticket), add, remove, "anna");
  }

  /** What an agent sees of a ticket's labels that are on their way. */
  List<UnwrittenLabel> unwritten(long ticket) {
    return sync.outbox.unwritten(new TicketId(sync.account.id(), ticket));
  }

  /** The helpdesk loses tickets. */
  void delete(long first, long last) {
    for (long ticket = first; ticket <= last; ticket++) {
      sync.helpdesk.delete(ticket);
    }
  }

  /** An admin tries all again that was refused. */
  void tryAgain() {
    SyncStoresForTests.deadLetters(sync.database.dataSource())
        .retryAll(sync.account.id(), Long.MAX_VALUE, "mei");
  }

  static void refuses(String reason, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            PlanRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  /** What a ticket carries at the helpdesk. */
  Set<String> labels(long ticket) {
    return new HashSet<>(sync.helpdesk.tickets().get(ticket));
  }

  /** What all tickets carry, in their order. */
  List<Set<String>> labels() {
    List<Set<String>> all = new ArrayList<>();
    for (long ticket = 1; ticket <= sync.helpdesk.tickets().size(); ticket++) {
      all.add(labels(ticket));
    }
    return all;
  }

  /** Somebody at the helpdesk changes a ticket. */
  void change(long ticket, Set<String> add, Set<String> remove) {
    Set<String> labels = labels(ticket);
    labels.addAll(add);
    labels.removeAll(remove);
    sync.helpdesk.relabel(ticket, labels);
  }
}
