package org.tagsmith.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.postgresql.ds.PGSimpleDataSource;
import org.tagsmith.domain.schema.SchemaMigration;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.sync.CopiedRows;
import org.tagsmith.shipped.RunningTagsmith;

/**
 * The first sync after {@code mvn -Prun} started: the sandbox makes the pages, the server that has
 * only just come up reads them over HTTP and stores them. Beside it COPY of the very rows that this
 * left behind, into the same tables with their indexes on the same PostgreSQL. From the run's begin
 * to its end, as the run itself records them.
 */
final class SyncBenchmark implements Benchmark {
  private static final int TICKETS = 200_000;
  private static final int REPETITIONS = 3;
  private static final int PATIENCE_SECONDS = 300;

  @Override
  public String name() {
    return "sync";
  }

  @Override
  public Measured measure() throws Exception {
    double[] value = new double[REPETITIONS];
    double[] floor = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      Path data = Files.createTempDirectory("tagsmith-bench");
      Map<String, String> settings = RunningTagsmith.settings(data);
      settings.put("TAGSMITH_SANDBOX_TICKETS", Integer.toString(TICKETS));
      settings.put("TAGSMITH_SANDBOX_FRESHDESK_TICKETS", "0");
      try (RunningTagsmith tagsmith = RunningTagsmith.start(settings)) {
        tagsmith.awaitReady();
        PGSimpleDataSource synced = database(settings, data, "sandbox_" + TICKETS);
        value[i] = TICKETS / seconds(synced);
        try (Connection connection = synced.getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("create database floor");
        }
        PGSimpleDataSource empty = database(settings, data, "floor");
        SchemaMigration.migrate(empty);
        floor[i] = TICKETS / (CopiedRows.of(synced).copyInto(empty).toNanos() / 1e9);
      } finally {
        Folders.delete(data);
      }
    }
    double median = Figures.quantile(value, 0.5);
    double floorMedian = Figures.quantile(floor, 0.5);
    double ratio = floorMedian / median;
    return new Measured(
        name(),
        "tickets/s",
        median,
        OptionalDouble.of(floorMedian),
        OptionalDouble.of(ratio),
        List.of(
            Measured.Limit.atMost("ratio", ratio, 3),
            Measured.Limit.atLeast("value", median, 9_000)),
        Measured.sorted(value),
        Measured.sorted(floor));
  }

  private static double seconds(PGSimpleDataSource database)
      throws SQLException, InterruptedException {
    for (int waited = 0; waited < PATIENCE_SECONDS; waited++) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select extract(epoch from ended_at - started_at),"
                      + " (select count(*) from ticket) from sync_run"
                      + " where ended_at is not null and stream = 'backfill' order by id limit 1")) {
        if (rows.next()) {
          if (rows.getLong(2) != TICKETS) {
            throw new IllegalStateException("The first reading stored " + rows.getLong(2));
          }
          return rows.getDouble(1);
        }
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException("The sync did not end");
  }

  private static PGSimpleDataSource database(Map<String, String> settings, Path data, String name)
      throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"localhost"});
    database.setPortNumbers(new int[] {Integer.parseInt(settings.get("TAGSMITH_DB_PORT"))});
    database.setDatabaseName(name);
    database.setUser("postgres");
    database.setPassword(Files.readString(data.resolve("database-password")).strip());
    return database;
  }
}
