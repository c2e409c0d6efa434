package org.tagsmith.domain.schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Hands the application's pool to the beans of the library jars, where {@code @Resource} stays null
 * (docs/adr/0005). Its connections take part in the caller's transaction.
 */
@ApplicationScoped
public class ApplicationDataSource {
  static final String NAME = "java:app/jdbc/tagsmith";

  /**
   * What each session of the pool tells PostgreSQL. A server that hangs in the middle of a page
   * keeps its locks, the account's lease among them, and nobody could take over: so its transaction
   * is ended about when its lease is.
   */
  public static final String SESSION_OPTIONS = "-c idle_in_transaction_session_timeout=12s";

  /** Thread-safe; looked up at first use. */
  @Produces
  @ApplicationScoped
  @SuppressWarnings(
      "BanJNDI") // the name is a constant of ours, in the application's own name space
  public DataSource dataSource() {
    try {
      return InitialContext.doLookup(NAME);
    } catch (NamingException e) {
      throw new IllegalStateException(
          "The server offers no data source " + NAME + ". The WAR defines it; was the EAR changed?",
          e);
    }
  }
}
