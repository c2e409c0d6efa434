package org.tagsmith.sandbox.freshdesk.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.http.SandboxEndpoints;

/**
 * All tickets of the sandbox as they are now: what the origin says, overlaid with what was changed
 * since. Thread-safe.
 */
public final class TicketDesk implements SandboxEndpoints.Stock {
  private static final long DAY = 86_400;
  private static final long DUE_TIMES_AFTER_SECONDS = 2;

  private final TicketOrigin origin;
  private final Clock clock;
  private final Journal journal;
  private final int archiveAfterDays;
  private final TicketIndex index;
  private final NavigableMap<Long, SandboxTicket> changed = new TreeMap<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final List<Consumer<SandboxTicket>> listeners = new ArrayList<>();
  private long nextId;

  /**
   * Opens a desk over an origin.
   *
   * @param archiveAfterDays closed tickets that nobody touched for so long are archived at midnight
   *     UTC; 0 for never
   */
  public TicketDesk(TicketOrigin origin, Clock clock, Journal journal, int archiveAfterDays) {
    this.origin = origin;
    this.clock = clock;
    this.journal = journal;
    this.archiveAfterDays = archiveAfterDays;
    index = new TicketIndex(origin);
    nextId = origin.size() == 0 ? 1 : origin.idAt(origin.size() - 1) + 1;
  }

