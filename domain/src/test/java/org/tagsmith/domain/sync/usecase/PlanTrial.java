package org.tagsmith.domain.sync.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagsmith.domain.report.VocabulariesForTests;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.ClockForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.ConnectionRepository;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;
import org.tagsmith.domain.sync.plan.PlanEntries;
import org.tagsmith.domain.sync.plan.PlanRepository;
import org.tagsmith.domain.sync.plan.PlanState;
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

  final SyncTrial sync;
  final PlanRepository plans;
  final PlanEntries entries;
  final MakePlan make;
  final SteerPlans steer;
  final ReadPlans read;
  final TryPlan tryPlan;
  private final ConnectionRepository connections;
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
    publish(List.of(CARD_TAG), new Alias("old", CARD), new Alias("older", CARD));
    publish(List.of(CARD_TAG), new Alias("old", CARD), new Alias("older", CARD));
    CurrentVocabulary vocabulary = new CurrentVocabulary(versions, clock);
    make = new MakePlan(find, connectors, vocabulary, versions, plans);
    steer = new SteerPlans(find, connections, plans, entries, vocabulary);
    read =
        new ReadPlans(
            sync.accounts, connectors, connections, sync.backfills, sync.states, plans, entries);
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
            new FeedPlans(plans, entries, connections) {
              @Override
              boolean isDue(HelpdeskAccountId account) {
                return sync.transactions.required(() -> super.isDue(account));
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

  PlanState state(long plan) {
    return plans.find(plan).orElseThrow().state();
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
