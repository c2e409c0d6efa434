package org.tagsmith.domain.sync.folder;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.Connector;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.HelpdeskUnderTest;

/** The people around the folder, as a test plays them. */
final class FolderUnderTest implements HelpdeskUnderTest {
  private static final String KEY = "of-the-folder";

  private final TicketFolder tickets;
  private final Path folder;
  private final int pageSize;
  private Instant now = Instant.parse("2026-01-05T08:00:00Z");
  private long last;

  FolderUnderTest(Path folder, int pageSize) throws IOException {
    this.tickets = new TicketFolder(folder, KEY);
    this.folder = folder;
    this.pageSize = pageSize;
    Files.writeString(folder.resolve("key"), KEY);
  }

  @Override
  public Connector connector() {
    return freshConnector();
  }

  @Override
  public Connector freshConnector() {
    now = now.plusSeconds(1);
    return new FolderConnector(tickets, pageSize, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Override
  public HelpdeskAccount account() {
    return new HelpdeskAccount(
        new HelpdeskAccountId(1), FolderConnector.ID, folder.getFileName().toString());
  }

  @Override
  public Map<Long, Set<String>> tickets() {
    return files().entrySet().stream()
        .filter(file -> !file.getValue().getProperty("status").equals("deleted"))
        .collect(toMap(Map.Entry::getKey, file -> TicketFolder.labels(file.getValue())));
  }

  @Override
  public long open(Set<String> labels) {
    now = now.plusSeconds(1);
    Properties words = new Properties();
    words.setProperty("status", "open");
    words.setProperty("created", now.toString());
    words.setProperty("subject", "Ticket " + ++last);
    change(last, words, labels);
    return last;
  }

  @Override
  public void relabel(long ticket, Set<String> labels) {
    now = now.plusSeconds(1);
    change(ticket, files().get(ticket), labels);
  }

  @Override
  public void relabelAtOnce(Iterable<Long> tickets, String label) {
    now = now.plusSeconds(1);
    for (long ticket : tickets) {
      Properties words = files().get(ticket);
      Set<String> labels = new TreeSet<>(TicketFolder.labels(words));
      labels.add(label);
      change(ticket, words, labels);
    }
  }

  @Override
  public void delete(long ticket) {
    now = now.plusSeconds(1);
    Properties words = files().get(ticket);
    words.setProperty("status", "deleted");
    change(ticket, words, TicketFolder.labels(words));
  }

  private void change(long ticket, Properties words, Set<String> labels) {
    words.setProperty("labels", String.join(" ", labels));
    words.setProperty("changed", now.toString());
    tickets.save(ticket, words);
  }

  @Override
  public void settle() {
    // A file is there at once.
  }

  @Override
  public void throttleNext(Duration retryAfter) {
    write("busy", Long.toString(retryAfter.toSeconds()));
  }

  @Override
  public void unplug(boolean unplugged) {
    Path away = folder.resolveSibling(folder.getFileName() + ".away");
    try {
      Files.move(unplugged ? folder : away, unplugged ? away : folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void revokeKey() {
    write("key", "another");
  }

  @Override
  public int writes() {
    return files().values().stream()
        .mapToInt(words -> Integer.parseInt(words.getProperty("writes", "0")))
        .sum();
  }

  @Override
  public void close() {
    // The folder is the test's, which deletes it.
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Long, Properties> files() {
    Map<Long, Properties> files = new TreeMap<>();
    for (long id = 1; id <= last; id++) {
      files.put(id, tickets.load(id).orElseThrow());
    }
    return files;
  }
}
