package org.tagsmith.sandbox.zendesk.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
import org.tagsmith.sandbox.desk.Organization;
import org.tagsmith.sandbox.desk.Person;
import org.tagsmith.sandbox.http.SandboxEndpoints;

/**
 * All tickets of the sandbox as they are now: what the origin says, overlaid with what was changed
 * since. Thread-safe.
 */
public final class TicketDesk implements SandboxEndpoints.Stock {
  /** How long the export holds changes back. */
  public static final long HELD_BACK_SECONDS = 60;

  private static final long TRIAGE_AFTER_SECONDS = 4;

  private final TicketOrigin origin;
  private final Clock clock;
  private final Journal journal;
  private final ExportIndex index;
  private final NavigableMap<Long, SandboxTicket> changed = new TreeMap<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final List<Consumer<SandboxTicket>> listeners = new ArrayList<>();
  private long deleted;
  private long nextId;

  /** Opens a desk over an origin. */
  public TicketDesk(TicketOrigin origin, Clock clock, Journal journal) {
    this.origin = origin;
    this.clock = clock;
    this.journal = journal;
    index = new ExportIndex(origin);
    deleted = IntStream.range(0, origin.size()).filter(origin::deletedAt).count();
    nextId = origin.size() == 0 ? 1 : origin.idAt(origin.size() - 1) + 1;
  }

