package org.tagsmith.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

  private static final String FIRST_RUN =
      """
      select extract(epoch from r.ended_at - r.started_at),
        (select count(*) from ticket t where t.account_id = r.account_id)
      from sync_run r
      join helpdesk_account a on a.id = r.account_id
      where a.connector = ? and r.ended_at is not null and r.stream = 'backfill'
      order by r.id
      limit 1
      """;

  private final String name;
  private final String connector;
  private final int zendeskTickets;
  private final int freshdeskTickets;
  private final double leastPerSecond;

  private SyncBenchmark(
      String name,
      String connector,
      int zendeskTickets,
      int freshdeskTickets,
      double leastPerSecond) {
    this.name = name;
    this.connector = connector;
    this.zendeskTickets = zendeskTickets;
    this.freshdeskTickets = freshdeskTickets;
    this.leastPerSecond = leastPerSecond;
  }

  /** Of Zendesk, in pages of 1,000. */
  static SyncBenchmark ofZendesk() {
    return new SyncBenchmark("sync", "zendesk", TICKETS, 0, 9_000);
  }

  /** Of Freshdesk, in pages of 100. */
  static SyncBenchmark ofFreshdesk() {
    return new SyncBenchmark("sync-freshdesk", "freshdesk", 1, TICKETS, 0);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Measured measure() throws Exception {
    double[] value = new double[REPETITIONS];
    double[] floor = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      Path data = Files.createTempDirectory("tagsmith-bench");
      Map<String, String> settings = RunningTagsmith.settings(data);
      settings.put("TAGSMITH_SANDBOX_TICKETS", Integer.toString(zendeskTickets));
      settings.put("TAGSMITH_SANDBOX_FRESHDESK_TICKETS", Integer.toString(freshdeskTickets));
      try (RunningTagsmith tagsmith = RunningTagsmith.start(settings)) {
        tagsmith.awaitReady();
        PGSimpleDataSource synced = database(settings, data, "sandbox_" + zendeskTickets);
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
            Measured.Limit.atLeast("value", median, leastPerSecond)),
        Measured.sorted(value),
        Measured.sorted(floor));
  }

  private double seconds(PGSimpleDataSource database) throws SQLException, InterruptedException {
    for (int waited = 0; waited < PATIENCE_SECONDS; waited++) {
      try (Connection connection = database.getConnection();
          PreparedStatement statement = connection.prepareStatement(FIRST_RUN)) {
        statement.setString(1, connector);
        ResultSet rows = statement.executeQuery();
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
