package org.tagsmith.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A PostgreSQL from Maven artifacts, for this machine only, whose folder is kept. */
final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts it.
   *
   * @param data the folder whose sub-folder {@code postgres} holds the tables
   */
  static EmbeddedDatabase start(Path data, int port) throws LaunchRefused, IOException {
    Path tables = data.resolve("postgres");
    Files.createDirectories(data.resolve("logs"));
    String password = Keepsake.secret(data.resolve("database-password"));
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(data.resolve("logs/postgres.log").toFile());
    EmbeddedPostgres postgres;
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(tables)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(data.resolve("postgres-program").toFile())
              .setPort(port)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setConnectConfig("password", password)
              .setServerConfig("listen_addresses", "localhost")
              .setServerConfig("max_connections", "60")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("timezone", "UTC")
              // the library is made for tests and would rather be fast than keep a commit
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setErrorRedirector(log)
              .setOutputRedirector(log)
              .start();
    } catch (IOException | IllegalStateException e) {
      throw new LaunchRefused(
          "PostgreSQL did not start in "
              + tables
              + ". The reason stands in "
              + data.resolve("logs/postgres.log")
              + ".",
          e);
    }
    EmbeddedDatabase database = new EmbeddedDatabase(postgres, password);
    database.askForPasswords(tables);
    return database;
  }

  /**
   * Makes sure that a database exists.
   *
   * @param name of lower-case letters, digits and underscores
   * @return how the server finds it, as environment variables
   */
  Map<String, String> open(String name) throws LaunchRefused {
    try (Connection connection = connect();
        PreparedStatement find =
            connection.prepareStatement("select 1 from pg_database where datname = ?");
        Statement create = connection.createStatement()) {
      find.setString(1, name);
      try (ResultSet found = find.executeQuery()) {
        if (!found.next()) {
          create.execute("create database " + create.enquoteIdentifier(name, true));
        }
      }
    } catch (SQLException e) {
      throw new LaunchRefused(
          "PostgreSQL did not open the database " + name + ": " + e.getMessage(), e);
    }
    return Map.of(
        "TAGSMITH_JDBC_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name,
        "TAGSMITH_JDBC_USER", USER,
        "TAGSMITH_JDBC_PASSWORD", password);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** initdb lets every local user in; after the first start only who has the password. */
  private void askForPasswords(Path tables) throws IOException, LaunchRefused {
    Path rules = tables.resolve("pg_hba.conf");
    List<String> lines = Files.readAllLines(rules);
    if (lines.stream().noneMatch(line -> line.endsWith("trust"))) {
      return;
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + USER + " password '" + password + "'");
      Files.write(
          rules, lines.stream().map(line -> line.replaceFirst("trust$", "scram-sha-256")).toList());
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new LaunchRefused("PostgreSQL did not take its password: " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    return postgres.getPostgresDatabase(Map.of("password", password)).getConnection();
  }

  /** Ends the PostgreSQL of a start that was killed; its tables are sound and used again. */
  static void endLeftover(Path data) throws LaunchRefused, IOException {
    Leftover.end(data.resolve("postgres").resolve("postmaster.pid"), "postgres");
  }
}
