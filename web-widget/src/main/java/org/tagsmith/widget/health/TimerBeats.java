package org.tagsmith.widget.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.tagsmith.widget.schedule.SyncSchedule;

/** Alive: nothing but a restart would help if this is down. Asks neither database nor helpdesk. */
@Liveness
@ApplicationScoped
public class TimerBeats implements HealthCheck {
  private final SyncSchedule schedule;

  protected TimerBeats() {
    this(null);
  }

  @Inject
  public TimerBeats(SyncSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("timer").status(schedule.isAlive()).build();
  }
}
