package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.sandbox.desk.Journal.Effect;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Mishap;
import org.tagsmith.sandbox.http.Request;

/**
 * Two agents and an automation change the tags of one ticket while we write to it, again and again:
 * before we read, between our reading and our writing, and behind it. As the rule says that admins
 * set up, a delivery tells of each change, ours too; where none arrive, what is lost is not listed.
 *
 * <p>{@code tagsmith.contested} says how often, {@code tagsmith.contested.seed} in which order.
 */
public abstract class OthersAtTheSameTicket {
  private static final System.Logger LOG = System.getLogger(OthersAtTheSameTicket.class.getName());
  private static final List<String> OTHERS = List.of("agent", "agent-b", "automation");
  private static final int MOST_CALLS = 4;
  private static final int LABELS_OF_EACH = 3;

  private final Map<Long, Set<String>> foreign = new HashMap<>();
  private final List<Act> acts = new ArrayList<>();
  private int calls;
  private SandboxUnderTest helpdesk;
  private WholeSync sync;

  /** Starts a helpdesk with tickets of its own invention. */
  protected abstract SandboxUnderTest start(int tickets, int pageSize);

  /** Whether each label that is lost is at least listed; otherwise none is lost. */
  protected abstract boolean mayLose();

  /** Somebody's change before or behind the how-manieth call. */
  private record Act(int call, boolean before, String by, String label, boolean add) {}

  /** What became of all. */
  private record Tally(int written, int given, int lost, int undetected, int listed) {}

  @Test
  void no_label_of_others_is_lost_unseen_however_often_they_change_the_ticket_while_we_write() {
    int times = Integer.getInteger("tagsmith.contested", 100);
    Random chance = new Random(Long.getLong("tagsmith.contested.seed", 20_260_506));
    Tally tally;
    try (DatabaseForTests database = DatabaseForTests.migrated();
        SandboxUnderTest sandbox = start(20, 100)) {
      helpdesk = sandbox;
      sync = new WholeSync(database, sandbox.account(), sandbox.connector());
      sandbox.faults().always(this::concernsTicket, new Mishap("others", this::amongOthers));
      tally = contest(times, chance);
    }
    LOG.log(
        System.Logger.Level.INFO,
        "{0}: {1} writes, {2} ended, {3} changes by others, {4} lost, {5} of them unseen, {6} listed",
        getClass().getSimpleName(),
        Integer.toString(times),
        Integer.toString(tally.written()),
        Integer.toString(tally.given()),
        Integer.toString(tally.lost()),
        Integer.toString(tally.undetected()),
        Integer.toString(tally.listed()));
    assertThat(tally.given()).as("changes by others").isGreaterThan(times * 2);
    assertThat(tally.undetected()).as("changes of others that were lost and not listed").isZero();
    if (mayLose()) {
      assertThat(tally.lost()).as("the trial reaches the window").isPositive();
    } else {
      assertThat(tally.lost()).as("changes of others that were lost").isZero();
    }
  }

  @Test
  void a_write_that_nobody_crosses_is_not_listed() {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        SandboxUnderTest sandbox = start(5, 100)) {
      sync = new WholeSync(database, sandbox.account(), sandbox.connector());
      long ticket = sandbox.open(Set.of("a_0"));
      for (int time = 0; time < 5; time++) {
        int effects = sandbox.journal().effects().size();
        sync.decide(ticket, Set.of("ours_" + time), Set.of());
        sync.writeAll();
        List<Effect> all = sandbox.journal().effects();
        tellOf(all.subList(effects, all.size()));

        assertThat(sync.listCrossed()).isZero();
        assertThat(sync.outbox().refused()).isZero();
      }
    }
  }

  private Tally contest(int times, Random chance) {
    int written = 0;
    int given = 0;
    int lost = 0;
    int undetected = 0;
    int listed = 0;
    for (int time = 0; time < times; time++) {
      long ticket = helpdesk.open(Set.of("a_0", "b_0", "c_0"));
      foreign.put(ticket, new HashSet<>(Set.of("a_0", "b_0", "c_0")));
      String ours = "ours_" + time;
      plan(chance);
      calls = 0;
      int effects = helpdesk.journal().effects().size();
      sync.decide(ticket, Set.of(ours), Set.of());
      sync.writeAll();
      acts.clear();
      List<Effect> since = effectsSince(effects);
      tellOf(since);
      boolean listedNow = sync.listCrossed() > 0;
      given += (int) since.stream().filter(effect -> OTHERS.contains(effect.by())).count();
      Set<String> now = helpdesk.tickets().get(ticket);
      written += now.contains(ours) ? 1 : 0;
      Set<String> expected = new HashSet<>(foreign.get(ticket));
      Set<String> kept = new HashSet<>(now);
      kept.removeIf(label -> label.startsWith("ours_") || !isOfOthers(label));
      boolean intact = kept.equals(expected);
      lost += intact ? 0 : 1;
      listed += listedNow ? 1 : 0;
      undetected += intact || listedNow ? 0 : 1;
    }
    return new Tally(written, given, lost, undetected, listed);
  }

  private static boolean isOfOthers(String label) {
    return label.matches("[abc]_[0-9]");
  }

  private List<Effect> effectsSince(int before) {
    List<Effect> all = helpdesk.journal().effects();
    return all.subList(before, all.size());
  }

  /** Each one adds a label of theirs or takes it away, some time during our write. */
  private void plan(Random chance) {
    for (int who = 0; who < OTHERS.size(); who++) {
      String label = (char) ('a' + who) + "_" + chance.nextInt(LABELS_OF_EACH);
      acts.add(
          new Act(
              1 + chance.nextInt(MOST_CALLS - 1),
              chance.nextBoolean(),
              OTHERS.get(who),
              label,
              !label.endsWith("_0")));
    }
  }

  private boolean concernsTicket(Request request) {
    return request.path().matches(".*/tickets/[0-9]+(\\.json|/tags\\.json)?");
  }

  private Answer amongOthers(Request request, Function<Request, Answer> honest) {
    long ticket = Long.parseLong(request.path().replaceAll(".*/tickets/([0-9]+).*", "$1"));
    int call = ++calls;
    act(ticket, call, true);
    var answer = honest.apply(request);
    act(ticket, call, false);
    return answer;
  }

  private void act(long ticket, int call, boolean before) {
    for (Act act : acts) {
      if (act.call() == call && act.before() == before) {
        if (act.call() % 2 == 0) {
          helpdesk.clock().pass(Duration.ofSeconds(1));
        }
        helpdesk.change(ticket, act.by(), act.label(), act.add());
        if (act.add()) {
          foreign.get(ticket).add(act.label());
        } else {
          foreign.get(ticket).remove(act.label());
        }
      }
    }
  }

  /** The helpdesk tells of every change, whoever made it, as its rule says. */
  private void tellOf(List<Effect> effects) {
    effects.stream()
        .filter(effect -> !effect.added().isEmpty() || !effect.removed().isEmpty())
        .forEach(effect -> sync.delivered(effect.ticketId()));
  }
}
