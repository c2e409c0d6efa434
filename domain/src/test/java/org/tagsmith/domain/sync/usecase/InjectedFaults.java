package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.OutboxRepository.OutboxCounts;
import org.tagsmith.domain.sync.SandboxUnderTest;
import org.tagsmith.sandbox.desk.Journal.Effect;

/**
 * The same days of a helpdesk are lived through twice: once without any fault, and once with many
 * at the HTTP edge and with a clock of ours that is ten minutes off now and then. Afterwards both
 * sides hold the same, and few calls were wasted.
 *
 * <p>{@code tagsmith.faults} says how many, {@code tagsmith.faults.seed} which.
 */
public abstract class InjectedFaults {
  private static final System.Logger LOG = System.getLogger(InjectedFaults.class.getName());
  private static final double CALLS_ALLOWED = 1.1;
  private static final int TICKETS = 400;
  private static final int PAGE = 100;

  /** Starts a helpdesk with tickets of its own invention. */
  protected abstract SandboxUnderTest start(int tickets, int pageSize);

  @Test
  void after_hundreds_of_faults_nothing_is_lost_or_doubled_and_few_calls_were_wasted() {
    int faults = Integer.getInteger("tagsmith.faults", 60);
    long seed = Long.getLong("tagsmith.faults.seed", 20_260_506);
    long calm = live(faults, seed, false);
    long stormy = live(faults, seed, true);

    LOG.log(
        System.Logger.Level.INFO,
        "{0}: {1} faults of seed {2}: {3} calls, {4} without any fault, {5} allowed",
        getClass().getSimpleName(),
        faults,
        Long.toString(seed),
        Long.toString(stormy),
        Long.toString(calm),
        Long.toString(Math.round(CALLS_ALLOWED * calm) + faults));
    assertThat(stormy)
        .as("calls, of which a run without faults makes %d", calm)
        .isLessThanOrEqualTo(Math.round(CALLS_ALLOWED * calm) + faults);
  }

  /** Lives as many rounds as there are faults; returns how many calls that took. */
  private long live(int faults, long seed, boolean stormy) {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        SandboxUnderTest helpdesk = start(TICKETS, PAGE)) {
      WholeSync sync = new WholeSync(database, helpdesk.account(), helpdesk.connector());
      BusyHelpdesk busy = new BusyHelpdesk(helpdesk, sync, seed);
      Storm storm = new Storm(helpdesk, seed);
      sync.readAll();
      for (int round = 0; round < faults; round++) {
        busy.round();
        if (stormy) {
          storm.strike();
        }
        sync.readAll();
        sync.writeAll();
      }
      for (int more = 0; !storm.isOver(); more++) {
        assertThat(more).as("rounds in which a fault found no call").isLessThan(faults);
        busy.decide();
        sync.readAll();
        sync.writeAll();
      }
      storm.blowOver();
      for (int i = 0; i < 2; i++) {
        helpdesk.settle();
        sync.readAll();
      }
      if (stormy) {
        assertThat(storm.struck()).as("faults").isEqualTo(faults);
      }
      assertNothingIsLostOrDoubled(helpdesk, sync, busy);
      return helpdesk.journal().totals().calls();
    }
  }

  private static void assertNothingIsLostOrDoubled(
      SandboxUnderTest helpdesk, WholeSync sync, BusyHelpdesk busy) {
    Map<Long, Set<String>> truth = helpdesk.tickets();
    assertThat(busy.accordingToTheJournal()).as("the journal").isEqualTo(truth);
    assertThat(sync.stored()).as("what is stored").isEqualTo(truth);
    assertThat(sync.contactsCounted()).as("contacts").isEqualTo(truth.size());
    assertThat(sync.number("select count(*) from ticket where status <> 6"))
        .as("tickets")
        .isEqualTo(truth.size());
    assertThat(sync.ticketsCounted()).isEqualTo(sync.number("select count(*) from ticket"));
    assertThat(sync.outbox()).isEqualTo(new OutboxCounts(0, 0));
    assertThat(busy.decided()).isNotEmpty();
    assertThat(helpdesk.journal().effects().stream().filter(BusyHelpdesk::isOurs))
        .as("each decision took effect once, and nothing was written twice")
        .extracting(Effect::added)
        .containsExactlyInAnyOrderElementsOf(busy.decided().stream().map(Set::of).toList());
  }
}
