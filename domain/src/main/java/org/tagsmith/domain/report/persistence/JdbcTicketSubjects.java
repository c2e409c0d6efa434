package org.tagsmith.domain.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tagsmith.domain.report.SubjectSample;
import org.tagsmith.domain.report.TicketSubjects;

/** Reads subjects one after the other, in the order in which they lie in the table. */
@ApplicationScoped
class JdbcTicketSubjects implements TicketSubjects {
  /** The planner's own count of tickets, as of the last vacuum or analysis; -1 before the first. */
  private static final String SUBJECTS =
      """
      copy (
        select tag_set_id, subject
        from ticket tablesample system ((
          select least(100, 100 * 1000000.0 / greatest(1, reltuples))
          from pg_class where oid = 'ticket'::regclass)) repeatable (1)
        where subject <> '' and status <> 6
          and tag_set_id not in (select id from tag_set where cardinality(label_ids) = 0)
      ) to stdout (format binary)""";

  private final DataSource dataSource;

  JdbcTicketSubjects() {
    this(null);
  }

  @Inject
  JdbcTicketSubjects(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void readInto(SubjectSample sample) {
    try (Connection connection = dataSource.getConnection()) {
      CopiedRows.read(
          connection, SUBJECTS, row -> sample.add(CopiedRows.integer(row), CopiedRows.text(row)));
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not give the subjects of tickets", e);
    }
  }
}
