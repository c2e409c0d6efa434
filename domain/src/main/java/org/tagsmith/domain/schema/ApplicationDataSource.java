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
