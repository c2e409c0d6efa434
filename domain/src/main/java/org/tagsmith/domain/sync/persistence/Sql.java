package org.tagsmith.domain.sync.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Single statements on the application's database, in the caller's transaction if there is one. */
final class Sql {
  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement and returns how many rows it changed. */
  int update(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(connection, statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not do what it was asked", e);
    }
  }

  /** All rows of a query, or of a statement with a returning clause. */
  <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(connection, statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not answer what it was asked", e);
    }
  }

  /** The first row, if there is one. */
  <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
    return query(sql, reader, parameters).stream().findFirst();
  }

  /** The time by the database's clock. */
  Instant now() {
    return first("select clock_timestamp() as now", row -> instant(row, "now")).orElseThrow();
  }

  /** A time that may be missing. */
  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static void set(Connection connection, PreparedStatement statement, Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, forDatabase(connection, parameters[i]));
    }
  }

  private static Object forDatabase(Connection connection, Object parameter) throws SQLException {
    if (parameter instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (parameter instanceof String[] texts) {
      return connection.createArrayOf("text", texts);
    }
    if (parameter instanceof Long[] numbers) {
      return connection.createArrayOf("bigint", numbers);
    }
    return parameter;
  }
}
