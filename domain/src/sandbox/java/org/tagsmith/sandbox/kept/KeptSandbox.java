package org.tagsmith.sandbox.kept;

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
import java.util.function.ToLongFunction;

/**
 * A folder in which a sandbox finds itself again: the newest second of its origin, so that ticket
 * times stay what they were, and the tickets that were changed since. Another origin starts anew.
 *
 * @param <T> a ticket, which Jackson can write and read
 */
public final class KeptSandbox<T> implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path changesFile;
  private final long newest;
  private final Map<Long, T> changes;
  private Writer out;

  private KeptSandbox(Path changesFile, long newest, Map<Long, T> changes) {
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
   * @param type the tickets' class
   * @param number a ticket's number
   * @throws IOException if the folder cannot be read or written
   */
  public static <T> KeptSandbox<T> open(
      Path folder, String origin, long newestIfNew, Class<T> type, ToLongFunction<T> number)
      throws IOException {
    Files.createDirectories(folder);
    Path originFile = folder.resolve("sandbox-origin.json");
    Path changesFile = folder.resolve("sandbox-changes.ndjson");
    if (Files.exists(originFile)) {
      Origin before = JSON.readValue(originFile.toFile(), Origin.class);
      if (before.origin().equals(origin)) {
        return new KeptSandbox<>(changesFile, before.newest(), read(changesFile, type, number));
      }
    }
    Files.deleteIfExists(changesFile);
    JSON.writeValue(originFile.toFile(), new Origin(origin, newestIfNew));
    return new KeptSandbox<>(changesFile, newestIfNew, Map.of());
  }

  private static <T> Map<Long, T> read(Path file, Class<T> type, ToLongFunction<T> number)
      throws IOException {
    Map<Long, T> changes = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        try {
          T ticket = JSON.readValue(line, type);
          changes.put(number.applyAsLong(ticket), ticket);
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
  public Collection<T> changes() {
    return changes.values();
  }

  /**
   * Keeps a change; on the disk before it returns.
   *
   * @throws UncheckedIOException if the folder has become unwritable
   */
  public synchronized void keep(T ticket) {
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
      for (T ticket : changes.values()) {
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
