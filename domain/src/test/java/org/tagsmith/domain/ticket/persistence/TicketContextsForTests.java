package org.tagsmith.domain.ticket.persistence;

import javax.sql.DataSource;
import org.tagsmith.domain.ticket.TicketContexts;

/** Opens the package's beans to tests that have no container. */
public final class TicketContextsForTests {
  private TicketContextsForTests() {}

  /** The adapter that the server uses. */
  public static TicketContexts jdbc(DataSource dataSource) {
    return new JdbcTicketContexts(dataSource);
  }
}
