package org.tagsmith.domain.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tagsmith.domain.customer.ContactSnapshot;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * A helpdesk in memory with its connector: a stream of changes in order, and a bookmark that is the
 * number of changes read. Tests may make any call fail. Thread-safe.
 */
public final class InMemoryConnector implements Connector, HelpdeskUnderTest {
  public static final ConnectorId ID = new ConnectorId("memory");
  public static final String SUBDOMAIN = "harbourbank";

  /** The one key that it knows. */
  public static final String KEY = "s3cret-key-of-the-bank";

  /** Fewer than are asked for at once, as in a helpdesk that gives tickets one by one. */
  private static final int MOST_LOOKED_AT = 60;

  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  private static final String FORMAT = "1:";
  private static final String UNTIL = "/";

  private final Map<Long, TicketSnapshot> tickets = new TreeMap<>();
  private final List<TicketSnapshot> stream = new ArrayList<>();
  private final HelpdeskAccount account;
  private final int pageSize;

  private int neverPast = Integer.MAX_VALUE;
  private Consumer<String> beforeCall = call -> {};
  private Duration throttle;
  private final Queue<LabelChange> late = new ArrayDeque<>();
  private boolean isLate;
  private boolean unplugged;
  private boolean revoked;
  private int writes;
  private int reads;
  private int looks;
  private long minutes;
  private final List<Integer> askedShares = new ArrayList<>();
  private Duration untilFree = Duration.ZERO;

  public InMemoryConnector(int tickets, int pageSize) {
    this(new HelpdeskAccount(new HelpdeskAccountId(1), ID, SUBDOMAIN), tickets, pageSize);
  }

  public InMemoryConnector(HelpdeskAccount account, int tickets, int pageSize) {
    this.account = account;
    this.pageSize = pageSize;
    for (int i = 1; i <= tickets; i++) {
      open(i % 5 == 0 ? Set.of() : Set.of("label_" + i % 7, "urgent"));
    }
  }

  /** What happens before each call ({@code read}, {@code write}, {@code count}); may throw. */
  public synchronized void beforeCall(Consumer<String> happening) {
    beforeCall = happening;
  }

  /** Makes the stream end in a bookmark that leads to itself, after so many changes. */
  public synchronized void neverPass(int changes) {
    neverPast = changes;
  }

  /**
   * Lets the next write take effect later than its caller waits for it: before whatever is written
   * after it, or when {@link #carryOut} says so.
   */
  public synchronized void delayNextWrite() {
    isLate = true;
  }

  /** Lets every delayed write take effect. */
  public synchronized void carryOut() {
    for (LabelChange change = late.poll(); change != null; change = late.poll()) {
      carryOut(change);
    }
  }

  /** How many pages were read. */
  public synchronized int reads() {
    return reads;
  }

  @Override
  public ConnectorId id() {
    return ID;
  }

  @Override
  public Optional<String> configuredSubdomain() {
    return Optional.of(SUBDOMAIN);
  }

  @Override
  public AccountSettings checked(AccountSettings typed) {
    if (!typed.subdomain().matches("[a-z]{1,60}")) {
      throw new SettingsRefused("bad-subdomain", "subdomain", "Give only the subdomain.");
    }
    return typed;
  }

  @Override
  public ConnectionReport probe(AccountSettings settings) {
    return settings.key().equals(KEY)
        ? new ConnectionReport.Usable(
            OptionalLong.of(tickets().size()), OptionalInt.of(400), ConnectionReport.MayWrite.YES)
        : new ConnectionReport.Unusable(
            ConnectionReport.Step.KEY, "key-refused", "key", "The key was refused.");
  }

  @Override
  public synchronized SyncCursor startAt(Instant from) {
    int first = 0;
    while (first < stream.size() && stream.get(first).generatedAt().isBefore(from)) {
      first++;
    }
    return new SyncCursor(FORMAT + first);
  }

  @Override
  public SyncCursor startAt(Instant from, Instant until) {
    return new SyncCursor(startAt(from).encoded() + UNTIL + until);
  }

  @Override
  public synchronized Duration untilFree(HelpdeskAccount of, int share) {
    askedShares.add(share);
    return untilFree;
  }

