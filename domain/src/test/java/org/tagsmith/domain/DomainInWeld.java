package org.tagsmith.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.Bean;
import java.time.Clock;
import javax.sql.DataSource;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.WeldInitiator;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.schema.TransactionalForTests;
import org.tagsmith.domain.schema.TransactionsForTests;
import org.tagsmith.domain.sync.Connector;

/**
 * All beans of the domain in Weld, found as in the server, on a real database. What a server adds
 * comes from here: transactions, the entity manager, the data source; the clock and the connector
 * are the test's.
 */
public final class DomainInWeld {
  private DomainInWeld() {}

  /**
   * A container for one test class.
   *
   * @param more beans that stand around the domain
   */
  public static WeldInitiator on(
      DatabaseForTests database, Clock clock, Connector connector, Class<?>... more) {
    TransactionsForTests transactions = new TransactionsForTests(database);
    return WeldInitiator.from(
            WeldInitiator.createWeld()
                .enableDiscovery()
                .addBeanClass(TransactionalForTests.class)
                .addBeanClasses(more)
                .addInterceptor(TransactionalForTests.class))
        .addBeans(
            bean(TransactionsForTests.class, transactions),
            bean(DataSource.class, database.dataSource()),
            bean(Clock.class, clock),
            bean(Connector.class, connector))
        .setPersistenceContextFactory(point -> transactions.entityManager())
        .build();
  }

  private static <T> Bean<T> bean(Class<T> type, T instance) {
    return MockBean.<T>builder()
        .types(type)
        .scope(type.isInterface() ? ApplicationScoped.class : Dependent.class)
        .globallySelectedAlternative(1)
        .creating(instance)
        .build();
  }
}
