package org.tagsmith.connector.zendesk;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.HelpdeskAccount;

/** The connector put together by hand, as the container would, with a clock that stands still. */
final class ZendeskParts implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");
  static final String TOKEN = "s3cret-token-of-the-bank";
  static final HelpdeskAccount ACCOUNT =
      new HelpdeskAccount(new HelpdeskAccountId(1), ZendeskConnector.ID, "harbourbank");

  final List<Duration> pauses = new ArrayList<>();
  final ZendeskConfig config;
  final ZendeskApi api;
  final ZendeskGateway gateway;
  final ZendeskPager pager;
  final ZendeskLabelWriter labelWriter;
  final ZendeskConnector connector;

  ZendeskParts(URI baseUrl) {
    this(Map.of("tagsmith.zendesk.base-url", baseUrl.toString()), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  ZendeskParts(Map<String, String> more, Clock clock) {
    Config settings = settings(more);
    config = new ZendeskConfig(settings);
    api = new ZendeskApi(config, new ZendeskAuthenticator(config, settings), clock);
    gateway = new ZendeskGateway(api, pauses::add);
    pager = new ZendeskPager(gateway, config, clock);
    labelWriter =
        new ZendeskLabelWriter(
            gateway, new FieldLabels(gateway, clock), new ClosedTicketRoute(gateway, pauses::add));
    connector =
        new ZendeskConnector(config, pager, new BrandNames(gateway, clock), labelWriter, gateway);
  }

  /** A complete set of settings with these on top; a blank one counts as absent. */
  static Config settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("tagsmith.zendesk.subdomain", "harbourbank");
    all.put("tagsmith.zendesk.email", "api@harbourbank.example");
    all.put("tagsmith.zendesk.api-token", TOKEN);
    all.putAll(more);
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(all, "test", 100))
        .build();
  }

  @Override
  public void close() {
    api.close();
  }
}
