package org.tagsmith.domain.sync.folder;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.tagsmith.domain.sync.ConnectorFailure;
import org.tagsmith.domain.ticket.TicketSnapshot;
import org.tagsmith.domain.ticket.TicketStatus;

/**
 * A folder in which each ticket is a file {@code 42.ticket} of properties. A file {@code key} holds
 * the key, a file {@code busy} the seconds to wait. What a connector calls its API and translator.
 */
record TicketFolder(Path path, String key) {
  private static final String TICKET = ".ticket";

  /** Every ticket, in no order. */
  List<TicketSnapshot> all() {
    require();
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(TICKET))
          .map(name -> Long.parseLong(name.substring(0, name.length() - TICKET.length())))
          .flatMap(id -> load(id).map(words -> snapshot(id, words)).stream())
          .toList();
    } catch (IOException e) {
      throw new ConnectorFailure.Unreachable("The folder cannot be read", e);
    }
  }

  /** One ticket's file; empty if there is none. */
  Optional<Properties> load(long id) {
    try (Reader in = Files.newBufferedReader(path.resolve(id + TICKET))) {
      Properties words = new Properties();
      words.load(in);
      return Optional.of(words);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ConnectorFailure.Unreachable("A ticket's file cannot be read", e);
    }
  }

  static TicketSnapshot snapshot(long id, Properties words) {
    Instant created = Instant.parse(words.getProperty("created"));
    Instant changed = Instant.parse(words.getProperty("changed"));
    TicketStatus status =
        TicketStatus.valueOf(words.getProperty("status").toUpperCase(Locale.ROOT));
    String subject = words.getProperty("subject");
    return new TicketSnapshot(
        id, status, "file", subject, 0, 0, 0, 0, created, changed, changed, labels(words));
  }

  /** What every call needs: a folder that is there, our key, and no demand to wait. */
  void require() {
    try {
      Path busy = path.resolve("busy");
      if (Files.exists(busy)) {
        Duration wait = Duration.ofSeconds(Long.parseLong(Files.readString(busy)));
        Files.delete(busy);
        throw new ConnectorFailure.Throttled("The folder is busy", wait);
      }
      if (!Files.readString(path.resolve("key")).equals(key)) {
        throw new ConnectorFailure.CredentialsRejected("The folder has another key");
      }
    } catch (IOException e) {
      throw new ConnectorFailure.Unreachable("The folder is not there", e);
    }
  }

  /** Puts a ticket in place at once: a reader sees the former file or the new one. */
  void save(long id, Properties words) {
    try {
      Path written = Files.createTempFile(path, "ticket", ".part");
      try (Writer out = Files.newBufferedWriter(written)) {
        words.store(out, null);
      }
      Files.move(written, path.resolve(id + TICKET), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ConnectorFailure.Unreachable("The folder cannot be written", e);
    }
  }

  static Set<String> labels(Properties words) {
    String labels = words.getProperty("labels", "");
    return labels.isEmpty() ? Set.of() : Set.of(labels.split(" "));
  }
}
