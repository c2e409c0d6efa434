package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
 * while it reads. Each server asks for pages of its own size, so that the helpdesk's journal names
 * who called.
 */
class TwoServersIT {
  private static final int TICKETS = 3000;
  private static final int CHANGED = 1500;
  private static final List<Integer> PAGES = List.of(10, 11);
  private static final Duration WITHIN = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void when_the_server_that_reads_is_killed_the_other_takes_over() throws Exception {
    try (StoppablePostgres postgres = StoppablePostgres.in(folder);
        DatabaseForTests database = postgres.migrated();
        LivingHelpdesk helpdesk = new LivingZendesk(database, TICKETS, new Random(1));
        RunningTagsmith one = start(0, postgres, helpdesk);
        RunningTagsmith other = start(1, postgres, helpdesk)) {
      Books books = new Books(database);
      one.awaitReady();
      other.awaitReady();
      awaitAllRead(Duration.ofMinutes(2), helpdesk, books);
      killTheOneThatReads(List.of(one, other), helpdesk);
      awaitAllRead(WITHIN, helpdesk, books);
    }
  }

  /** Changes much, kills the server that reads it, and waits until the other has gone on. */
  private static void killTheOneThatReads(List<RunningTagsmith> servers, LivingHelpdesk helpdesk)
      throws Exception {
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
