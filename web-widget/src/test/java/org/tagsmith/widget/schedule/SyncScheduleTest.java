package org.tagsmith.widget.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.widget.RunningWidget;

class SyncScheduleTest extends RunningWidget {
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  @Inject ReadSyncProgress progress;
  @Inject AccountTurn turn;
  @Inject SyncFigures figures;
  @Inject SyncTickets tickets;

  private ScheduledThreadPoolExecutor timer;
  private ExecutorService workers;

  @BeforeEach
  void onlyTheBeatsOfTheTestCount() {
    workers = Executors.newFixedThreadPool(4);
    timer = new ScheduledThreadPoolExecutor(1);
    CountDownLatch blocked = new CountDownLatch(1);
    timer.execute(
        () -> {
          blocked.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
        });
    await(blocked);
  }

  @AfterEach
  void settle() throws InterruptedException {
    timer.shutdownNow();
    resetSync();
    finishTurns();
    resetSync();
  }

  @Test
  void a_beat_reads_what_is_new() throws Exception {
    SyncSchedule schedule = started();
    helpdesk.open(Set.of("new"));
    long before = figures.ticketsSynced();

    schedule.beat();
    finishTurns();

    assertThat(figures.ticketsSynced()).isGreaterThan(before);
    assertThat(figures.account(account)).isPresent();
  }

  @Test
  void a_delivery_is_followed_by_a_look_within_a_second_and_many_by_one() throws Exception {
    SyncSchedule schedule = started();
    int before = helpdesk.looks();
    helpdesk.relabel(9, Set.of("just_now"));

    for (int i = 0; i < 50; i++) {
      database.execute(
          "insert into ticket_to_look_at values (%d, %d, nextval('look_request'), 0,"
                  .formatted(account.value(), 1 + i % 10)
              + " clock_timestamp()) on conflict (account_id, ticket_id) do nothing");
      schedule.lookSoon(account);
    }
    RunnableScheduledFuture<?> look = theLookThatWaits();
    assertThat(look.getDelay(TimeUnit.MILLISECONDS)).isLessThanOrEqualTo(1_000);
    look.run();
    finishTurns();

    assertThat(helpdesk.looks()).isEqualTo(before + 1);
    assertThat(waitingToBeLookedAt()).isZero();
  }

  @Test
  void a_delivery_that_comes_while_a_look_is_under_way_gets_one_of_its_own() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    database.execute(
        "insert into ticket_to_look_at values (%d, 9, nextval('look_request'), 0,"
                .formatted(account.value())
            + " clock_timestamp())");
    helpdesk.beforeCall(
        call -> {
          asked.countDown();
          await(answer);
        });
    SyncSchedule schedule = started();
    schedule.lookSoon(account);
    RunnableScheduledFuture<?> first = theLookThatWaits();
    timer.remove(first);
    first.run();
    await(asked);

    schedule.lookSoon(account);
    RunnableScheduledFuture<?> early = theLookThatWaits();
    timer.remove(early);
    early.run();

