package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.survival.LivingHelpdesk.Product;

/**
 * Nothing lost, nothing doubled: processes are killed while they read and write, the helpdesk goes
 * on meanwhile, and in the end everything is compared.
 */
class KilledSyncIT {
  /** So many processes are killed in each helpdesk: {@code -Dtagsmith.kills=200}. */
  private static final int KILLS = Integer.getInteger("tagsmith.kills", 20);

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

  @ParameterizedTest
  @EnumSource(Product.class)
  void processes_killed_at_any_moment_lose_nothing_and_double_nothing(Product product)
      throws Exception {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        LivingHelpdesk helpdesk = product.open(database, TICKETS, random)) {
      Books books = new Books(database);
      PagesInVain pages = new PagesInVain(helpdesk, books);
      try (KillableProcess last = killOneAfterTheOther(database, helpdesk, books, pages)) {
        last.go();
        settle(last, helpdesk);
        last.rest();
      }
      pages.count();
      System.out.println(product + ": " + told(pages, helpdesk));

      books.assertAgreeWith(helpdesk);
      WrittenLabels.assertOnce(product, helpdesk, books);
      // the page that was being read; the one that was being stored meanwhile is kept
      assertThat(pages.inVain()).allMatch(inVain -> inVain <= 1);
      assertThat(whileReading).as("kills while reading").isGreaterThan(KILLS / 3);
      assertThat(whileWriting).as("kills while writing").isPositive();
    }
  }

  /** Returns a process that waits for its turn. */
  private KillableProcess killOneAfterTheOther(
      DatabaseForTests database, LivingHelpdesk helpdesk, Books books, PagesInVain pages)
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
    settings.put(SyncingProcess.CLOCK, FastClock.begin().toString());
    return KillableProcess.start(settings, folder.resolve("process-" + processes + ".log"));
  }

  private static long calls(LivingHelpdesk helpdesk) {
    return helpdesk.journal().totals().calls();
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
    helpdesk.settle(last);
    // what it wrote, and what happened last, is shown by the export after a minute
    helpdesk.letTimePass();
    helpdesk.settle(last);
  }

  private String told(PagesInVain pages, LivingHelpdesk helpdesk) {
    return ("Seed %d: %d processes killed, %d while reading, %d while writing. %d tickets, %d labels"
            + " decided. Pages given in vain, and after how many kills: %s")
        .formatted(
            SEED,
            KILLS,
            whileReading,
            whileWriting,
            helpdesk.labels().size(),
            helpdesk.decisions().size(),
            pages.inVain().stream()
                .collect(
                    Collectors.groupingBy(
                        Function.identity(), TreeMap::new, Collectors.counting())));
  }
}
