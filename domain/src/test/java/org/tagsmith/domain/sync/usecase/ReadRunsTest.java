package org.tagsmith.domain.sync.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.SyncRunRepository;
import org.tagsmith.domain.sync.SyncRunRepository.KeptRun;
import org.tagsmith.domain.sync.SyncStream;
import org.tagsmith.domain.sync.persistence.SyncStoresForTests;

/** The history of runs as an admin sees it, on a real database. */
class ReadRunsTest {
  private static DatabaseForTests database;

  private final SyncTrial trial = new SyncTrial(database, 20, 10);
  private final SyncRunRepository runs = SyncStoresForTests.runs(database.dataSource());
  private final ReadRuns readRuns =
      new ReadRuns(
          new FindAccount(
              trial.accounts, new OperatorsAccounts(new Connectors(List.of(trial.helpdesk)))),
          runs);

  @BeforeAll
  static void open() {
    database = DatabaseForTests.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_run_that_read_something_is_told_with_its_pages_and_tickets() {
    sync();

    KeptRun run = list().get(0);
    assertThat(run.pages()).isEqualTo(2);
    assertThat(run.tickets()).isEqualTo(20);
    assertThat(run.ending()).isEqualTo("up-to-date");
    assertThat(run.message()).isNull();
    assertThat(run.endedAt()).isAfterOrEqualTo(run.startedAt());
    assertThat(run.repeats()).isEqualTo(1);
  }

  @Test
  void runs_that_read_nothing_do_not_flood_the_history() {
    sync();
    for (int i = 0; i < 30; i++) {
      sync();
    }

    assertThat(list()).hasSize(1);
  }

  @Test
  void tickets_that_a_helpdesk_lists_again_though_nothing_happened_make_no_history() {
    sync();
    for (int i = 0; i < 5; i++) {
      database.execute("update sync_state set cursor = null");
      sync();
    }

    assertThat(list()).hasSize(1);
  }

  @Test
  void
      a_helpdesk_that_is_out_of_reach_for_long_is_one_line_and_what_was_read_in_between_parts_two() {
    sync();
    fail(12);
    trial.helpdesk.relabel(3, Set.of("news"));
    sync();
    fail(3);

    assertThat(list())
        .extracting(KeptRun::ending, KeptRun::repeats)
        .containsExactly(
            tuple("unreachable", 3),
            tuple("up-to-date", 1),
            tuple("unreachable", 12),
            tuple("up-to-date", 1));
    assertThat(list().get(0).message()).isEqualTo("Nobody answered");
  }

  @Test
  void another_way_of_failing_is_another_line() {
    sync();
    fail(2);
    trial.helpdesk.throttleNext(Duration.ofSeconds(40));
    sync();

    assertThat(list())
        .extracting(KeptRun::ending)
        .containsExactly("throttled", "unreachable", "up-to-date");
  }

  @Test
  void the_newest_thousand_are_kept_and_none_older_than_ninety_days() {
    int account = trial.account.id().value();
    database.execute(
        "insert into sync_run (account_id, started_at, ended_at, pages, tickets, outcome)"
            + " select %d, now(), now(), 1, n, 'up-to-date' from generate_series(1, 1200) n"
                .formatted(account));
    database.execute(
        "update sync_run set started_at = now() - interval '91 days' where tickets between 1100 and"
            + " 1150");

    sync();

    assertThat(trial.number("select count(*) from sync_run")).isEqualTo(1000 - 51);
    List<KeptRun> first = list();
    List<KeptRun> second = readRuns.list(trial.account.id(), first.get(19).id());
    assertThat(first).hasSize(ReadRuns.PAGE);
    assertThat(first.get(0).tickets()).isEqualTo(20);
    assertThat(second.get(0).id()).isLessThan(first.get(19).id());
  }

  @Test
  void a_run_that_goes_on_has_no_end_and_one_that_was_killed_is_abandoned() {
    runs.begin(trial.account.id(), SyncStream.LIVE);
    assertThat(list().get(0).ending()).isEqualTo("running");
    assertThat(list().get(0).endedAt()).isNull();

    runs.begin(trial.account.id(), SyncStream.LIVE);

    assertThat(list().get(1).ending()).isEqualTo("abandoned");
  }

  private void fail(int times) {
    trial.helpdesk.unplug(true);
    for (int i = 0; i < times; i++) {
      sync();
    }
    trial.helpdesk.unplug(false);
  }

  private void sync() {
    trial.letTimePass();
    trial.server().sync(trial.account.id());
    trial.letTimePass();
  }

  private List<KeptRun> list() {
    return readRuns.list(trial.account.id(), null);
  }
}
