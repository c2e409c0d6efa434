package org.tagsmith.widget.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.domain.sync.usecase.DeliveryTally;
import org.tagsmith.widget.schedule.Started;
import org.tagsmith.widget.schedule.SyncFigures;

/** Registers the figures of deliveries at {@code /metrics}; reading them asks nobody. */
@ApplicationScoped
public class DeliveryMetrics {
  private final MetricRegistry registry;
  private final SyncFigures figures;
  private final DeliveryTally tally;

  protected DeliveryMetrics() {
    this(null, null, null);
  }

  @Inject
  public DeliveryMetrics(MetricRegistry registry, SyncFigures figures, DeliveryTally tally) {
    this.registry = registry;
    this.figures = figures;
    this.tally = tally;
  }

  void register(@Observes Started started) {
    figures.accounts().stream().map(SyncProgress::account).forEach(this::register);
  }

  private void register(HelpdeskAccount account) {
    gauge(
        account,
        "tagsmith_deliveries_accepted",
        "Webhook deliveries that were the helpdesk's, since the start of this server",
        from -> from.accepted(account.id()));
    gauge(
        account,
        "tagsmith_deliveries_refused",
        "Webhook deliveries that were refused, since the start of this server",
        from -> from.refused(account.id()));
  }

  private void gauge(
      HelpdeskAccount account,
      String name,
      String description,
      ToDoubleFunction<DeliveryTally> figure) {
    Metadata metadata =
        Metadata.builder()
            .withName(name)
            .withDescription(description)
            .withUnit("deliveries")
            .build();
    registry.gauge(
        metadata,
        tally,
        figure::applyAsDouble,
        new Tag("account", account.connector().value() + ":" + account.subdomain()));
  }
}
