package org.tagsmith.domain.report.persistence;

import javax.sql.DataSource;
import org.tagsmith.domain.report.ContactDays;
import org.tagsmith.domain.report.TicketSubjects;

/** Opens the package's beans to tests that have no container. */
public final class ContactDaysForTests {
  private ContactDaysForTests() {}

  /** The adapter that the server uses. */
  public static ContactDays jdbc(DataSource dataSource) {
    return new JdbcContactDays(dataSource);
  }

  /** The adapter that the server uses. */
  public static TicketSubjects subjects(DataSource dataSource) {
    return new JdbcTicketSubjects(dataSource);
  }
}
