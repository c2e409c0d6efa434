package org.tagsmith.widget.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.sync.usecase.ReadDeliveries.Arrivals;

/** What to enter in each helpdesk so that it tells of changes, and whether it does. */
@Schema(name = "Hooks")
public record HooksView(List<Hook> hooks) {
  /** One for each account whose helpdesk can tell. */
  public static HooksView of(List<Arrivals> arrivals) {
    return new HooksView(arrivals.stream().map(Hook::of).toList());
  }

  /** One account's. Holds no secret. */
  @Schema(
      name = "Hook",
      properties = {
        @SchemaProperty(name = "path", description = "Below Tagsmith's own address."),
        @SchemaProperty(
            name = "ready",
            description = "Whether the secret is in the server's configuration."),
        @SchemaProperty(
            name = "secretHeader",
            nullable = true,
            description = "The header to send the secret in, where the helpdesk does not sign."),
        @SchemaProperty(name = "lastAt", nullable = true),
        @SchemaProperty(name = "lastDay", description = "Taken in the last 24 hours.")
      })
  public record Hook(
      int account,
      String path,
      String method,
      String body,
      boolean ready,
      String secretSetting,
      String secretHeader,
      Instant lastAt,
      long lastDay,
      List<RefusedDeliveries> refused) {
    static Hook of(Arrivals arrivals) {
      return new Hook(
          arrivals.account().id().value(),
          "api/hooks/"
              + arrivals.account().connector().value()
              + "/"
              + arrivals.account().subdomain(),
          "POST",
          arrivals.setup().body(),
          arrivals.setup().ready(),
          arrivals.setup().secretSetting(),
          arrivals.setup().secretHeader(),
          arrivals.lastAt(),
          arrivals.lastDay(),
          arrivals.refused().stream()
              .map(
                  count ->
                      new RefusedDeliveries(count.outcome(), count.deliveries(), count.lastAt()))
              .toList());
    }
  }

  /** Deliveries that were refused for the same reason. */
  @Schema(
      name = "RefusedDeliveries",
      properties = {
        @SchemaProperty(
            name = "reason",
            enumeration = {
              "not-set-up",
              "unsigned",
              "forged",
              "out-of-time",
              "trial",
              "unreadable"
            }),
        @SchemaProperty(name = "lastDay", description = "In the last 24 hours."),
        @SchemaProperty(name = "lastAt", description = "Within the last week.")
      })
  public record RefusedDeliveries(String reason, long lastDay, Instant lastAt) {}
}