  /** Makes reading that can wait do so. */
  public synchronized void keepWaiting(Duration wait) {
    untilFree = wait;
  }

  /** The shares of the limit for which it was asked whether there is room. */
  public synchronized List<Integer> askedShares() {
    return List.copyOf(askedShares);
  }

  @Override
  public TicketBatch read(HelpdeskAccount from, SyncCursor cursor) {
    answer("read");
    String[] parts = cursor.encoded().substring(FORMAT.length()).split(UNTIL);
    TicketBatch page = read(Integer.parseInt(parts[0]));
    if (parts.length == 1) {
      return page;
    }
    boolean passed = page.readUpTo() != null && page.readUpTo().isAfter(Instant.parse(parts[1]));
    return new TicketBatch(
        page.tickets(),
        page.contacts(),
        page.customers(),
        new SyncCursor(page.next().encoded() + UNTIL + parts[1]),
        page.readUpTo(),
        page.endOfStream() || passed);
  }

  private TicketBatch read(int begin) {
    synchronized (this) {
      reads++;
      int end = Math.min(stream.size(), begin + pageSize);
      List<TicketSnapshot> page = List.copyOf(stream.subList(begin, end));
      return new TicketBatch(
          page,
          page.stream()
              .map(t -> new ContactSnapshot(t.contactId(), "Contact", null, null, 0))
              .distinct()
              .toList(),
          List.of(),
          new SyncCursor(FORMAT + Math.min(end, neverPast)),
          page.isEmpty() ? null : page.get(page.size() - 1).generatedAt(),
          end == stream.size());
    }
  }

  @Override
  public LookedAt readTickets(HelpdeskAccount from, Set<Long> ids) {
    answer("look");
    synchronized (this) {
      looks++;
      List<TicketSnapshot> found =
          ids.stream()
              .sorted()
              .limit(MOST_LOOKED_AT)
              .map(tickets::get)
              .filter(ticket -> ticket != null && ticket.status() != TicketStatus.DELETED)
              .toList();
      Set<Long> gone =
          ids.stream()
              .sorted()
              .limit(MOST_LOOKED_AT)
              .filter(
                  id -> tickets.get(id) == null || tickets.get(id).status() == TicketStatus.DELETED)
              .collect(Collectors.toSet());
      return new LookedAt(found, List.of(), List.of(), DeskNames.NONE, gone);
    }
  }

  /** How often tickets were read by their numbers. */
  public synchronized int looks() {
    return looks;
  }

  @Override
  public OptionalLong countTickets(HelpdeskAccount of) {
    answer("count");
    synchronized (this) {
      return OptionalLong.of(tickets.size());
    }
  }

  @Override
  public Optional<URI> ticketPage(HelpdeskAccount of, long ticketId) {
    return Optional.of(URI.create("https://" + of.subdomain() + ".example/tickets/" + ticketId));
  }

  @Override
  public String labelFor(String houseTagName) {
    return houseTagName.toLowerCase(Locale.ROOT);
  }

  @Override
  public LabelWriteOutcome write(HelpdeskAccount to, LabelChange change) {
    answer("write");
    LabelWriteOutcome outcome = apply(change);
    afterWrite();
    return outcome;
  }

  @Override
  public synchronized PlannedWrite plan(HelpdeskAccount of, LabelChange change) {
    answer("plan");
    return plan(change);
  }

  private PlannedWrite plan(LabelChange change) {
    TicketSnapshot ticket = tickets.get(change.ticketId());
    if (ticket == null || ticket.status() == TicketStatus.DELETED) {
      return new PlannedWrite.Ends(new LabelWriteOutcome.Refused("deleted", Set.of()));
    }
    Set<String> forbidden =
        change.add().stream()
            .filter(label -> label.startsWith("protected"))
            .collect(Collectors.toSet());
    if (!forbidden.isEmpty()) {
      return new PlannedWrite.Ends(new LabelWriteOutcome.Refused("protected-label", forbidden));
    }
    LabelPlan plan = LabelPlan.between(ticket.labels(), change, label -> label);
    return plan.isDone()
        ? new PlannedWrite.Ends(new LabelWriteOutcome.AlreadySo(ticket.labels()))
        : new PlannedWrite.Sends(plan);
  }

