package org.tagsmith.widget.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.tagsmith.widget.schedule.Running;

/** Started: the tables are there and every step of the start has been taken. */
@Startup
@ApplicationScoped
public class HasStarted implements HealthCheck {
  private final Running running;

  protected HasStarted() {
    this(null);
  }

  @Inject
  public HasStarted(Running running) {
    this.running = running;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("started").status(running.isUp()).build();
  }
}
