package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.survival.LivingHelpdesk.Product;

/**
 * A process reads and writes while tickets change and its PostgreSQL has trouble. When the trouble
 * is over, all is made up for by itself within half a minute, nothing lost and nothing doubled.
 */
class TroubledDatabaseIT {
  private static final int TICKETS = 1200;
  private static final int PAGE = 10;
  private static final int CORES = 2;
  private static final Duration HEALED_WITHIN = Duration.ofSeconds(30);

  /** So long each trouble lasts: {@code -Dtagsmith.trouble=60}. */
  private static final Duration LASTING =
      Duration.ofSeconds(Integer.getInteger("tagsmith.trouble", 6));

  @TempDir Path folder;

  private final List<Process> burners = new ArrayList<>();

  /** Something that begins and ends. */
  private interface Step {
    void take(StoppablePostgres postgres) throws Exception;
  }

  @AfterEach
  void cool() {
    burners.forEach(Process::destroyForcibly);
  }

  @Test
  void a_database_that_was_stopped_at_once_and_started_again() throws Exception {
    heals(Product.ZENDESK, folder, StoppablePostgres::stopAtOnce, StoppablePostgres::start);
  }

  @Test
  void a_database_that_hung() throws Exception {
    heals(Product.FRESHDESK, folder, StoppablePostgres::freeze, StoppablePostgres::thaw);
  }

  @Test
  void a_database_whose_disk_was_full() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, 200)) {
      assumeTrue(disk != null, "Only root may mount a file system to fill it up");
      heals(
          Product.ZENDESK,
          folder,
          postgres -> disk.fill(),
          postgres -> {
            disk.makeRoom();
            // one that gave up is started again by whatever looks after it
            postgres.start();
          });
    }
  }

  @Test
  void a_machine_whose_cores_were_all_busy() throws Exception {
    heals(Product.FRESHDESK, folder, postgres -> burn(), postgres -> cool());
  }

  private void burn() throws IOException {
    for (int i = 0; i < CORES; i++) {
      burners.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
    }
  }

  private void heals(Product product, Path data, Step begin, Step end) throws Exception {
    Random random = new Random(1);
    try (StoppablePostgres postgres = StoppablePostgres.in(data);
        DatabaseForTests database = postgres.migrated();
        LivingHelpdesk helpdesk = product.open(database, TICKETS, random);
        KillableProcess process = start(postgres, helpdesk)) {
      process.awaitReady().go();
      await().atMost(Duration.ofSeconds(60)).until(() -> pages(helpdesk) >= TICKETS / PAGE / 4);
      liveOn(Duration.ofMillis(500), helpdesk, helpdesk::happen);
      begin.take(postgres);
      liveOn(LASTING, helpdesk, helpdesk::happenInTheHelpdesk);
      end.take(postgres);
      long ended = System.nanoTime();
      liveOn(Duration.ofSeconds(1), helpdesk, helpdesk::happen);
      helpdesk.settle(process);
      helpdesk.letTimePass();
      helpdesk.settle(process);
      process.rest();
      Duration healing = Duration.ofNanos(System.nanoTime() - ended);
      System.out.printf("%s: healed %d ms after the end%n", product, healing.toMillis());

      Books books = new Books(database);
      books.assertAgreeWith(helpdesk);
      WrittenLabels.assertOnce(product, helpdesk, books);
      assertThat(helpdesk.decisions()).isNotEmpty();
      assertThat(healing).isLessThan(HEALED_WITHIN);
    }
  }

  private KillableProcess start(StoppablePostgres postgres, LivingHelpdesk helpdesk)
      throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(helpdesk.settings(PAGE));
    settings.put(SyncingProcess.DATABASE, postgres.jdbcUrl());
    settings.put(SyncingProcess.CLOCK, FastClock.begin().toString());
    return KillableProcess.start(settings, folder.resolveSibling(folder.getFileName() + ".log"));
  }

  private static long pages(LivingHelpdesk helpdesk) {
    return helpdesk.pages(helpdesk.journal().calls()).size();
  }

  private static void liveOn(Duration time, LivingHelpdesk helpdesk, Runnable happening)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      happening.run();
      helpdesk.letTimePass();
      Thread.sleep(10);
    }
  }
}
