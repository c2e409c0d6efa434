package org.tagsmith.connector.freshdesk;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.freshdesk.SandboxSettings;

/** The connector put together by hand, as the container would, with a clock that stands still. */
final class FreshdeskParts implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");
  static final String KEY = "s3cret-key-of-the-bank";
  static final HelpdeskAccount ACCOUNT =
      new HelpdeskAccount(new HelpdeskAccountId(1), FreshdeskConnector.ID, "harbourbank");

  final List<Duration> pauses = new ArrayList<>();
  final FreshdeskConfig config;
  final FreshdeskApi api;
  final FreshdeskGateway gateway;
  final FreshdeskPager pager;
  final FreshdeskConnector connector;

  FreshdeskParts(URI baseUrl) {
    this(
        Map.of("tagsmith.freshdesk.base-url", baseUrl.toString()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  FreshdeskParts(Map<String, String> more, Clock clock) {
    Config settings = settings(more);
    config = new FreshdeskConfig(settings);
    api = new FreshdeskApi(config, new FreshdeskAuthenticator(config, settings), clock);
    gateway = new FreshdeskGateway(api, pauses::add, clock);
    FreshdeskPeople people = new FreshdeskPeople(gateway, clock);
    pager = new FreshdeskPager(gateway, people, config, clock);
    connector =
        new FreshdeskConnector(
            config,
            pager,
            people,
            new FreshdeskNames(gateway, clock),
            new SourceWords(gateway, clock),
            new FreshdeskLabelWriter(gateway),
            gateway);
  }

  /** A sandbox with the key of these parts, in which no ticket is old enough for the archive. */
  static SandboxFreshdesk sandbox(int tickets, Clock clock) {
    try {
      return SandboxFreshdesk.start(
          SandboxSettings.builder()
              .tickets(tickets)
              .archiveAfterDays(0)
              .apiKey(KEY)
              .clock(clock)
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FreshdeskParts reading(SandboxFreshdesk sandbox, int pageSize, Clock clock) {
    return new FreshdeskParts(
        Map.of(
            "tagsmith.freshdesk.base-url",
            sandbox.baseUri().toString(),
            "tagsmith.freshdesk.page-size",
            Integer.toString(pageSize)),
        clock);
  }

  /** A complete set of settings with these on top; a blank one counts as absent. */
  static Config settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("tagsmith.freshdesk.subdomain", "harbourbank");
    all.put("tagsmith.freshdesk.api-key", KEY);
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
