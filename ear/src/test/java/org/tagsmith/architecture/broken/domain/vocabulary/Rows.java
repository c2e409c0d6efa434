package org.tagsmith.architecture.broken.domain.vocabulary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.tagsmith.architecture.Breaks;

/** Models that know a container, a mapping, a driver and the tables. */
final class Rows {
  @ApplicationScoped
  @Breaks("the_model_speaks_plain_java")
  static class Bean {}

  @Breaks({"the_model_speaks_plain_java", "hibernate_stays_behind_persistence"})
  record ByHibernate(Session session) {}

  @Breaks({"the_model_speaks_plain_java", "hibernate_stays_behind_persistence"})
  record ByMapping(EntityManager entities) {}

  @Breaks({"the_model_speaks_plain_java", "sql_stays_behind_persistence"})
  record BySql(Connection connection) {}

  @Breaks({"the_model_speaks_plain_java", "sql_stays_behind_persistence"})
  record ByDriver(PGConnection connection) {}

  @Breaks({"the_model_speaks_plain_java", "flyway_stays_in_schema"})
  record ByMigration(Flyway flyway) {}
}