  private record Due(long at, long ticketId, List<String> tags) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Long.compare(at, other.at);
    }
  }

  /**
   * One page of the export.
   *
   * @param after the place behind the last ticket, or where the page was asked for if it is empty
   */
  public record Page(List<SandboxTicket> tickets, ExportCursor after, boolean endOfStream) {}

  @Override
  public String described() {
    return origin.described();
  }

  /** The sandbox's time in whole seconds. */
  public long now() {
    return clock.instant().getEpochSecond();
  }

  /** The ticket of that number, deleted ones included. */
  public Optional<SandboxTicket> find(long id) {
    synchronized (this) {
      settle();
      SandboxTicket ticket = changed.get(id);
      if (ticket != null) {
        return Optional.of(ticket);
      }
    }
    int position = origin.positionOf(id);
    return position < 0 ? Optional.empty() : Optional.of(origin.ticket(position));
  }

  @Override
  public synchronized long count() {
    return origin.size()
        + changed.keySet().stream().filter(id -> origin.positionOf(id) < 0).count()
        - deleted;
  }

  /** Every ticket as it is now, deleted ones included, by ascending number. */
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
    return ids.sorted().mapToObj(id -> find(id).orElseThrow());
  }

  /** The newest tickets by number below a bound, without deleted ones. */
  public List<SandboxTicket> newestBelow(long bound, int limit) {
    List<SandboxTicket> newest = new ArrayList<>(limit);
    synchronized (this) {
      settle();
      for (SandboxTicket ticket : changed.headMap(bound, false).descendingMap().values()) {
        if (newest.size() == limit || origin.positionOf(ticket.id()) >= 0) {
          break;
        }
        if (!ticket.deleted()) {
          newest.add(ticket);
        }
      }
    }
    int position = origin.firstPositionFrom(bound) - 1;
    while (newest.size() < limit && position >= 0) {
      find(origin.idAt(position--)).filter(t -> !t.deleted()).ifPresent(newest::add);
    }
    return newest;
  }

  /**
   * The next page of the export; changes of the last minute are held back.
   *
   * @param excludeDeleted leaves deleted tickets out
   */
  public Page page(ExportCursor from, int limit, boolean excludeDeleted) {
    List<SandboxTicket> tickets = new ArrayList<>(limit);
    ExportCursor place = from;
    while (true) {
      List<ExportIndex.Slot> slots;
      int wanted = limit - tickets.size() + 1;
      synchronized (this) {
        settle();
        slots = index.next(place, wanted, now() - HELD_BACK_SECONDS);
      }
      boolean last = slots.size() < wanted;
      for (ExportIndex.Slot slot : slots) {
        if (tickets.size() == limit) {
          return new Page(tickets, place, false);
        }
        SandboxTicket ticket =
            slot.ticket() == null ? origin.ticket(slot.position()) : slot.ticket();
        place = ExportCursor.after(ticket);
        if (!excludeDeleted || !ticket.deleted()) {
          tickets.add(ticket);
        }
      }
      if (last) {
        return new Page(tickets, place, true);
      }
    }
  }

  /** The place that lies about so many tickets before another. */
  public synchronized ExportCursor before(ExportCursor from, int tickets) {
    return index.before(from, tickets);
  }

  /**
   * Opens a ticket. Zendesk's triage adds its six tags some seconds later.
   *
   * @param draft its number and times are replaced
   * @return the ticket as Zendesk answers it, without the triage tags
   */
  public synchronized SandboxTicket create(SandboxTicket draft, String by) {
    settle();
    long now = now();
    SandboxTicket bare =
        new SandboxTicket(
            nextId++,
            draft.status(),
            draft.priority(),
            draft.channel(),
            draft.subject(),
            draft.requesterId(),
            draft.organizationId(),
            draft.assigneeId(),
            draft.groupId(),
            now,
            now,
            now,
            List.of(),
            draft.fields(),
            draft.comments());
    SandboxTicket ticket = TicketFields.retag(bare, new HashSet<>(draft.tags())).at(now, now);
    put(null, ticket, by);
    due.add(new Due(now + TRIAGE_AFTER_SECONDS, ticket.id(), Triage.tagsOf(ticket)));
    return ticket;
  }

  /**
   * Changes a ticket, stamps it and moves it to the end of the export. A change that changes
   * nothing leaves the stamps alone but is noted.
   *
   * @param by who, for the journal
   * @param edit may throw to refuse; sees the ticket as it is now
   * @return the ticket afterwards
   * @throws java.util.NoSuchElementException if there is no such ticket
   */
  public synchronized SandboxTicket change(long id, String by, UnaryOperator<SandboxTicket> edit) {
    SandboxTicket before = find(id).orElseThrow();
    SandboxTicket edited = edit.apply(before);
    if (edited.equals(before)) {
      journal.note(new Journal.Effect(Instant.ofEpochSecond(now()), id, by, Set.of(), Set.of()));
      return before;
    }
    SandboxTicket after = edited.movedFrom(before.status(), now()).at(now(), now());
    put(before, after, by);
    return after;
  }

  /** Changes a ticket's tags; fields that live in tags follow. */
  public SandboxTicket retag(long id, String by, UnaryOperator<Set<String>> edit) {
    return change(id, by, ticket -> retagged(ticket, edit));
  }

  /** The ticket with other tags and the fields that follow; nothing is stored. */
  public static SandboxTicket retagged(SandboxTicket ticket, UnaryOperator<Set<String>> edit) {
    Set<String> wanted = edit.apply(new HashSet<>(ticket.tags()));
    return wanted.equals(Set.copyOf(ticket.tags())) ? ticket : TicketFields.retag(ticket, wanted);
  }

  /** Takes a ticket back as it was kept from an earlier run. */
  public synchronized void restore(SandboxTicket ticket) {
    SandboxTicket before = find(ticket.id()).orElse(null);
    store(before, ticket);
    nextId = Math.max(nextId, ticket.id() + 1);
  }

  /** Calls this after each change, while the desk is locked; keep it short. */
  public synchronized void onChange(Consumer<SandboxTicket> listener) {
    listeners.add(listener);
  }

  /** The requester or agent of that number. */
  public Optional<Person> person(long id) {
    return Staff.find(id).or(() -> origin.person(id));
  }

  /** The organization of that number. */
  public Optional<Organization> organization(long id) {
    return origin.organization(id);
  }

  private void put(SandboxTicket before, SandboxTicket after, String by) {
    store(before, after);
    Set<String> was = before == null ? Set.of() : Set.copyOf(before.tags());
    Set<String> added = new HashSet<>(after.tags());
    added.removeAll(was);
    Set<String> removed = new HashSet<>(was);
    after.tags().forEach(removed::remove);
    journal.note(new Journal.Effect(Instant.ofEpochSecond(now()), after.id(), by, added, removed));
    listeners.forEach(listener -> listener.accept(after));
  }

  private void store(SandboxTicket before, SandboxTicket after) {
    index.moved(before, after);
    changed.put(after.id(), after);
    deleted += (after.deleted() ? 1 : 0) - (before != null && before.deleted() ? 1 : 0);
  }

  private void settle() {
    while (!due.isEmpty() && due.peek().at() <= now()) {
      Due next = due.poll();
      SandboxTicket before = changed.get(next.ticketId());
      if (before.deleted()) {
        continue;
      }
      Set<String> tags = new HashSet<>(before.tags());
      tags.addAll(next.tags());
      SandboxTicket tagged = TicketFields.retag(before, tags);
      long stamp = Math.max(next.at(), before.updatedAt());
      put(before, tagged.at(stamp, stamp), "triage");
    }
  }

  /** The tickets that differ from the origin, by number. */
  public synchronized Map<Long, SandboxTicket> changedTickets() {
    return Map.copyOf(changed);
  }
}
