package org.tagsmith.survival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.weld.environment.se.WeldContainer;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.SyncOutcome;
import org.tagsmith.domain.sync.usecase.ConnectAccounts;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.domain.sync.usecase.WriteBackLabels;

/**
 * A process that does nothing but read and write its helpdesk, without end, until it is killed.
 * Told what to do on standard input: {@value #GO}, {@value #SETTLE}, {@value #REST}; ends with it.
 */
final class SyncingProcess {
  static final String DATABASE = "tagsmith.survival.database";

  /** Since when its clock is fast; without it the clock is right. */
  static final String CLOCK = "tagsmith.survival.clock";

  static final String READY = "ready";
  static final String GO = "go";
  static final String SETTLE = "settle";
  static final String SETTLED = "settled";
  static final String REST = "rest";
  static final String RESTED = "rested";

  private static final Duration TWO_FAST_MINUTES = Duration.ofSeconds(1);
  private static final int PAUSE_MILLIS = 20;
  private static final int PAUSE_AFTER_FAILURE_MILLIS = 500;

  private final HelpdeskAccountId account;
  private final SyncTickets reading;
  private final WriteBackLabels writing;
  private final ReadSyncProgress progress;
  private final AtomicInteger idleRuns = new AtomicInteger();
  private final AtomicLong lastNews = new AtomicLong();
  private final List<Thread> turns = new ArrayList<>();
  private volatile boolean resting;

  private SyncingProcess(WeldContainer beans) {
    account = beans.select(ConnectAccounts.class).get().connect().get(0).id();
    reading = beans.select(SyncTickets.class).get();
    writing = beans.select(WriteBackLabels.class).get();
    progress = beans.select(ReadSyncProgress.class).get();
  }

  /**
   * Waits to be told what to do.
   *
   * @param args none; the connector is configured by its own settings, as system properties
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    DatabaseForTests database = DatabaseForTests.at(System.getProperty(DATABASE));
    String fastSince = System.getProperty(CLOCK);
    WeldContainer beans =
        BeansWithoutServer.on(
            database,
            fastSince == null ? Clock.systemUTC() : new FastClock(Instant.parse(fastSince)));
    // so that a kill some milliseconds after the start hits work, and not the start of Hibernate
    database.inTransaction(entityManager -> entityManager.createNativeQuery("select 1"));
    beans.select(ReadSyncProgress.class).get().read();
    System.out.println(READY);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    SyncingProcess process = null;
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals(GO)) {
        process = new SyncingProcess(beans);
        process.go();
      } else if (order.equals(SETTLE) && process != null) {
        process.settle();
        System.out.println(SETTLED);
      } else if (order.equals(REST) && process != null) {
        process.rest();
        System.out.println(RESTED);
      } else {
        throw new IllegalArgumentException(order);
      }
    }
    // the turns go on in the background and must not keep the process
    Runtime.getRuntime().halt(0);
  }

  private void go() {
    forever("reading", this::read);
    forever("writing", () -> writing.writeDue(account));
  }

  private void read() {
    SyncOutcome outcome = reading.sync(account);
    if (outcome.ending() == SyncOutcome.Ending.NOT_NOW) {
      return;
    }
    boolean idle = outcome.ending() == SyncOutcome.Ending.UP_TO_DATE && outcome.tickets() == 0;
    if (!idle) {
      lastNews.set(System.nanoTime());
    }
    idleRuns.updateAndGet(runs -> idle ? runs + 1 : 0);
  }

  /** Waits until there is nothing left to read and nothing to write. */
  private void settle() throws InterruptedException {
    idleRuns.set(0);
    lastNews.set(System.nanoTime());
    // the first of them may have begun before, and some lists are looked at once a minute only
    while (idleRuns.get() < 2
        || System.nanoTime() - lastNews.get() < TWO_FAST_MINUTES.toNanos()
        || progress.read().get(0).outboxWaiting() > 0) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Takes no turn any more. */
  private void rest() throws InterruptedException {
    resting = true;
    for (Thread turn : turns) {
      turn.join();
    }
  }

  private void forever(String name, Runnable turn) {
    Thread thread =
        new Thread(
            () -> {
              while (!resting) {
                try {
                  run(name, turn);
                  Thread.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            name);
    thread.setDaemon(true);
    turns.add(thread);
    thread.start();
  }

  /** As the server's timer: a turn that fails is given again. */
  private static void run(String name, Runnable turn) throws InterruptedException {
    try {
      turn.run();
    } catch (RuntimeException e) {
      System.err.println(name + " failed, and is tried again: " + e);
      Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
    }
  }
}
