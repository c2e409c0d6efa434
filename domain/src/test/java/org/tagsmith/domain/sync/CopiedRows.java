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
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The rows that a sync left behind, as COPY carries them: the floor under every way to store. */
public final class CopiedRows {
  private static final List<String> TABLES =
      List.of(
          "helpdesk_account",
          "label",
          "tag_set",
          "customer",
          "contact",
          "ticket",
          "contact_day",
          "ticket_rating",
          "agent",
          "agent_group",
          "brand");

  private final Map<String, byte[]> rows = new LinkedHashMap<>();

  private CopiedRows() {}

  /** Takes the rows of all tables that a sync writes, but for its own book-keeping. */
  public static CopiedRows of(DataSource database) throws SQLException, IOException {
    CopiedRows copied = new CopiedRows();
    try (Connection connection = database.getConnection()) {
      for (String table : TABLES) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout (format binary)", bytes);
        copied.rows.put(table, bytes.toByteArray());
      }
    }
    return copied;
  }

  /**
   * Puts them into the empty tables of a migrated database, with their indexes and foreign keys.
   *
   * @return how long it took
   */
  public Duration copyInto(DataSource database) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      long begin = System.nanoTime();
      for (Map.Entry<String, byte[]> table : rows.entrySet()) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy " + table.getKey() + " from stdin (format binary)",
                new ByteArrayInputStream(table.getValue()));
      }
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }
}
