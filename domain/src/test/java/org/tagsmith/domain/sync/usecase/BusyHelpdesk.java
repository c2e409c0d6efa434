package org.tagsmith.domain.sync.usecase;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.sandbox.desk.Journal.Effect;
import org.tagsmith.sandbox.http.Mishap;

/**
 * Customers and agents at work, in an order that a seed decides: before each reading, and while it
 * goes on. Remembers what was there at first, so that the journal can tell what must be there now.
 */
final class BusyHelpdesk {
  private static final Set<String> OURS = Set.of("api", "batch", "bulk");
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(90);
  private static final int OPENED_FOR_DECISIONS = 20;
  private static final int LARGE = 130;

  private final SandboxUnderTest helpdesk;
  private final WholeSync sync;
  private final Random chance;
  private final Map<Long, Set<String>> atFirst = new HashMap<>();
  private final List<Long> others;
  private final List<Long> decidable = new ArrayList<>();
  private final List<String> decided = new ArrayList<>();
  private final Deque<Runnable> meanwhile = new ArrayDeque<>();
  private int round;

  BusyHelpdesk(SandboxUnderTest helpdesk, WholeSync sync, long seed) {
    this.helpdesk = helpdesk;
    this.sync = sync;
    this.chance = new Random(seed);
    atFirst.putAll(helpdesk.tickets());
    others = new ArrayList<>(atFirst.keySet().stream().sorted().toList());
    for (int i = 0; i < OPENED_FOR_DECISIONS; i++) {
      decidable.add(helpdesk.open(Set.of("opened")));
    }
    helpdesk.settle();
    workDuringReadings();
  }

  /** A minute and a half: changes, decisions, and changes that wait for the next reading. */
  void round() {
    round++;
    helpdesk.clock().pass(BETWEEN_ROUNDS);
    for (int i = chance.nextInt(8); i >= 0; i--) {
      change();
    }
    int event = chance.nextInt(25);
    if (event == 0) {
      helpdesk.relabelAtOnce(others.subList(0, Math.min(LARGE, others.size())), "bulk_" + round);
    } else if (event == 1) {
      helpdesk.delete(others.remove(chance.nextInt(others.size())));
    } else if (event == 2) {
      others.add(helpdesk.open(Set.of("opened_" + round)));
    }
    if (chance.nextInt(3) > 0) {
      decide();
    }
    synchronized (meanwhile) {
      meanwhile.add(this::change);
    }
  }

  /** An agent decides. */
  void decide() {
    String label = "decided_" + decided.size();
    sync.decide(decidable.get(chance.nextInt(decidable.size())), Set.of(label), Set.of());
    decided.add(label);
  }

  private void change() {
    long ticket = others.get(chance.nextInt(others.size()));
    String label = "label_" + chance.nextInt(40);
    helpdesk.change(ticket, "agent", label, chance.nextBoolean());
  }

  private void workDuringReadings() {
    helpdesk
        .faults()
        .always(
            helpdesk::isList,
            new Mishap(
                "meanwhile",
                (request, honest) -> {
                  var answer = honest.apply(request);
                  synchronized (meanwhile) {
                    while (!meanwhile.isEmpty()) {
                      meanwhile.poll().run();
                    }
                  }
                  return answer;
                }));
  }

  /** The labels that agents decided through Tagsmith. */
  List<String> decided() {
    return decided;
  }

  /** Whether it was Tagsmith that wrote. */
  static boolean isOurs(Effect effect) {
    return OURS.contains(effect.by());
  }

  /** What must be there: what was there at first, and all effects since, one after the other. */
  Map<Long, Set<String>> accordingToTheJournal() {
    Map<Long, Set<String>> labels = new HashMap<>();
    atFirst.forEach((ticket, set) -> labels.put(ticket, new HashSet<>(set)));
    for (Effect effect : helpdesk.journal().effects()) {
      Set<String> set = labels.computeIfAbsent(effect.ticketId(), ticket -> new HashSet<>());
      set.removeAll(effect.removed());
      set.addAll(effect.added());
    }
    labels.keySet().retainAll(helpdesk.tickets().keySet());
    return labels;
  }
}
