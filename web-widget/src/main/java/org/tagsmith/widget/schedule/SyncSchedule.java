package org.tagsmith.widget.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Gives every account its turns: reading, its backfill, writing back and looking at tickets that
 * deliveries named, each one at a time per account, again and again. A first reading may take
 * hours, so a turn runs beside the timer and is not given again while it lasts. Nothing that
 * happens in a turn ends the timer. Thread-safe.
 */
@ApplicationScoped
public class SyncSchedule {
  private static final System.Logger LOG = System.getLogger(SyncSchedule.class.getName());

  // A beat may wait for a database that hangs as long as the pool's socketTimeout, and then it is
  // the database that needs help, not this server.
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(6);

  private static final Duration GATHERED_FOR = Duration.ofMillis(500);
  private static final String LOOK = "look ";

  private final ReadSyncProgress progress;
  private final AccountTurn turn;
  private final SyncFigures figures;
  private final Clock clock;
  private final boolean enabled;
  private final Duration interval;
  private final Map<String, Future<?>> going = new ConcurrentHashMap<>();
  private final Set<HelpdeskAccountId> toLookAt = ConcurrentHashMap.newKeySet();

  private volatile ExecutorService workers;
  private volatile ScheduledExecutorService looks;
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
      looks = timer;
      beats =
          timer.scheduleWithFixedDelay(this::beat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      LOG.log(Level.INFO, "tagsmith.sync.enabled is false: no helpdesk is read or written");
    }
  }

  /** Ends; turns are interrupted and stop after the page at hand. */
  void stop() {
    workers = null;
    looks = null;
    if (beats != null) {
      beats.cancel(false);
    }
    going.values().forEach(each -> each.cancel(true));
  }

  /** Gives an account its turn now, unless it has it already. */
  public void soon(HelpdeskAccountId account) {
    give("read " + account.value(), () -> read(account));
    compareSoon(account);
    writeSoon(account);
  }

  private void read(HelpdeskAccountId account) {
    if (turn.open(account)) {
      backfillSoon(account);
    }
    turn.read(account);
  }

  /** Gives an account the turn of its backfill now, unless it has it already. */
  public void backfillSoon(HelpdeskAccountId account) {
    give("backfill " + account.value(), () -> turn.backfill(account));
  }

  /** Gives an account's comparison with its helpdesk a turn now. */
  public void compareSoon(HelpdeskAccountId account) {
    give("compare " + account.value(), () -> turn.compare(account));
  }

  private static boolean hasBackfill(SyncProgress account) {
    return account.backfill() != null
        && account.backfill().isOpen()
        && !account.backfill().paused();
  }

  /** Gives an account its turn to be written now, for an agent who waits for it. */
  public void writeSoon(HelpdeskAccountId account) {
    give("write " + account.value(), () -> turn.write(account));
    give(LOOK + account.value(), () -> turn.look(account));
  }

  /**
   * Looks soon at the tickets that deliveries named. Half a second, so that those which come
   * together, as when an agent's change sets off a rule, are one look.
   */
  public void lookSoon(HelpdeskAccountId account) {
    ScheduledExecutorService timer = looks;
    if (timer != null && toLookAt.add(account)) {
      try {
        var unused =
            timer.schedule(() -> look(account), GATHERED_FOR.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // the next beat looks
        toLookAt.remove(account);
      }
    }
  }

  private void look(HelpdeskAccountId account) {
    toLookAt.remove(account);
    if (going.containsKey(LOOK + account.value())) {
      // what came after it began may not be seen by it
      lookSoon(account);
    } else {
      give(LOOK + account.value(), () -> turn.look(account));
    }
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
      accounts.stream()
          .filter(SyncSchedule::hasBackfill)
          .forEach(each -> backfillSoon(each.account().id()));
      if (accounts.size() > 0) {
        give("join", turn::join);
        give("subjects", turn::drawSubjects);
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
