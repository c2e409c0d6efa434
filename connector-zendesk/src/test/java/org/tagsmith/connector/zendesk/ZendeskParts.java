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
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.tagsmith.domain.shared.HelpdeskAccountId;
import org.tagsmith.domain.sync.AccountSettings;
import org.tagsmith.domain.sync.HelpdeskAccount;
import org.tagsmith.domain.sync.http.Pause;

/** The connector put together by hand, as the container would, with a clock that stands still. */
final class ZendeskParts implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");
  static final String TOKEN = "s3cret-token-of-the-bank";
  static final HelpdeskAccount ACCOUNT =
      new HelpdeskAccount(new HelpdeskAccountId(1), ZendeskConnector.ID, "harbourbank");

  final List<Duration> pauses = new ArrayList<>();
  final Map<HelpdeskAccountId, AccountSettings> keys = new HashMap<>();
  final ZendeskConfig config;
  final ZendeskAccounts accounts;
  final ZendeskApi api;
  final ZendeskGateway gateway;
  final ZendeskPager pager;
  final ZendeskLabelWriter labelWriter;
  final ZendeskConnector connector;

  ZendeskParts(URI baseUrl) {
    this(Map.of("tagsmith.zendesk.base-url", baseUrl.toString()), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  ZendeskParts(Map<String, String> more, Clock clock) {
    this(more, clock, length -> {});
  }

  /** With something that happens at each pause. */
  ZendeskParts(Map<String, String> more, Clock clock, Pause happening) {
    Pause pause =
        length -> {
          pauses.add(length);
          happening.take(length);
        };
    Config settings = settings(more);
    config = new ZendeskConfig(settings);
    accounts =
        new ZendeskAccounts(
            config, settings, account -> Optional.ofNullable(keys.get(account.id())), pause, clock);
    ZendeskAccount parts = accounts.of(ACCOUNT);
    api = parts.api();
    gateway = parts.gateway();
    pager = parts.pager();
    labelWriter = parts.labelWriter();
    connector = new ZendeskConnector(config, accounts, clock);
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
    accounts.close();
  }
}
