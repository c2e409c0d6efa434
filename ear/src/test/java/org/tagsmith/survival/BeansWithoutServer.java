package org.tagsmith.survival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.injection.spi.JpaInjectionServices;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;
import org.jboss.weld.injection.spi.helpers.SimpleResourceReference;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.schema.TransactionalForTests;
import org.tagsmith.domain.schema.TransactionsForTests;

/**
 * The beans of the shipped jars in a plain Java process: all that the class path offers, found as
 * in the server, and in place of what a server adds, the parts that the domain's tests use.
 */
final class BeansWithoutServer {
  private BeansWithoutServer() {}

  /** Starts them, with this clock; close the container to end them. */
  static WeldContainer on(DatabaseForTests database, Clock clock) {
    TransactionsForTests transactions = new TransactionsForTests(database);
    return new Weld()
        .addBeanClass(TransactionalForTests.class)
        .addInterceptor(TransactionalForTests.class)
        .addExtension(new PartsOfAServer(database, transactions, clock))
        .addServices(new EntityManagers(transactions))
        .initialize();
  }

  /** Public, so that the container may call it. */
  public static final class PartsOfAServer implements Extension {
    private final DatabaseForTests database;
    private final TransactionsForTests transactions;
    private final Clock clock;

    PartsOfAServer(DatabaseForTests database, TransactionsForTests transactions, Clock clock) {
      this.database = database;
      this.transactions = transactions;
      this.clock = clock;
    }

    void register(@Observes AfterBeanDiscovery beans) {
      beans
          .addBean()
          .types(TransactionsForTests.class)
          .scope(Dependent.class)
          .createWith(context -> transactions);
      beans
          .addBean()
          .types(DataSource.class)
          .scope(ApplicationScoped.class)
          .alternative(true)
          .priority(1)
          .createWith(context -> database.dataSource());
      beans
          .addBean()
          .types(Clock.class)
          .scope(Dependent.class)
          .alternative(true)
          .priority(1)
          .createWith(context -> clock);
    }
  }

  private record EntityManagers(TransactionsForTests transactions) implements JpaInjectionServices {
    @Override
    public ResourceReferenceFactory<EntityManager> registerPersistenceContextInjectionPoint(
        InjectionPoint point) {
      return () -> new SimpleResourceReference<>(transactions.entityManager());
    }

    @Override
    public ResourceReferenceFactory<EntityManagerFactory> registerPersistenceUnitInjectionPoint(
        InjectionPoint point) {
      throw new UnsupportedOperationException("No bean of ours asks for one: " + point);
    }

    @Override
    public void cleanup() {
      // the database is its opener's
    }
  }
}
