package org.tagsmith.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagsmith.shipped.RunningTagsmith;

/** The shipped EAR while the operator's PostgreSQL is stopped at once, and while it hangs. */
class DatabaseAwayIT {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void health_tells_that_the_database_is_away_and_all_heals_by_itself() throws Exception {
    try (StoppablePostgres postgres = StoppablePostgres.in(folder);
        RunningTagsmith server = start(postgres)) {
      server.awaitReady();

      postgres.stopAtOnce();
      assertUnreadyButAlive(server);
      postgres.start();
      awaitReady(server);

      postgres.freeze();
      assertUnreadyButAlive(server);
      postgres.thaw();
      awaitReady(server);
    }
  }

  private static void assertUnreadyButAlive(RunningTagsmith server) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                assertThat(server.get(server.at("/health/ready")))
                    .satisfies(
                        ready -> assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503),
                        ready -> assertThat(ready.body()).contains("\"database\":\"false\"")));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(server.get(server.at("/health/live")).statusCode())
                    .as("alive")
                    .isEqualTo(200));
  }

  private static void awaitReady(RunningTagsmith server) {
    await().atMost(WITHIN).until(() -> server.get(server.at("/health/ready")).statusCode() == 200);
  }

  private RunningTagsmith start(StoppablePostgres postgres) throws Exception {
    Map<String, String> settings =
        RunningTagsmith.settings(Files.createDirectory(folder.resolve("server")));
    settings.put("TAGSMITH_JDBC_URL", postgres.jdbcUrl());
    settings.put("TAGSMITH_JDBC_USER", "postgres");
    return RunningTagsmith.start(settings);
  }
}