  private record Due(long at, long ticketId) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Long.compare(at, other.at);
    }
  }

  @Override
  public String described() {
    return origin.described();
  }

  /** The sandbox's time in whole seconds. */
  public long now() {
    return clock.instant().getEpochSecond();
  }

  /** The contacts and companies. */
  public TicketOrigin directory() {
    return origin;
  }

  /** The ticket of that number wherever it is, unless it was purged. */
  public Optional<SandboxTicket> find(long id) {
    synchronized (this) {
      settle();
      SandboxTicket ticket = changed.get(id);
      if (ticket != null) {
        return Optional.of(placed(ticket)).filter(t -> t.place() != Place.PURGED);
      }
    }
    int position = origin.positionOf(id);
    return position < 0 ? Optional.empty() : Optional.of(placed(origin.ticket(position)));
  }

  private SandboxTicket placed(SandboxTicket ticket) {
    Place place = TicketIndex.placeOf(Outline.of(ticket), archivedBefore());
    return place == ticket.place() ? ticket : ticket.but().place(place).done();
  }

  private long archivedBefore() {
    return archiveAfterDays == 0 ? 0 : (now() / DAY - archiveAfterDays) * DAY;
  }

  /** How many tickets are in the ordinary list. */
  @Override
  public long count() {
    return count(Place.LISTED);
  }

  /** How many tickets are in a place. */
  public synchronized long count(Place place) {
    settle();
    return index.list(Order.UPDATED, place, archivedBefore()).length;
  }

  /**
   * Every ticket as it is now, by ascending number; also deleted, spam and archived ones, which say
   * so by their place.
   */
  public Stream<SandboxTicket> all() {
    long[] fresh;
    synchronized (this) {
      settle();
      fresh = changed.keySet().stream().mapToLong(Long::longValue).toArray();
    }
    LongStream ids =
        LongStream.concat(
            IntStream.range(0, origin.size()).mapToLong(origin::idAt),
            LongStream.of(fresh).filter(id -> origin.positionOf(id) < 0));
    return ids.sorted().mapToObj(this::find).flatMap(Optional::stream);
  }

  /**
   * The tickets of one place, sorted.
   *
   * @param from the lowest value of the order that is wanted
   * @return a list that stays as it is when tickets change
   */
  public synchronized TicketList list(Order order, Place place, long from) {
    settle();
    long[] entries = index.list(order, place, archivedBefore());
    return new TicketList(entries, TicketIndex.firstFrom(entries, from));
  }

  /**
   * Opens a ticket. Its due times, and with them its time of update, follow some seconds later, as
   * recorded.
   *
   * @param draft its number and times are replaced
   * @return the ticket as Freshdesk answers it
   */
  public synchronized SandboxTicket create(SandboxTicket draft, String by) {
    settle();
    long now = now();
    SandboxTicket ticket =
        draft.but().id(nextId++).place(Place.LISTED).times(Times.openedAt(now)).done();
    put(null, ticket, by);
    due.add(new Due(now + DUE_TIMES_AFTER_SECONDS, ticket.id()));
    return ticket;
  }

  /**
   * Changes a ticket and stamps it. A change that changes nothing leaves the stamp alone but is
   * noted.
   *
   * @param by who, for the journal
   * @param edit may throw to refuse; sees the ticket as it is now
   * @return the ticket afterwards
   * @throws NoSuchElementException if there is no such ticket
   */
  public SandboxTicket change(long id, String by, UnaryOperator<SandboxTicket> edit) {
    return replace(
        id,
        by,
        ticket -> {
          SandboxTicket edited = edit.apply(ticket);
          return edited.equals(ticket)
              ? ticket
              : edited.but().times(edited.times().updated(now())).done();
        });
  }

  private synchronized SandboxTicket replace(
      long id, String by, UnaryOperator<SandboxTicket> edit) {
    SandboxTicket before = find(id).orElseThrow();
    SandboxTicket after = edit.apply(before);
    if (after.equals(before)) {
      journal.note(new Journal.Effect(Instant.ofEpochSecond(now()), id, by, Set.of(), Set.of()));
    } else {
      put(before, after, by);
    }
    return after;
  }

  /** Changes a ticket's tags; the set keeps the order in which they were given. */
  public SandboxTicket retag(long id, String by, UnaryOperator<Set<String>> edit) {
    return change(
        id,
        by,
        ticket -> {
          Set<String> wanted = edit.apply(new LinkedHashSet<>(ticket.tags()));
          return wanted.equals(Set.copyOf(ticket.tags()))
              ? ticket
              : ticket.but().tags(List.copyOf(wanted)).done();
        });
  }

  /** Moves a ticket to the trash. */
  public SandboxTicket delete(long id, String by) {
    return move(id, by, Place.DELETED);
  }

  /** Marks a ticket as spam. */
  public SandboxTicket spam(long id, String by) {
    return move(id, by, Place.SPAM);
  }

  /** Takes a ticket out of the trash, the spam or the archive. */
  public SandboxTicket restore(long id, String by) {
    return move(id, by, Place.LISTED);
  }

  /** Archives a ticket at once, whatever its age; its stamp stays. */
  public SandboxTicket archive(long id) {
    return replace(id, "archiving", ticket -> ticket.but().place(Place.ARCHIVED).done());
  }

  /** Removes a ticket for good; no list and no number leads to it any more. */
  public SandboxTicket purge(long id) {
    return replace(id, "purging", ticket -> ticket.but().place(Place.PURGED).done());
  }

  private SandboxTicket move(long id, String by, Place place) {
    return change(id, by, ticket -> ticket.but().place(place).done());
  }

  /** Takes a ticket back as it was kept from an earlier run. */
  public synchronized void restore(SandboxTicket ticket) {
    store(ticket);
    nextId = Math.max(nextId, ticket.id() + 1);
  }

  /** Calls this after each change, while the desk is locked; keep it short. */
  public synchronized void onChange(Consumer<SandboxTicket> listener) {
    listeners.add(listener);
  }

  private void put(SandboxTicket before, SandboxTicket after, String by) {
    store(after);
    Set<String> was = before == null ? Set.of() : Set.copyOf(before.tags());
    Set<String> added = new LinkedHashSet<>(after.tags());
    added.removeAll(was);
    Set<String> removed = new LinkedHashSet<>(was);
    after.tags().forEach(removed::remove);
    journal.note(new Journal.Effect(Instant.ofEpochSecond(now()), after.id(), by, added, removed));
    listeners.forEach(listener -> listener.accept(after));
  }

  private void store(SandboxTicket ticket) {
    index.changed(ticket);
    changed.put(ticket.id(), ticket);
  }

  private void settle() {
    while (!due.isEmpty() && due.peek().at() <= now()) {
      Due next = due.poll();
      SandboxTicket ticket = changed.get(next.ticketId());
      Times times = ticket.times();
      SandboxTicket timed =
          ticket
              .but()
              .times(
                  Sla.due(times, ticket.priority()).updated(Math.max(next.at(), times.updatedAt())))
              .done();
      store(timed);
      listeners.forEach(listener -> listener.accept(timed));
    }
  }

  /** The tickets that differ from the origin, by number. */
  public synchronized Map<Long, SandboxTicket> changedTickets() {
    return Map.copyOf(changed);
  }
}
