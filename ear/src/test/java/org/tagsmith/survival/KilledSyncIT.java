package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.sandbox.desk.Journal.Effect;
import org.tagsmith.survival.LivingHelpdesk.Decided;

/**
 * Nothing lost, nothing doubled: processes are killed while they read and write, the helpdesk goes
 * on meanwhile, and in the end everything is compared.
 */
class KilledSyncIT {
  /** So many processes are killed: {@code -Dtagsmith.kills=200}. */
  private static final int KILLS = Integer.getInteger("tagsmith.kills", 50);

  /** What happens is decided by it, when is not: {@code -Dtagsmith.kills.seed=1}. */
  private static final long SEED = Long.getLong("tagsmith.kills.seed", System.currentTimeMillis());

  private static final int TICKETS = 3000;
  private static final int PAGE = 10;
  private static final int LATEST_KILL_MILLIS = 700;
  private static final int MOST_HAPPENINGS_BEFORE_A_START = 150;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private int processes;
  private int whileReading;
  private int whileWriting;

  @Test
  void processes_killed_at_any_moment_lose_nothing_and_double_nothing() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        LivingHelpdesk helpdesk = new LivingHelpdesk(database, TICKETS, random)) {
      Books books = new Books(database);
      PagesReadAgain pages = new PagesReadAgain(helpdesk.sandbox().journal());
      try (KillableProcess last = killOneAfterTheOther(database, helpdesk, books, pages)) {
        last.go();
        settle(last, helpdesk);
      }
      pages.count();
      System.out.println(told(pages, helpdesk));

      books.assertAgreeWith(helpdesk.sandbox());
      assertWrittenOnce(helpdesk, books);
      // the page that was being stored, and the one that was read meanwhile
      assertThat(pages.again()).allMatch(again -> again <= 2);
      assertThat(whileReading).as("kills while reading").isGreaterThan(KILLS / 3);
      assertThat(whileWriting).as("kills while writing").isPositive();
    }
  }

  /** Returns a process that waits for its turn. */
  private KillableProcess killOneAfterTheOther(
      DatabaseForTests database, LivingHelpdesk helpdesk, Books books, PagesReadAgain pages)
      throws Exception {
    KillableProcess next = start(database, helpdesk);
    for (int kill = 0; kill < KILLS; kill++) {
      try (KillableProcess victim = next.awaitReady()) {
        next = start(database, helpdesk);
        // with few of them, the victim has read everything before it dies
        for (int left = random.nextInt(MOST_HAPPENINGS_BEFORE_A_START); left >= 0; left--) {
          helpdesk.happen();
        }
        helpdesk.letTimePass();
        long callsBefore = calls(helpdesk);
        victim.go();
        await()
            .pollInterval(Duration.ofMillis(2))
            .atMost(Duration.ofSeconds(20))
            .until(() -> calls(helpdesk) > callsBefore);
        liveOn(helpdesk, Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)));
        victim.kill();
      }
      bury(database, books);
      books.assertAgreeWithThemselves();
      pages.count();
    }
    return next.awaitReady();
  }

  private KillableProcess start(DatabaseForTests database, LivingHelpdesk helpdesk)
      throws Exception {
    Map<String, String> settings = new LinkedHashMap<>(helpdesk.settings(PAGE));
    settings.put(
        SyncingProcess.DATABASE, database.jdbcUrl() + "&ApplicationName=victim" + ++processes);
    return KillableProcess.start(settings, folder.resolve("process-" + processes + ".log"));
  }

  private static long calls(LivingHelpdesk helpdesk) {
    return helpdesk.sandbox().journal().totals().calls();
  }

  private static void liveOn(LivingHelpdesk helpdesk, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      helpdesk.happen();
      helpdesk.letTimePass();
      Thread.sleep(Math.max(0, Math.min(10, (end - System.nanoTime()) / 1_000_000)));
    }
  }

  /**
   * Notes what it was killed at, waits until the database has noticed its end, and lets the leases
   * end, which it would take half a minute to wait for.
   */
  private void bury(DatabaseForTests database, Books books) {
    String victim = "'victim" + (processes - 1) + "'";
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                books.number(
                        "select count(*) from pg_stat_activity where application_name = " + victim)
                    == 0);
    whileReading +=
        (int) books.number("select count(*) from sync_state where lease_holder is not null");
    whileWriting +=
        (int) books.number("select count(*) from write_back where lease_holder is not null");
    database.execute("update sync_state set lease_until = lease_until - interval '1 minute'");
    database.execute("update write_back set lease_until = lease_until - interval '1 minute'");
  }

  private static void settle(KillableProcess last, LivingHelpdesk helpdesk) throws Exception {
    last.settle();
    // what it wrote, and what happened last, is shown by the export after a minute
    helpdesk.letTimePass();
    last.settle();
  }

  private void assertWrittenOnce(LivingHelpdesk helpdesk, Books books) {
    assertThat(
            books.texts(
                """
                select concat_ws(' ', state, ticket_id, add_labels, remove_labels, last_problem)
                from outbox_entry where state <> 'written'
                """))
        .as("changes that were not written")
        .isEmpty();
    List<Effect> written =
        helpdesk.sandbox().journal().effects().stream()
            .filter(effect -> Set.of("api", "batch").contains(effect.by()))
            .toList();
    Map<Decided, Long> added = times(written, Effect::added);
    Map<Decided, Long> removed = times(written, Effect::removed);
    helpdesk
        .decisions()
        .forEach(
            (decided, stays) -> {
              long adds = added.getOrDefault(decided, 0L);
              long removals = removed.getOrDefault(decided, 0L);
              if (stays) {
                assertThat(adds).as("%s was added", decided).isEqualTo(1);
                assertThat(removals).as("%s was removed", decided).isZero();
              } else {
                // an addition and its undo that waited together were never written
                assertThat(adds).as("%s was added and removed", decided).isEqualTo(removals);
                assertThat(adds).isLessThanOrEqualTo(1);
              }
            });
    assertThat(helpdesk.decisions().keySet()).containsAll(added.keySet());
    // A closed ticket is changed by a job that outlives whoever asked for it: the next process may
    // ask again before the job has run, and the second job finds nothing left to do.
    // And what was undone is sent behind an attempt that may still take effect.
    Set<Long> undone =
        helpdesk.decisions().entrySet().stream()
            .filter(decision -> !decision.getValue())
            .map(decision -> decision.getKey().ticket())
            .collect(Collectors.toSet());
    assertThat(written)
        .filteredOn(effect -> effect.by().equals("api") && !undone.contains(effect.ticketId()))
        .as("writes without effect")
        .noneMatch(effect -> effect.added().isEmpty() && effect.removed().isEmpty());
  }

  private static Map<Decided, Long> times(
      List<Effect> effects, Function<Effect, Set<String>> labels) {
    return effects.stream()
        .flatMap(
            effect ->
                labels.apply(effect).stream().map(label -> new Decided(effect.ticketId(), label)))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private String told(PagesReadAgain pages, LivingHelpdesk helpdesk) {
    return ("Seed %d: %d processes killed, %d while reading, %d while writing. %d tickets, %d labels"
            + " decided. After so many kills so many pages were read again: %s")
        .formatted(
            SEED,
            KILLS,
            whileReading,
            whileWriting,
            helpdesk.sandbox().tickets().count(),
            helpdesk.decisions().size(),
            pages.again().stream()
                .collect(
                    Collectors.groupingBy(
                        Function.identity(), TreeMap::new, Collectors.counting())));
  }
}
