package org.tagsmith.domain.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to the state this version needs, by the numbered files of db/migration. */
public final class SchemaMigration {
  private SchemaMigration() {}

  /**
   * Applies every migration that the database has not seen. Several servers may call it at once:
   * one works, the others wait.
   *
   * @param dataSource a user who may create tables in the schema
   * @throws org.flywaydb.core.api.FlywayException if a migration fails (nothing of it stays) or an
   *     applied one was edited
   */
  public static void migrate(DataSource dataSource) {
    Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .sqlMigrationPrefix("V")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
