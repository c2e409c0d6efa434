package org.tagsmith.widget.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.widget.schedule.Running;
import org.tagsmith.widget.schedule.SyncFigures;

/**
 * Ready: requests sent here are answered, because the start is complete, no stop has begun and the
 * database answers. How reading goes is told beside it; a helpdesk that is slow or refuses us does
 * not make us unready, since agents and leads still work on what we hold.
 */
@Readiness
@ApplicationScoped
public class CanAnswer implements HealthCheck {
  private final Running running;
  private final DatabaseAnswers database;
  private final SyncFigures figures;

  protected CanAnswer() {
    this(null, null, null);
  }

  @Inject
  public CanAnswer(Running running, DatabaseAnswers database, SyncFigures figures) {
    this.running = running;
    this.database = database;
    this.figures = figures;
  }

  @Override
  public HealthCheckResponse call() {
    boolean started = running.isUp();
    boolean answers = started && database.now();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("tagsmith")
            .status(answers)
            .withData("started", started)
            .withData("database", answers);
    for (SyncProgress each : figures.accounts()) {
      String account = each.account().connector().value() + "." + each.account().subdomain();
      answer.withData(account + ".phase", each.phase());
      if (each.lag() != null) {
        answer.withData(account + ".lagSeconds", each.lag().toSeconds());
      }
      long drift = figures.drift(each.account().id());
      if (drift > 0) {
        answer.withData(account + ".drift", drift);
      }
      if (each.backfill() != null && each.backfill().isOpen()) {
        answer.withData(
            account + ".backfill", each.backfill().paused() ? "paused" : each.backfill().phase());
      }
      if (each.failureKind() != null) {
        answer.withData(account + ".failure", each.failureKind());
      }
    }
    return answer.build();
  }
}
