package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.shipped.FreePorts;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * The shipped EAR on two servers over one PostgreSQL and one sandbox Zendesk. One server is killed
 * while it reads; then, under the other, the database is stopped, and made to hang. Each server
 * asks for pages of its own size, so that the helpdesk's journal names who called.
 */
class TwoServersIT {
  private static final int TICKETS = 3000;
  private static final int CHANGED = 1500;
  private static final List<Integer> PAGES = List.of(10, 11);
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Duration LASTING =
      Duration.ofSeconds(Integer.getInteger("tagsmith.trouble", 6));

  @TempDir Path folder;

  @Test
  void one_server_dies_then_the_database_stops_and_hangs_and_all_heals_by_itself()
      throws Exception {
    try (StoppablePostgres postgres = StoppablePostgres.in(folder);
        DatabaseForTests database = postgres.migrated();
        LivingHelpdesk helpdesk = new LivingZendesk(database, TICKETS, new Random(1));
        RunningTagsmith one = start(0, postgres, helpdesk);
        RunningTagsmith other = start(1, postgres, helpdesk)) {
      Books books = new Books(database);
      one.awaitReady();
      other.awaitReady();
      awaitAllRead(Duration.ofMinutes(2), helpdesk, books);
      RunningTagsmith left = killTheOneThatReads(List.of(one, other), helpdesk);
      awaitAllRead(WITHIN, helpdesk, books);

      postgres.stopAtOnce();
      assertUnreadyButAlive(left);
      liveOn(helpdesk);
      postgres.start();
      assertHeals(left, helpdesk, books);

      postgres.freeze();
      assertUnreadyButAlive(left);
      liveOn(helpdesk);
      postgres.thaw();
      assertHeals(left, helpdesk, books);
    }
  }

  /** Changes much, kills the server that reads it, and returns the other when it has gone on. */
  private static RunningTagsmith killTheOneThatReads(
      List<RunningTagsmith> servers, LivingHelpdesk helpdesk) throws Exception {
    List<Long> numbers = helpdesk.labels().keySet().stream().limit(CHANGED).toList();
    int before = pages(helpdesk).size();
    numbers.forEach(number -> helpdesk.toggle(number, "changed_by_a_rule"));
    helpdesk.letTimePass();
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(WITHIN)
        .until(() -> pages(helpdesk).size() >= before + 20);
    List<Journal.Call> read = pages(helpdesk);
    int reader = reader(read.get(read.size() - 1));
    ProcessHandle server = servers.get(reader).process().children().findAny().orElseThrow();
    assertThat(server.destroyForcibly()).isTrue();
    long killed = System.nanoTime();
    int pagesOfOther = pagesOf(1 - reader, helpdesk);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(1))
        .until(() -> pagesOf(1 - reader, helpdesk) > pagesOfOther);
    Duration takingOver = Duration.ofNanos(System.nanoTime() - killed);
    System.out.printf("Taken over after %d ms%n", takingOver.toMillis());
    assertThat(takingOver).isLessThan(WITHIN);
    return servers.get(1 - reader);
  }

  private static void assertUnreadyButAlive(RunningTagsmith server) throws Exception {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> {
              HttpResponse<String> ready = server.get(server.at("/health/ready"));
              assertThat(ready.statusCode()).isEqualTo(503);
              assertThat(ready.body()).contains("\"database\":\"false\"");
            });
    long begin = System.nanoTime();
    await().untilAsserted(() -> assertThat(status(server, "/health/live")).isEqualTo(200));
    assertThat(status(server, "/health/ready")).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .as("time until both were told")
        .isLessThan(Duration.ofSeconds(10));
  }

  private static void assertHeals(RunningTagsmith server, LivingHelpdesk helpdesk, Books books) {
    long ended = System.nanoTime();
    helpdesk.letTimePass();
    await().atMost(WITHIN).until(() -> status(server, "/health/ready") == 200);
    long ready = System.nanoTime();
    awaitAllRead(WITHIN.minusNanos(ready - ended), helpdesk, books);
    System.out.printf(
        "Ready %d ms after the end, all read after %d ms%n",
        (ready - ended) / 1_000_000, (System.nanoTime() - ended) / 1_000_000);
  }

  private static int status(RunningTagsmith server, String path)
      throws IOException, InterruptedException {
    return server.get(server.at(path)).statusCode();
  }

  private static void liveOn(LivingHelpdesk helpdesk) throws InterruptedException {
    long end = System.nanoTime() + LASTING.toNanos();
    while (System.nanoTime() < end) {
      helpdesk.happenInTheHelpdesk();
      helpdesk.letTimePass();
      Thread.sleep(20);
    }
  }

  private static void awaitAllRead(Duration within, LivingHelpdesk helpdesk, Books books) {
    await()
        .atMost(within)
        .untilAsserted(
            () -> {
              books.assertAgreeWith(helpdesk);
              assertThat(books.number("select count(*) from backfill where finished_at is null"))
                  .as("backfills that have not ended")
                  .isZero();
            });
  }

  private static List<Journal.Call> pages(LivingHelpdesk helpdesk) {
    return helpdesk.pages(helpdesk.journal().calls());
  }

  private static int reader(Journal.Call page) {
    return page.query().contains("per_page=" + PAGES.get(0) + "&") ? 0 : 1;
  }

  private static int pagesOf(int reader, LivingHelpdesk helpdesk) {
    return (int) pages(helpdesk).stream().filter(page -> reader(page) == reader).count();
  }

  private RunningTagsmith start(int number, StoppablePostgres postgres, LivingHelpdesk helpdesk)
      throws IOException {
    Path data = Files.createDirectory(folder.resolve("server-" + number));
    Map<String, String> settings = new HashMap<>(RunningTagsmith.settings(data));
    helpdesk
        .settings(PAGES.get(number))
        .forEach(
            (name, value) ->
                settings.put(
                    name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT), value));
    settings.put("TAGSMITH_PORT", Integer.toString(FreePorts.one()));
    settings.put("TAGSMITH_JDBC_URL", postgres.jdbcUrl());
    settings.put("TAGSMITH_JDBC_USER", "postgres");
    return RunningTagsmith.start(settings);
  }
}
