package org.tagsmith.widget.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.SyncProgress;
import org.tagsmith.widget.schedule.Started;
import org.tagsmith.widget.schedule.SyncFigures;

/** Registers the figures of reading at {@code /metrics}; reading them asks nobody. */
@ApplicationScoped
public class SyncMetrics {
  private final MetricRegistry registry;
  private final SyncFigures figures;

  protected SyncMetrics() {
    this(null, null);
  }

  @Inject
  public SyncMetrics(MetricRegistry registry, SyncFigures figures) {
    this.registry = registry;
    this.figures = figures;
  }

  void register(@Observes Started started) {
    registry.gauge(
        named("tagsmith_tickets_synced", "Tickets stored by ended runs since the start", "tickets"),
        figures,
        SyncFigures::ticketsSynced);
    registry.gauge(
        named(
            "tagsmith_throttled",
            "How long helpdesks have kept us waiting since the start",
            MetricUnits.SECONDS),
        figures,
        SyncFigures::throttledSeconds);
    figures.accounts().forEach(each -> register(each.account()));
  }

  private void register(HelpdeskAccount account) {
    registerDrift(account);
    gauge(
        account,
        named(
            "tagsmith_cursor_age",
            "How far what we hold is behind the helpdesk; -1 before the first page",
            MetricUnits.SECONDS),
        each -> each.lag() == null ? -1 : each.lag().toSeconds());
    gauge(
        account,
        named("tagsmith_tickets_stored", "Distinct tickets that we hold", "tickets"),
        SyncProgress::ticketsStored);
    gauge(
        account,
        named("tagsmith_backfill_read", "Tickets that the backfill has read", "tickets"),
        each -> each.backfill() == null ? 0 : each.backfill().ticketsRead());
    gauge(
        account,
        named("tagsmith_backfill_open", "1 while a backfill is not finished", MetricUnits.NONE),
        each -> each.backfill() != null && each.backfill().isOpen() ? 1 : 0);
    gauge(
        account,
        named(
            "tagsmith_outbox_waiting", "Label changes not yet written to the helpdesk", "changes"),
        SyncProgress::outboxWaiting);
    gauge(
        account,
        named("tagsmith_outbox_refused", "Label changes that the helpdesk refused", "changes"),
        SyncProgress::outboxRefused);
  }

  private void registerDrift(HelpdeskAccount account) {
    registry.gauge(
        named("tagsmith_drift", "Tickets found to differ from the helpdesk", "tickets"),
        figures,
        from -> from.drift(account.id()),
        new Tag("account", account.connector().value() + ":" + account.subdomain()));
  }

  private void gauge(
      HelpdeskAccount account, Metadata name, ToDoubleFunction<SyncProgress> figure) {
    registry.gauge(
        name,
        figures,
        from -> from.account(account.id()).map(figure::applyAsDouble).orElse(-1.0),
        new Tag("account", account.connector().value() + ":" + account.subdomain()));
  }

  private static Metadata named(String name, String description, String unit) {
    return Metadata.builder().withName(name).withDescription(description).withUnit(unit).build();
  }
}
