package org.tagsmith.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {
  @Test
  void an_empty_database_gets_every_table_and_a_second_migration_changes_nothing()
      throws SQLException {
    try (DatabaseForTests database = DatabaseForTests.empty()) {
      SchemaMigration.migrate(database.dataSource());
      int applied = count(database, "select count(*) from flyway_schema_history");
      SchemaMigration.migrate(database.dataSource());

      assertThat(count(database, "select count(*) from flyway_schema_history")).isEqualTo(applied);
      assertThat(count(database, "select count(*) from ticket")).isZero();
    }
  }

  private static int count(DatabaseForTests database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
