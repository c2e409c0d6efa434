package org.tagsmith.domain.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests: one server per JVM, one migrated database per instance. Close it to
 * drop the database.
 */
public final class DatabaseForTests implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static EmbeddedPostgres server;

  /** Null for a database of another process. */
  private final String name;

  private final DataSource raw;

  @SuppressWarnings("ThreadLocalUsage") // two databases in one test must not share a transaction
  private final ThreadLocal<Connection> joined = new ThreadLocal<>();

  private EntityManagerFactory entityManagers;

  private DatabaseForTests(String name, DataSource raw) {
    this.name = name;
    this.raw = raw;
  }

  /** A database with all tables and no rows. */
  public static DatabaseForTests migrated() {
    DatabaseForTests database = empty();
    SchemaMigration.migrate(database.raw);
    return database;
  }

  /** A database without tables. */
  public static DatabaseForTests empty() {
    EmbeddedPostgres postgres = server();
    String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    execute(postgres.getPostgresDatabase(), "create database " + name);
    return new DatabaseForTests(name, postgres.getDatabase("postgres", name));
  }

  /**
   * A database of another process, by its {@link #jdbcUrl}, in sessions like the pool's. Closing it
   * leaves the database to its owner.
   */
  public static DatabaseForTests at(String jdbcUrl) {
    PGSimpleDataSource raw = new PGSimpleDataSource();
    raw.setUrl(jdbcUrl);
    raw.setOptions(ApplicationDataSource.SESSION_OPTIONS);
    return new DatabaseForTests(null, raw);
  }

  /** Where a process of its own finds this database. */
  public String jdbcUrl() {
    return server().getJdbcUrl("postgres", name);
  }

  /**
   * The database as beans see it. Inside {@link #inTransaction} its connections are the
   * transaction's (closing them does nothing), as in the server; outside each is its own, with
   * auto-commit.
   */
  public DataSource dataSource() {
    return JoinedDataSource.of(raw, joined);
  }

  /**
   * Runs work in one transaction that JPA and JDBC share; any throwable rolls it back and is thrown
   * on.
   */
  public <T> T inTransaction(Function<EntityManager, T> work) {
    try (EntityManager entityManager = entityManagers().createEntityManager()) {
      EntityTransaction transaction = entityManager.getTransaction();
      transaction.begin();
      Connection outer = joined.get();
      try {
        joined.set(entityManager.unwrap(Session.class).doReturningWork(connection -> connection));
        T result = work.apply(entityManager);
        transaction.commit();
        return result;
      } finally {
        joined.set(outer);
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }

  /** The persistence unit {@code tagsmith}, without a server around it. */
  public synchronized EntityManagerFactory entityManagers() {
    if (entityManagers == null) {
      Map<String, Object> overrides = new HashMap<>();
      overrides.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
      overrides.put("jakarta.persistence.jtaDataSource", null);
      overrides.put("jakarta.persistence.nonJtaDataSource", raw);
      overrides.put("hibernate.transaction.jta.platform", null);
      entityManagers =
          new HibernatePersistenceProvider().createEntityManagerFactory("tagsmith", overrides);
    }
    return entityManagers;
  }

  /** Runs a statement with auto-commit. */
  public void execute(String sql) {
    execute(raw, sql);
  }

  @Override
  public synchronized void close() {
    if (entityManagers != null) {
      entityManagers.close();
    }
    if (name != null) {
      execute(server().getPostgresDatabase(), "drop database " + name + " with (force)");
    }
  }

  private static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }
}