  private synchronized LabelWriteOutcome apply(LabelChange change) {
    if (plan(change) instanceof PlannedWrite.Ends ends) {
      return ends.outcome();
    }
    if (isLate) {
      isLate = false;
      late.add(change);
      throw new ConnectorFailure.Unreachable("No answer in time", null);
    }
    carryOut();
    carryOut(change);
    return new LabelWriteOutcome.Written(tickets.get(change.ticketId()).labels());
  }

  private void carryOut(LabelChange change) {
    TicketSnapshot ticket = tickets.get(change.ticketId());
    Set<String> labels = changed(change);
    if (!labels.equals(ticket.labels())) {
      writes++;
      export(ticket.remoteId(), ticket.status(), labels, ++minutes);
    }
  }

  private Set<String> changed(LabelChange change) {
    Set<String> labels = new HashSet<>(tickets.get(change.ticketId()).labels());
    labels.addAll(change.add());
    labels.removeAll(change.remove());
    return labels;
  }

  private void afterWrite() {
    Consumer<String> happening;
    synchronized (this) {
      happening = beforeCall;
    }
    happening.accept("written");
  }

  private void answer(String call) {
    Consumer<String> happening;
    synchronized (this) {
      happening = beforeCall;
      if (unplugged) {
        throw new ConnectorFailure.Unreachable("Nobody answered", null);
      }
      if (revoked) {
        throw new ConnectorFailure.CredentialsRejected("The key was refused");
      }
      if (throttle != null) {
        Duration asked = throttle;
        throttle = null;
        throw new ConnectorFailure.Throttled("Too many requests", asked);
      }
    }
    happening.accept(call);
  }

  @Override
  public Connector connector() {
    return this;
  }

  @Override
  public Connector freshConnector() {
    return this;
  }

  @Override
  public HelpdeskAccount account() {
    return account;
  }

  @Override
  public synchronized Map<Long, Set<String>> tickets() {
    return tickets.values().stream()
        .filter(ticket -> ticket.status() != TicketStatus.DELETED)
        .collect(Collectors.toMap(TicketSnapshot::remoteId, TicketSnapshot::labels));
  }

  @Override
  public synchronized long open(Set<String> labels) {
    long id = tickets.size() + 1L;
    export(id, TicketStatus.NEW, labels, ++minutes);
    return id;
  }

  @Override
  public synchronized void relabel(long ticket, Set<String> labels) {
    export(ticket, TicketStatus.OPEN, labels, ++minutes);
  }

  @Override
  public synchronized void relabelAtOnce(Iterable<Long> all, String label) {
    minutes++;
    for (long ticket : all) {
      Set<String> labels = new HashSet<>(tickets.get(ticket).labels());
      labels.add(label);
      export(ticket, TicketStatus.OPEN, labels, minutes);
    }
  }

  @Override
  public synchronized void delete(long ticket) {
    export(ticket, TicketStatus.DELETED, tickets.get(ticket).labels(), ++minutes);
  }

  private void export(long id, TicketStatus status, Set<String> labels, long minute) {
    TicketSnapshot before = tickets.get(id);
    Instant now = START.plus(Duration.ofMinutes(minute));
    TicketSnapshot snapshot =
        new TicketSnapshot(
            id,
            status,
            "email",
            "Subject of " + id,
            1 + id % 9,
            0,
            0,
            0,
            before == null ? now : before.createdAt(),
            now,
            now,
            labels);
    tickets.put(id, snapshot);
    stream.add(snapshot);
  }

  @Override
  public void settle() {
    // Everything is exported at once here.
  }

  @Override
  public synchronized void throttleNext(Duration retryAfter) {
    throttle = retryAfter;
  }

  @Override
  public synchronized void unplug(boolean now) {
    unplugged = now;
  }

  @Override
  public synchronized void revokeKey() {
    revoked = true;
  }

  /** Accepts the key again. */
  public synchronized void restoreKey() {
    revoked = false;
  }

  @Override
  public synchronized int writes() {
    return writes;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
