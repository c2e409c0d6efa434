package org.tagsmith.widget.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.tagsmith.domain.schema.DatabaseForTests;
import org.tagsmith.domain.sync.usecase.ReadSyncProgress;
import org.tagsmith.domain.sync.usecase.SyncTickets;
import org.tagsmith.widget.RunningWidget;
import org.tagsmith.widget.schedule.Running;
import org.tagsmith.widget.schedule.StartForTests;
import org.tagsmith.widget.schedule.SyncFigures;

class HealthTest extends RunningWidget {
  @Inject @Startup HasStarted hasStarted;
  @Inject @Readiness CanAnswer canAnswer;
  @Inject @Liveness TimerBeats timerBeats;
  @Inject Running running;
  @Inject SyncFigures figures;
  @Inject ReadSyncProgress progress;
  @Inject SyncTickets tickets;

  @AfterEach
  void stopAgain() {
    StartForTests.end(running);
    resetSync();
  }

  @Test
  void before_the_start_is_complete_it_lives_but_has_not_started_and_is_not_ready() {
    HealthCheckResponse ready = canAnswer.call();

    assertThat(hasStarted.call().getStatus()).isEqualTo(DOWN);
    assertThat(ready.getStatus()).isEqualTo(DOWN);
    assertThat(data(ready)).containsEntry("started", false).containsEntry("database", false);
    assertThat(timerBeats.call().getStatus()).isEqualTo(UP);
  }

  @Test
  void after_the_start_all_three_are_up_and_the_accounts_are_told() {
    StartForTests.seen(figures, progress.read());
    StartForTests.begin(running);

    HealthCheckResponse ready = canAnswer.call();

    assertThat(hasStarted.call().getStatus()).isEqualTo(UP);
    assertThat(ready.getStatus()).isEqualTo(UP);
    assertThat(data(ready))
        .containsEntry("database", true)
        .containsEntry("memory.harbourbank.phase", "idle")
        .containsKey("memory.harbourbank.lagSeconds")
        .doesNotContainKey("memory.harbourbank.failure");
    assertThat(timerBeats.call().getStatus()).isEqualTo(UP);
  }

  @Test
  void once_a_stop_has_begun_it_is_ready_no_longer() {
    StartForTests.begin(running);
    StartForTests.end(running);

    assertThat(canAnswer.call().getStatus()).isEqualTo(DOWN);
    assertThat(hasStarted.call().getStatus()).isEqualTo(DOWN);
  }

  @Test
  void without_its_database_it_is_not_ready_but_started_and_alive_since_no_restart_would_help() {
    StartForTests.begin(running);
    DatabaseForTests gone = DatabaseForTests.empty();
    DataSource dataSource = gone.dataSource();
    CanAnswer stranded = new CanAnswer(running, new DatabaseAnswers(dataSource), figures);
    assertThat(stranded.call().getStatus()).isEqualTo(UP);

    gone.close();

    assertThat(stranded.call().getStatus()).isEqualTo(DOWN);
    assertThat(data(stranded.call()))
        .containsEntry("started", true)
        .containsEntry("database", false);
    assertThat(hasStarted.call().getStatus()).isEqualTo(UP);
    assertThat(timerBeats.call().getStatus()).isEqualTo(UP);
  }

  @Test
  @Timeout(20)
  void a_database_that_hangs_is_told_at_once_and_not_when_it_answers_again() throws Exception {
    StartForTests.begin(running);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setServerNames(new String[] {silent.getInetAddress().getHostAddress()});
      dataSource.setPortNumbers(new int[] {silent.getLocalPort()});
      dataSource.setSocketTimeout(300);
      DatabaseAnswers hanging = new DatabaseAnswers(dataSource);
      CanAnswer stranded = new CanAnswer(running, hanging, figures);

      assertThat(stranded.call().getStatus()).isEqualTo(DOWN);
      assertThat(data(stranded.call())).containsEntry("database", false);
      hanging.end();
    }
  }

  @Test
  void a_helpdesk_that_refuses_us_is_told_and_does_not_make_us_unready() {
    helpdesk.revokeKey();
    tickets.sync(account);
    StartForTests.seen(figures, progress.read());
    StartForTests.begin(running);

    HealthCheckResponse ready = canAnswer.call();

    assertThat(ready.getStatus()).isEqualTo(UP);
    assertThat(data(ready)).containsEntry("memory.harbourbank.failure", "credentials-rejected");
  }

  private static Map<String, Object> data(HealthCheckResponse response) {
    return response.getData().orElseThrow();
  }
}
