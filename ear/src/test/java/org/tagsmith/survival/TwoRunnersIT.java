package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.survival.LivingHelpdesk.Product;

/**
 * Two processes on one database. Each asks for pages of its own size, so that the helpdesk's
 * journal names who called.
 */
class TwoRunnersIT {
  private static final int TICKETS = 1500;
  private static final int ONE = 10;
  private static final int OTHER = 11;
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);

  /** So long the two read side by side: {@code -Dtagsmith.side-by-side=60}. */
  private static final Duration SIDE_BY_SIDE =
      Duration.ofSeconds(Integer.getInteger("tagsmith.side-by-side", 5));

  @TempDir Path folder;

  private final Random random = new Random(1);

  @ParameterizedTest
  @EnumSource(Product.class)
  void of_two_that_read_all_the_time_one_reads_at_a_time(Product product) throws Exception {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        LivingHelpdesk helpdesk = product.open(database, TICKETS, random);
        KillableProcess one = start(database, helpdesk, ONE);
        KillableProcess other = start(database, helpdesk, OTHER)) {
      Books books = new Books(database);
      PagesInVain pages = new PagesInVain(helpdesk, books);
      one.awaitReady().go();
      other.awaitReady().go();
      liveOn(SIDE_BY_SIDE, helpdesk);
      settle(helpdesk, one, other);
      one.rest();
      other.rest();

      books.assertAgreeWith(helpdesk);
      WrittenLabels.assertOnce(product, helpdesk, books);
      // who reads beside the one that holds the lease may store nothing of what it reads
      pages.count();
      assertThat(pages.inVain()).as("pages given in vain").containsOnly(0);
      assertThat(pagesOf(ONE, helpdesk)).as("pages of one").isNotEmpty();
      assertThat(pagesOf(OTHER, helpdesk)).as("pages of the other").isNotEmpty();
    }
  }

  @Test
  void when_the_one_that_reads_is_killed_the_other_takes_over() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        LivingHelpdesk helpdesk = Product.ZENDESK.open(database, TICKETS, random);
        KillableProcess one = start(database, helpdesk, ONE);
        KillableProcess other = start(database, helpdesk, OTHER)) {
      Books books = new Books(database);
      PagesInVain pages = new PagesInVain(helpdesk, books);
      one.awaitReady();
      other.awaitReady();
      beginWith(one, other, helpdesk, books);

      one.kill();
      Duration reading = timeUntilPagesOf(OTHER, helpdesk);
      System.out.printf("Reading was taken over after %d ms%n", reading.toMillis());
      liveOn(Duration.ofSeconds(1), helpdesk);
      settle(helpdesk, other);
      other.rest();

      books.assertAgreeWith(helpdesk);
      WrittenLabels.assertOnce(Product.ZENDESK, helpdesk, books);
      pages.count();
      assertThat(pages.inVain()).as("pages given in vain").allMatch(inVain -> inVain <= 1);
      assertThat(reading).isLessThan(TAKEN_OVER_WITHIN);
    }
  }

  @Test
  void one_that_hung_until_another_took_over_stores_nothing_any_more() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        LivingHelpdesk helpdesk = Product.ZENDESK.open(database, TICKETS, random);
        KillableProcess one = start(database, helpdesk, ONE);
        KillableProcess other = start(database, helpdesk, OTHER)) {
      Books books = new Books(database);
      PagesInVain pages = new PagesInVain(helpdesk, books);
      one.awaitReady();
      other.awaitReady();
      beginWith(one, other, helpdesk, books);

      one.freeze();
      Duration reading = timeUntilPagesOf(OTHER, helpdesk);
      one.thaw();
      System.out.printf("Reading was taken over after %d ms%n", reading.toMillis());
      liveOn(Duration.ofSeconds(1), helpdesk);
      settle(helpdesk, one, other);
      one.rest();
      other.rest();

      books.assertAgreeWith(helpdesk);
      WrittenLabels.assertOnce(Product.ZENDESK, helpdesk, books);
      pages.count();
      assertThat(pages.inVain()).as("pages given in vain").allMatch(inVain -> inVain <= 1);
      assertThat(reading).isLessThan(TAKEN_OVER_WITHIN);
    }
  }

  /** The one reads a part of everything and writes, while the other would like to. */
  private static void beginWith(
      KillableProcess one, KillableProcess other, LivingHelpdesk helpdesk, Books books)
      throws IOException {
    one.go();
    await().until(() -> !pagesOf(ONE, helpdesk).isEmpty());
    other.go();
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofMinutes(1))
        .until(() -> pagesOf(ONE, helpdesk).size() >= TICKETS / ONE / 3);
    assertThat(pagesOf(OTHER, helpdesk)).as("pages of the other meanwhile").isEmpty();
    assertThat(books.number("select count(*) from sync_state where lease_holder is not null"))
        .isEqualTo(1);
  }

  private static Duration timeUntilPagesOf(int pageSize, LivingHelpdesk helpdesk) {
    long begin = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(1))
        .until(() -> !pagesOf(pageSize, helpdesk).isEmpty());
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private KillableProcess start(DatabaseForTests database, LivingHelpdesk helpdesk, int pageSize)
      throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(helpdesk.settings(pageSize));
    settings.put(SyncingProcess.DATABASE, database.jdbcUrl());
    settings.put(SyncingProcess.CLOCK, FastClock.begin().toString());
    return KillableProcess.start(settings, folder.resolve("process-" + pageSize + ".log"));
  }

  private static List<Journal.Call> pagesOf(int pageSize, LivingHelpdesk helpdesk) {
    return helpdesk.journal().calls(call -> call.query().contains("per_page=" + pageSize + "&"));
  }

  private static void settle(LivingHelpdesk helpdesk, KillableProcess... processes)
      throws IOException {
    for (KillableProcess process : processes) {
      helpdesk.settle(process);
    }
    helpdesk.letTimePass();
    for (KillableProcess process : processes) {
      helpdesk.settle(process);
    }
  }

  private static void liveOn(Duration time, LivingHelpdesk helpdesk) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      helpdesk.happen();
      helpdesk.letTimePass();
      Thread.sleep(10);
    }
  }
}
