package org.tagsmith.domain.customer.persistence;

import javax.sql.DataSource;
import org.tagsmith.domain.customer.CustomerJoinRepository;

/** Opens the package's beans to tests that have no container. */
public final class CustomerJoinsForTests {
  private CustomerJoinsForTests() {}

  /** The adapter that the server uses; call it inside a transaction. */
  public static CustomerJoinRepository jdbc(DataSource dataSource) {
    return new JdbcCustomerJoins(dataSource);
  }
}
