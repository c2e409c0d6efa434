package org.tagsmith.domain.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.shared.Figures;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.persistence.StoresForTests;

/**
 * How fast pages of 1,000 tickets get into an empty database, one transaction each, beside COPY of
 * the very same rows into the same tables with their indexes.
 */
public final class StoreBenchmark {
  private static final List<String> TABLES =
      List.of(
          "helpdesk_account", "label", "tag_set", "customer", "contact", "ticket", "contact_day");
  private static final HelpdeskAccount ACCOUNT =
      new HelpdeskAccount(new HelpdeskAccountId(1), new ConnectorId("zendesk"), "bench");

  private static final System.Logger LOG = System.getLogger(StoreBenchmark.class.getName());

  private StoreBenchmark() {}

  /** Tickets per second, at least one repetition. */
  public static Figures measure(int tickets, int repetitions) {
    List<TicketBatch> pages = new GeneratedTickets(17, tickets).pages(1_000);
    double[] value = new double[repetitions];
    double[] floor = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      Map<String, byte[]> rows;
      try (DatabaseForTests database = DatabaseForTests.migrated()) {
        value[i] = tickets / seconds(store(database, pages));
        rows = rows(database);
      }
      try (DatabaseForTests database = DatabaseForTests.migrated()) {
        floor[i] = tickets / seconds(copy(database, rows));
      }
    }
    return new Figures("tickets/s", value, floor);
  }

  /** For a look by hand: {@code java ... StoreBenchmark 200000 3}. */
  public static void main(String[] arguments) {
    Figures figures = measure(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    LOG.log(System.Logger.Level.INFO, figures);
  }

  private static Duration store(DatabaseForTests database, List<TicketBatch> pages) {
    database.execute(
        "insert into helpdesk_account (connector, subdomain, created_at)"
            + " values ('zendesk', 'bench', now())");
    TicketBatchStore store = StoresForTests.bulk(database.dataSource());
    return database.inTransaction(
        entityManager -> {
          try (Connection connection = database.dataSource().getConnection()) {
            long begin = System.nanoTime();
            for (TicketBatch page : pages) {
              store.store(ACCOUNT, page);
              connection.commit();
            }
            return Duration.ofNanos(System.nanoTime() - begin);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Map<String, byte[]> rows(DatabaseForTests database) {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    try (Connection connection = database.dataSource().getConnection()) {
      for (String table : TABLES) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout (format binary)", bytes);
        rows.put(table, bytes.toByteArray());
      }
      return rows;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration copy(DatabaseForTests database, Map<String, byte[]> rows) {
    try (Connection connection = database.dataSource().getConnection()) {
      long begin = System.nanoTime();
      for (Map.Entry<String, byte[]> table : rows.entrySet()) {
        long tableBegin = System.nanoTime();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy " + table.getKey() + " from stdin (format binary)",
                new ByteArrayInputStream(table.getValue()));
        LOG.log(
            System.Logger.Level.DEBUG,
            () ->
                "COPY into %s: %d ms"
                    .formatted(table.getKey(), (System.nanoTime() - tableBegin) / 1_000_000));
      }
      return Duration.ofNanos(System.nanoTime() - begin);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
