package org.tagsmith.domain.schema;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Transactions on a {@link DatabaseForTests} as a server gives them to its beans: joined where
 * there is one already, and with an entity manager that always is the transaction's.
 */
public final class TransactionsForTests {
  private static final Set<String> CHANGING =
      Set.of("persist", "merge", "remove", "refresh", "lock", "flush");

  private final DatabaseForTests database;

  @SuppressWarnings("ThreadLocalUsage") // two databases in one test must not share a transaction
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

  public TransactionsForTests(DatabaseForTests database) {
    this.database = database;
  }

  /** Runs work in the thread's transaction, or in one of its own. */
  public <T> T required(Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    return database.inTransaction(
        entityManager -> {
          current.set(entityManager);
          try {
            return work.get();
          } finally {
            current.remove();
          }
        });
  }

  /**
   * The entity manager to inject. As in the server, each call outside a transaction gets a fresh
   * one that only reads.
   */
  public EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              EntityManager open = current.get();
              if (open == null && CHANGING.contains(method.getName())) {
                throw new TransactionRequiredException("No transaction is open");
              }
              try {
                return method.invoke(
                    open == null ? database.entityManagers().createEntityManager() : open,
                    arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
