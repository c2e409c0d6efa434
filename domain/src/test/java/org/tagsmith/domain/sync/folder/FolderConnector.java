package org.tagsmith.domain.sync.folder;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.ConnectorId;
import org.tagsmith.domain.sync.DeskNames;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.LabelChange;
import org.tagsmith.domain.sync.LabelPlan;
import org.tagsmith.domain.sync.LabelWriteOutcome;
import org.tagsmith.domain.sync.LookedAt;
import org.tagsmith.domain.sync.PlannedWrite;
import org.tagsmith.domain.sync.SyncCursor;
import org.tagsmith.domain.sync.TicketBatch;
import org.tagsmith.domain.ticket.TicketSnapshot;

/** Reads and writes a folder of tickets. Thread-safe. */
final class FolderConnector implements Connector {
  static final ConnectorId ID = new ConnectorId("folder");

  private static final String FORMAT = "folder:1:";
  private static final Comparator<TicketSnapshot> ORDER =
      Comparator.comparing(TicketSnapshot::generatedAt).thenComparing(TicketSnapshot::remoteId);

  private final TicketFolder folder;
  private final int pageSize;
  private final Clock clock;

  FolderConnector(TicketFolder folder, int pageSize, Clock clock) {
    this.folder = folder;
    this.pageSize = pageSize;
    this.clock = clock;
  }

  @Override
  public ConnectorId id() {
    return ID;
  }

  @Override
  public Optional<String> configuredSubdomain() {
    return Optional.of(folder.path().getFileName().toString());
  }

  @Override
  public SyncCursor startAt(Instant from) {
    return new SyncCursor(FORMAT + from + " 0");
  }

  @Override
  public TicketBatch read(HelpdeskAccount account, SyncCursor cursor) {
    String[] place = cursor.encoded().substring(FORMAT.length()).split(" ");
    Instant time = Instant.parse(place[0]);
    long id = Long.parseLong(place[1]);
    List<TicketSnapshot> newer =
        folder.all().stream()
            .filter(ticket -> isBehind(ticket, time, id))
            .sorted(ORDER)
            .limit(pageSize + 1L)
            .toList();
    List<TicketSnapshot> page = newer.subList(0, Math.min(pageSize, newer.size()));
    if (page.isEmpty()) {
      return new TicketBatch(page, List.of(), List.of(), cursor, null, true);
    }
    TicketSnapshot last = page.get(page.size() - 1);
    SyncCursor next = new SyncCursor(FORMAT + last.generatedAt() + " " + last.remoteId());
    boolean end = newer.size() <= pageSize;
    return new TicketBatch(page, List.of(), List.of(), next, last.generatedAt(), end);
  }

  @Override
  public LookedAt readTickets(HelpdeskAccount account, Set<Long> ids) {
    folder.require();
    List<TicketSnapshot> found = new ArrayList<>();
    Set<Long> gone = new HashSet<>();
    for (long id : ids) {
      folder
          .load(id)
          .ifPresentOrElse(
              words -> found.add(TicketFolder.snapshot(id, words)), () -> gone.add(id));
    }
    return new LookedAt(found, List.of(), List.of(), DeskNames.NONE, gone);
  }

  @Override
  public OptionalLong countTickets(HelpdeskAccount account) {
    return OptionalLong.of(folder.all().size());
  }

  @Override
  public String labelFor(String houseTagName) {
    return houseTagName.toLowerCase(Locale.ROOT);
  }

  @Override
  public synchronized PlannedWrite plan(HelpdeskAccount account, LabelChange change) {
    folder.require();
    Properties words = folder.load(change.ticketId()).orElseGet(Properties::new);
    if (words.getProperty("status", "deleted").equals("deleted")) {
      return new PlannedWrite.Ends(new LabelWriteOutcome.Refused("deleted", change.add()));
    }
    Set<String> labels = TicketFolder.labels(words);
    LabelPlan plan = LabelPlan.between(labels, change, label -> label);
    return plan.isDone()
        ? new PlannedWrite.Ends(new LabelWriteOutcome.AlreadySo(labels))
        : new PlannedWrite.Sends(plan);
  }

  @Override
  public synchronized LabelWriteOutcome write(HelpdeskAccount account, LabelChange change) {
    if (plan(account, change) instanceof PlannedWrite.Ends ends) {
      return ends.outcome();
    }
    Properties words = folder.load(change.ticketId()).orElseThrow();
    Set<String> labels = new TreeSet<>(TicketFolder.labels(words));
    labels.addAll(change.add());
    labels.removeAll(change.remove());
    words.setProperty("labels", String.join(" ", labels));
    words.setProperty("changed", clock.instant().toString());
    words.setProperty("writes", "" + (Integer.parseInt(words.getProperty("writes", "0")) + 1));
    folder.save(change.ticketId(), words);
    return new LabelWriteOutcome.Written(labels);
  }

  private static boolean isBehind(TicketSnapshot ticket, Instant time, long id) {
    int order = ticket.generatedAt().compareTo(time);
    return order > 0 || (order == 0 && ticket.remoteId() > id);
  }
}
