package org.tagsmith.domain.report.persistence;

import javax.sql.DataSource;
import org.tagsmith.domain.report.ContactDays;

/** Opens the package's beans to tests that have no container. */
public final class ContactDaysForTests {
  private ContactDaysForTests() {}

  /** The adapter that the server uses. */
  public static ContactDays jdbc(DataSource dataSource) {
    return new JdbcContactDays(dataSource);
  }
}
