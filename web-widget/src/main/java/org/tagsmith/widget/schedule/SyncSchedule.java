package org.tagsmith.widget.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.shared.TraceWithoutWords;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;

/**
 * Gives every account its turns: reading and writing back, each one at a time per account, again
 * and again. A first reading may take hours, so a turn runs beside the timer and is not given again
 * while it lasts. Nothing that happens in a turn ends the timer. Thread-safe.
 */
@ApplicationScoped
public class SyncSchedule {
  private static final System.Logger LOG = System.getLogger(SyncSchedule.class.getName());

  // A beat may wait for a database that hangs as long as the pool's socketTimeout, and then it is
  // the database that needs help, not this server.
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(6);

  private final ReadSyncProgress progress;
  private final AccountTurn turn;
  private final SyncFigures figures;
  private final Clock clock;
  private final boolean enabled;
  private final Duration interval;
  private final Map<String, Future<?>> going = new ConcurrentHashMap<>();

  private volatile ExecutorService workers;
  private volatile Future<?> beats;
  private volatile Instant lastBeat;

  protected SyncSchedule() {
    this(null, null, null, null, false, null);
  }

  /**
   * @param enabled whether accounts are read and written at all
   * @param interval from the end of one look at the accounts to the next
   */
  @Inject
  public SyncSchedule(
      ReadSyncProgress progress,
      AccountTurn turn,
      SyncFigures figures,
      Clock clock,
      @ConfigProperty(name = "tagsmith.sync.enabled") boolean enabled,
      @ConfigProperty(name = "tagsmith.sync.interval") Duration interval) {
    this.progress = progress;
    this.turn = turn;
    this.figures = figures;
    this.clock = clock;
    this.enabled = enabled;
    this.interval = interval;
  }

  /** Begins; the executors are the server's and are never shut down here. */
  void start(ScheduledExecutorService timer, ExecutorService turns) {
    workers = turns;
    lastBeat = clock.instant();
    if (enabled) {
      beats =
          timer.scheduleWithFixedDelay(this::beat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      LOG.log(Level.INFO, "tagsmith.sync.enabled is false: no helpdesk is read or written");
    }
  }

  /** Ends; turns are interrupted and stop after the page at hand. */
  void stop() {
    workers = null;
    if (beats != null) {
      beats.cancel(false);
    }
    going.values().forEach(each -> each.cancel(true));
  }

  /** Gives an account its turn now, unless it has it already. */
  public void soon(HelpdeskAccountId account) {
    give("read " + account.value(), () -> turn.read(account));
    give("write " + account.value(), () -> turn.write(account));
  }

  /** Whether the timer still beats; always true where nothing is to be read. */
  public boolean isAlive() {
    Instant last = lastBeat;
    return !enabled || last == null || clock.instant().isBefore(last.plus(silenceAllowed()));
  }

  private Duration silenceAllowed() {
    Duration four = interval.multipliedBy(4);
    return four.compareTo(LONGEST_SILENCE) > 0 ? four : LONGEST_SILENCE;
  }

  /** One look at all accounts. */
  void beat() {
    lastBeat = clock.instant();
    try {
      List<SyncProgress> accounts = progress.read();
      figures.seen(accounts);
      accounts.forEach(each -> soon(each.account().id()));
      if (accounts.size() > 0) {
        give("join", turn::join);
      }
    } catch (RuntimeException e) {
      TraceWithoutWords.log(
          LOG, Level.WARNING, "The accounts' turns could not be given; tried again soon", e);
    }
  }

  private void give(String name, Runnable work) {
    ExecutorService turns = workers;
    if (turns == null) {
      return;
    }
    going.computeIfAbsent(
        name,
        free -> {
          try {
            return turns.submit(() -> run(name, work));
          } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "No thread was free for a turn; tried again soon");
            return null;
          }
        });
  }

  private void run(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      TraceWithoutWords.log(
          LOG, Level.ERROR, "A turn ended unexpectedly (" + name + "); it is given again soon", e);
    } finally {
      going.remove(name);
    }
  }
}
