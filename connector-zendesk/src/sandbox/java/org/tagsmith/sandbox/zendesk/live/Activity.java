package org.tagsmith.sandbox.zendesk.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;
import org.tagsmith.sandbox.zendesk.desk.TicketOrigin;

/** Opens tickets and tags open ones, as customers and colleagues would. */
public final class Activity implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Activity.class.getName());
  private static final int NEWEST = 40;

  private final TicketDesk desk;
  private final TicketOrigin ideas;
  private final SplittableRandom random;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "sandbox-activity");
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

  /** One thing happens: a new ticket, or a colleague tags one of the newest. */
  public synchronized void step() {
    SandboxTicket idea = ideas.ticket(random.nextInt(ideas.size()));
    List<SandboxTicket> newest = desk.newestBelow(Long.MAX_VALUE, NEWEST);
    if (newest.isEmpty() || random.nextInt(100) < 60) {
      open(idea, newest);
    } else {
      SandboxTicket ticket = newest.get(random.nextInt(newest.size()));
      desk.change(ticket.id(), "activity", edit(idea));
    }
  }

  private void open(SandboxTicket idea, List<SandboxTicket> newest) {
    SandboxTicket earlier = newest.isEmpty() ? idea : newest.get(random.nextInt(newest.size()));
    desk.create(
        new SandboxTicket(
            0,
            "new",
            idea.priority(),
            idea.channel(),
            idea.subject(),
            earlier.requesterId(),
            earlier.organizationId(),
            0,
            idea.groupId(),
            0,
            0,
            0,
            List.of(),
            idea.fields(),
            List.of(
                new SandboxTicket.Comment(
                    earlier.requesterId(), idea.description(), true, desk.now()))),
        "activity");
  }

  private UnaryOperator<SandboxTicket> edit(SandboxTicket idea) {
    return ticket -> {
      if (ticket.closed() || ticket.deleted()) {
        return ticket;
      }
      SandboxTicket tagged =
          TicketDesk.retagged(
              ticket,
              tags -> {
                Set<String> more = new HashSet<>(tags);
                more.addAll(idea.tags());
                return more;
              });
      return tagged.status().equals("new") ? tagged.withStatus("open") : tagged;
    };
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
