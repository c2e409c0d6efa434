package org.tagsmith.domain.sync.persistence;

import javax.sql.DataSource;
import org.tagsmith.domain.sync.TicketBatchStore;

/** Opens the package's beans to tests that have no container. */
public final class StoresForTests {
  private StoresForTests() {}

  /** The store that the server uses; call it inside a transaction. */
  public static TicketBatchStore bulk(DataSource dataSource) {
    return new BulkTicketBatchStore(dataSource);
  }
}
