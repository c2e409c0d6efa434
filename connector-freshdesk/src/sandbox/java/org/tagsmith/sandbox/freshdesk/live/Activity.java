package org.tagsmith.sandbox.freshdesk.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tagsmith.sandbox.freshdesk.desk.Order;
import org.tagsmith.sandbox.freshdesk.desk.Place;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.Statuses;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.freshdesk.desk.TicketList;
import org.tagsmith.sandbox.freshdesk.desk.TicketOrigin;

/** Opens tickets, tags open ones and now and then resolves one, as people would. */
public final class Activity implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Activity.class.getName());
  private static final int NEWEST = 40;

  private final TicketDesk desk;
  private final TicketOrigin ideas;
  private final SplittableRandom random;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "sandbox-freshdesk-activity");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Does nothing yet.
   *
   * @param ideas what new tickets are about
   */
  public Activity(TicketDesk desk, TicketOrigin ideas, long seed) {
    this.desk = desk;
    this.ideas = ideas;
    random = new SplittableRandom(seed);
  }

  /** Goes on in the background, evenly. */
  public void start(double perMinute) {
    long pause = Math.max(1, (long) (60_000 / perMinute));
    var unused = timer.scheduleAtFixedRate(this::stepSafely, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void stepSafely() {
    try {
      step();
    } catch (RuntimeException trouble) {
      LOG.log(System.Logger.Level.WARNING, "The sandbox's activity skipped one step", trouble);
    }
  }

  /** One thing happens: a new ticket, or a colleague works on one of the newest. */
  public synchronized void step() {
    SandboxTicket idea = ideas.ticket(random.nextInt(ideas.size()));
    List<Long> newest = newest();
    if (newest.isEmpty() || random.nextInt(100) < 60) {
      open(idea, newest);
    } else {
      boolean resolves = random.nextInt(4) == 0;
      desk.change(
          newest.get(random.nextInt(newest.size())),
          "activity",
          ticket -> worked(ticket, idea, resolves));
    }
  }

  private List<Long> newest() {
    TicketList list = desk.list(Order.CREATED, Place.LISTED, 0);
    return list.slice(0, NEWEST, true, false);
  }

  private void open(SandboxTicket idea, List<Long> newest) {
    SandboxTicket earlier =
        newest.isEmpty() ? idea : desk.find(newest.get(random.nextInt(newest.size()))).orElse(idea);
    long now = desk.now();
    SandboxTicket draft =
        new SandboxTicket(
            0,
            Place.LISTED,
            Statuses.OPEN,
            idea.priority(),
            idea.source(),
            idea.subject(),
            idea.type(),
            earlier.requesterId(),
            earlier.companyId(),
            0,
            idea.groupId(),
            idea.times(),
            List.of(),
            idea.fields(),
            List.of(
                new SandboxTicket.Message(
                    earlier.requesterId(), idea.description(), true, false, now)),
            null);
    desk.create(draft, "activity");
  }

  private SandboxTicket worked(SandboxTicket ticket, SandboxTicket idea, boolean resolves) {
    if (ticket.place() != Place.LISTED || Statuses.done(ticket.status())) {
      return ticket;
    }
    Set<String> tags = new LinkedHashSet<>(ticket.tags());
    tags.addAll(idea.tags());
    SandboxTicket.Changing edited = ticket.but().tags(new ArrayList<>(tags));
    return (resolves ? edited.status(Statuses.RESOLVED, desk.now()) : edited).done();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
