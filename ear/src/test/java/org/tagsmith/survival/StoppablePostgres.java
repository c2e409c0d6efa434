package org.tagsmith.survival;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.schema.SchemaMigration;
import org.tagsmith.shipped.FreePorts;

/**
 * A PostgreSQL that a test stops, freezes and starts again, always in the same folder and on the
 * same port. It keeps each commit, as an operator's does. Confined to the test's thread.
 */
final class StoppablePostgres implements AutoCloseable {
  private final Path folder;
  private final int port = FreePorts.one();
  private EmbeddedPostgres postgres;

  private StoppablePostgres(Path folder) {
    this.folder = folder;
  }

  /** Starts one with its tables below a folder. */
  static StoppablePostgres in(Path folder) throws IOException {
    StoppablePostgres started = new StoppablePostgres(folder);
    started.start();
    return started;
  }

  /** Its database, with all tables. */
  DatabaseForTests migrated() {
    DatabaseForTests database = DatabaseForTests.at(jdbcUrl());
    SchemaMigration.migrate(database.dataSource());
    return database;
  }

  String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
  }

  /** Starts it, if it does not run. */
  void start() throws IOException {
    if (isRunning()) {
      return;
    }
    close();
    File log = folder.resolve("postgres.log").toFile();
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("tables"))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("max_connections", "120")
            .setServerConfig("max_wal_size", "48MB")
            .setServerConfig("min_wal_size", "32MB")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .start();
  }

  boolean isRunning() throws IOException {
    return postmaster().isPresent();
  }

  /** By the file that it keeps while it runs; what the library started is gone by then. */
  private Optional<ProcessHandle> postmaster() throws IOException {
    Path file = folder.resolve("tables").resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    long pid = Long.parseLong(Files.readAllLines(file).get(0));
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  /** Ends it without asking its clients, as {@code pg_ctl stop -m immediate} does. */
  void stopAtOnce() throws IOException, InterruptedException {
    ProcessHandle running = postmaster().orElseThrow();
    Signal.QUIT.send(List.of(running));
    await().atMost(Duration.ofSeconds(20)).until(() -> !running.isAlive());
  }

  /** From now on it answers nothing, while its connections stay open. */
  void freeze() throws IOException, InterruptedException {
    Signal.STOP.send(all());
  }

  /** It goes on where it was. */
  void thaw() throws IOException, InterruptedException {
    Signal.CONT.send(all());
  }

  private List<ProcessHandle> all() throws IOException {
    ProcessHandle running = postmaster().orElseThrow();
    return Stream.concat(Stream.of(running), running.descendants()).toList();
  }

  @Override
  public void close() throws IOException {
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }
}
