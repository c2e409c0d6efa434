package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** The shipped EAR on its server, killed three times during its first reading. */
class KilledServerIT {
  private static final int TICKETS = 20_000;
  private static final int PAGE = 100;
  private static final int KILLS = 3;

  @TempDir Path data;

  @Test
  void a_server_killed_during_its_first_reading_goes_on_where_it_was() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.migrated();
        LivingHelpdesk helpdesk = new LivingZendesk(database, TICKETS, new Random(1))) {
      Journal journal = helpdesk.journal();
      Books books = new Books(database);
      PagesReadAgain pages = new PagesReadAgain(journal);
      Map<String, String> settings = settings(database, helpdesk);
      for (int kill = 1; kill <= KILLS; kill++) {
        long enough = (long) TICKETS * kill / (KILLS + 1);
        killOnceItHasRead(enough, settings, journal);
        books.assertAgreeWithThemselves();
        assertThat(books.ticketsStored())
            .as("tickets stored when it was killed")
            .isPositive()
            .isLessThan(TICKETS);
        pages.count();
      }

      try (RunningTagsmith last = RunningTagsmith.start(settings)) {
        last.awaitReady();
        // three empty looks: nothing more is behind the bookmark
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> pagesAtTheEnd(journal).size() >= 3 && isIdle(books));
        pages.count();
        // the last page may still be the backfill's; live reading asks again in a moment
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> books.assertAgreeWith(helpdesk));
      }
      assertThat(pages.again()).allMatch(again -> again <= 1);
    }
  }

  private Map<String, String> settings(DatabaseForTests database, LivingHelpdesk helpdesk) {
    Map<String, String> settings = new HashMap<>(RunningTagsmith.settings(data));
    helpdesk
        .settings(PAGE)
        .forEach(
            (name, value) ->
                settings.put(
                    name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT), value));
    settings.put("TAGSMITH_PORT", Integer.toString(FreePorts.one()));
    settings.put("TAGSMITH_JDBC_URL", database.jdbcUrl());
    settings.put("TAGSMITH_JDBC_USER", "postgres");
    settings.put("TAGSMITH_SYNC_INTERVAL", "PT2S");
    return settings;
  }

  private static void killOnceItHasRead(long tickets, Map<String, String> settings, Journal journal)
      throws Exception {
    try (RunningTagsmith tagsmith = RunningTagsmith.start(settings)) {
      await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofMinutes(3))
          .until(() -> journal.totals().exportedTickets() >= tickets);
      List<ProcessHandle> children = tagsmith.process().children().toList();
      assertThat(children).as("the server").hasSize(1);
      assertThat(children.get(0).destroyForcibly()).isTrue();
      assertThat(tagsmith.awaitEnd()).as("the launcher has ended as well").isEqualTo(2);
    }
  }

  private static List<Journal.Call> pagesAtTheEnd(Journal journal) {
    return journal.calls(call -> call.path().contains("/incremental/") && call.tickets() == 0);
  }

  private static boolean isIdle(Books books) {
    return books.number("select count(*) from sync_state where phase = 'idle'") == 1
        && books.number("select count(*) from backfill where finished_at is null") == 0;
  }
}