    assertThat(theLookThatWaits() == early).as("put off once more").isFalse();
    answer.countDown();
    finishTurns();
  }

  @Test
  void an_account_gets_no_second_turn_while_it_has_one_however_long_it_takes() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    helpdesk.beforeCall(
        call -> {
          asked.countDown();
          await(answer);
        });
    ThreadPoolExecutor one = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
    SyncSchedule schedule = schedule(true, INTERVAL);
    schedule.start(timer, one);

    schedule.beat();
    await(asked);
    schedule.beat();
    schedule.beat();
    schedule.soon(account);

    assertThat(one.getQueue())
        .as("turns of comparing, writing, looking, joining and drawing subjects wait")
        .hasSize(5);
    answer.countDown();
    schedule.stop();
    one.shutdownNow();
  }

  @Test
  void a_turn_that_ends_unexpectedly_is_given_again() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    helpdesk.open(Set.of("new"));
    helpdesk.beforeCall(
        call -> {
          turns.incrementAndGet();
          throw new IllegalStateException("nobody expected this");
        });
    SyncSchedule schedule = started();

    schedule.beat();
    finishTurns();
    int first = turns.get();
    resetSync();
    helpdesk.beforeCall(call -> turns.incrementAndGet());
    workers = Executors.newFixedThreadPool(4);
    schedule.start(timer, workers);
    schedule.beat();
    finishTurns();

    assertThat(first).isPositive();
    assertThat(turns.get()).isGreaterThan(first);
  }

  @Test
  void a_beat_that_finds_no_database_does_not_end_the_timer() throws Exception {
    SyncSchedule schedule = started();
    database.execute("alter table helpdesk_account rename to gone");
    try {
      clock.pass(INTERVAL);
      schedule.beat();
    } finally {
      database.execute("alter table gone rename to helpdesk_account");
    }

    assertThat(schedule.isAlive()).isTrue();
    schedule.beat();
    assertThat(figures.accounts()).hasSize(1);
  }

  @Test
  void a_timer_that_beats_no_more_is_found_dead_and_one_that_never_began_is_not() {
    SyncSchedule schedule = started();
    assertThat(schedule.isAlive()).isTrue();

    clock.pass(Duration.ofMinutes(30));
    assertThat(schedule.isAlive()).isFalse();

    schedule.beat();
    assertThat(schedule.isAlive()).isTrue();
    assertThat(schedule(true, INTERVAL).isAlive()).isTrue();
  }

  @Test
  void a_timer_that_waits_for_a_database_that_hangs_is_alive_since_no_restart_would_help()
      throws Exception {
    SyncSchedule schedule = started();
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<?> lock =
          both.submit(
              () ->
                  database.inTransaction(
                      open -> {
                        open.createNativeQuery("lock table helpdesk_account").executeUpdate();
                        locked.countDown();
                        await(release);
                        return null;
                      }));
      await(locked);
      Future<?> beat = both.submit(schedule::beat);

      // as long as a connection of the pool waits for its answer
      clock.pass(Duration.ofMinutes(5));

      assertThat(beat.isDone()).isFalse();
      assertThat(schedule.isAlive()).isTrue();
      release.countDown();
      lock.get(10, TimeUnit.SECONDS);
      beat.get(10, TimeUnit.SECONDS);
    } finally {
      release.countDown();
      both.shutdownNow();
    }
  }

  @Test
  void where_nothing_is_to_be_read_the_timer_is_always_alive_and_gives_no_turn() {
    SyncSchedule idle = schedule(false, INTERVAL);
    idle.start(timer, workers);

    clock.pass(Duration.ofDays(7));

    assertThat(idle.isAlive()).isTrue();
  }

  @Test
  void a_slow_timer_may_be_silent_for_four_of_its_beats() {
    SyncSchedule slow = schedule(true, Duration.ofMinutes(10));
    slow.start(timer, workers);
    slow.beat();

    clock.pass(Duration.ofMinutes(39));
    assertThat(slow.isAlive()).isTrue();
    clock.pass(Duration.ofMinutes(1));
    assertThat(slow.isAlive()).isFalse();
    slow.stop();
  }

  @Test
  void a_beat_without_a_free_thread_is_no_error_and_the_turn_is_given_later() throws Exception {
    finishTurns();
    SyncSchedule schedule = schedule(true, INTERVAL);
    schedule.start(timer, workers);
    schedule.beat();

    workers = Executors.newFixedThreadPool(4);
    helpdesk.open(Set.of("later"));
    long before = figures.ticketsSynced();
    schedule.start(timer, workers);
    schedule.beat();
    finishTurns();

    assertThat(figures.ticketsSynced()).isGreaterThan(before);
  }

  @Test
  void after_a_stop_no_turn_is_given_and_the_one_at_hand_is_interrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    helpdesk.open(Set.of("slow"));
    helpdesk.beforeCall(
        call -> {
          asked.countDown();
          try {
            Thread.sleep(20_000);
          } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
          }
        });
    SyncSchedule schedule = started();
    schedule.beat();
    await(asked);

    schedule.stop();
    await(interrupted);
    int reads = helpdesk.reads();
    schedule.soon(account);

    finishTurns();
    assertThat(helpdesk.reads()).isLessThanOrEqualTo(reads + 1);
  }

  @Test
  void the_time_that_a_helpdesk_keeps_us_waiting_is_summed_up() {
    helpdesk.throttleNext(Duration.ofMinutes(10));
    tickets.sync(account);
    figures.seen(progress.read());
    double before = figures.throttledSeconds();

    clock.pass(Duration.ofSeconds(10));
    figures.seen(progress.read());

    assertThat(figures.throttledSeconds() - before).isEqualTo(10.0);
  }

  private SyncSchedule started() {
    SyncSchedule schedule = schedule(true, INTERVAL);
    schedule.start(timer, workers);
    return schedule;
  }

  private SyncSchedule schedule(boolean enabled, Duration interval) {
    return new SyncSchedule(progress, turn, figures, clock, enabled, interval);
  }

  /** Whatever the timer shall do once, which it never does by itself here. */
  private RunnableScheduledFuture<?> theLookThatWaits() {
    List<RunnableScheduledFuture<?>> once = new ArrayList<>();
    for (Runnable task : timer.getQueue()) {
      if (task instanceof RunnableScheduledFuture<?> waits && !waits.isPeriodic()) {
        once.add(waits);
      }
    }
    assertThat(once).hasSize(1);
    return once.get(0);
  }

  private long waitingToBeLookedAt() {
    return ((Number)
            database.inTransaction(
                open ->
                    open.createNativeQuery("select count(*) from ticket_to_look_at")
                        .getSingleResult()))
        .longValue();
  }

  private void finishTurns() throws InterruptedException {
    workers.shutdown();
    assertThat(workers.awaitTermination(15, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
