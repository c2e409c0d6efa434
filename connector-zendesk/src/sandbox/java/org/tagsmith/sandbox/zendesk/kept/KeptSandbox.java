package org.tagsmith.sandbox.zendesk.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;

/**
 * A folder in which a sandbox finds itself again: the newest second of its origin, so that ticket
 * times stay what they were, and the tickets that were changed since. Another origin starts anew.
 */
public final class KeptSandbox implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path changesFile;
  private final long newest;
  private final Map<Long, SandboxTicket> changes;
  private Writer out;

  private KeptSandbox(Path changesFile, long newest, Map<Long, SandboxTicket> changes) {
    this.changesFile = changesFile;
    this.newest = newest;
    this.changes = changes;
  }

  private record Origin(String origin, long newest) {}

  /**
   * Opens a folder, which is made if need be.
   *
   * @param origin says which tickets these are; changes of another origin are dropped
   * @param newestIfNew the newest second, if this origin was not here before
   * @throws IOException if the folder cannot be read or written
   */
  public static KeptSandbox open(Path folder, String origin, long newestIfNew) throws IOException {
    Files.createDirectories(folder);
    Path originFile = folder.resolve("sandbox-origin.json");
    Path changesFile = folder.resolve("sandbox-changes.ndjson");
    if (Files.exists(originFile)) {
      Origin before = JSON.readValue(originFile.toFile(), Origin.class);
      if (before.origin().equals(origin)) {
        return new KeptSandbox(changesFile, before.newest(), read(changesFile));
      }
    }
    Files.deleteIfExists(changesFile);
    JSON.writeValue(originFile.toFile(), new Origin(origin, newestIfNew));
    return new KeptSandbox(changesFile, newestIfNew, Map.of());
  }

  private static Map<Long, SandboxTicket> read(Path file) throws IOException {
    Map<Long, SandboxTicket> changes = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        try {
          SandboxTicket ticket = JSON.readValue(line, SandboxTicket.class);
          changes.put(ticket.id(), ticket);
        } catch (JsonProcessingException cutOff) {
          // the process ended while it wrote this line; its change was never answered
          break;
        }
      }
    }
    return changes;
  }

  /** No ticket of the origin changed after this second. */
  public long newest() {
    return newest;
  }

  /** The tickets as they were changed before this run. */
  public Collection<SandboxTicket> changes() {
    return changes.values();
  }

  /**
   * Keeps a change; on the disk before it returns.
   *
   * @throws UncheckedIOException if the folder has become unwritable
   */
  public synchronized void keep(SandboxTicket ticket) {
    try {
      if (out == null) {
        out = rewritten();
      }
      out.write(JSON.writeValueAsString(ticket) + "\n");
      out.flush();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Writer rewritten() throws IOException {
    Path fresh = changesFile.resolveSibling("sandbox-changes.new");
    try (Writer all = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      for (SandboxTicket ticket : changes.values()) {
        all.write(JSON.writeValueAsString(ticket) + "\n");
      }
    }
    Files.move(fresh, changesFile, StandardCopyOption.REPLACE_EXISTING);
    return Files.newBufferedWriter(changesFile, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
