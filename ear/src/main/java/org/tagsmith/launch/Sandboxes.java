package org.tagsmith.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tagsmith.sandbox.freshdesk.SandboxFreshdesk;
import org.tagsmith.sandbox.zendesk.SandboxSettings;
import org.tagsmith.sandbox.zendesk.SandboxZendesk;
import org.tagsmith.sandbox.zendesk.export.ExportUnreadable;

/**
 * The sandbox helpdesks of one bank, whose customers get in touch through both: a Zendesk, and
 * beside invented tickets a Freshdesk with a third as many unless another number is asked for. An
 * export file is one helpdesk's, so that it stands alone if nothing else is asked for.
 */
final class Sandboxes implements AutoCloseable {
  /** The package that a Freshdesk admin installs, in this project's folder. */
  static final Path FRESHDESK_APP = Path.of("connector-freshdesk", "src", "main", "freshdesk-app");

  private static final int FRESHDESK_SHARE = 3;

  private final List<AutoCloseable> running = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final List<String> described = new ArrayList<>();
  private final List<String> origins = new ArrayList<>();

  private Sandboxes() {}

  /**
   * Starts them.
   *
   * @param world the folder that keeps what people change in them
   * @param home this project's folder, which holds the app for Freshdesk
   * @throws LaunchRefused if the export file cannot be taken
   * @throws IOException if a port is taken or a folder cannot be used
   */
  static Sandboxes start(LaunchSettings settings, Path world, Path home)
      throws LaunchRefused, IOException {
    Sandboxes sandboxes = new Sandboxes();
    try {
      sandboxes.startZendesk(settings, world);
      if (settings.sandboxFreshdesk()) {
        sandboxes.startFreshdesk(settings, world, home);
      }
    } catch (LaunchRefused | IOException | RuntimeException e) {
      sandboxes.close();
      throw e;
    }
    sandboxes.environment.put(
        "TAGSMITH_SIDEBAR_FRAME_ANCESTORS", String.join(" ", sandboxes.origins));
    // else no page could connect what runs on this machine
    sandboxes.environment.put(
        "TAGSMITH_HELPDESK_HOSTS",
        sandboxes.ports.values().stream()
            .map(port -> "localhost:" + port)
            .collect(Collectors.joining(",")));
    sandboxes.environment.put("TAGSMITH_VOCABULARY_SAMPLE", "true");
    sandboxes.environment.put("TAGSMITH_SYNC_INTERVAL", "PT5S");
    return sandboxes;
  }

  /** How the server finds them, as environment variables. */
  Map<String, String> environment() {
    return environment;
  }

  /** Their ports by the product's name, in the order of their start. */
  Map<String, Integer> ports() {
    return ports;
  }

  /** What tickets they hold, a line each. */
  List<String> described() {
    return described;
  }

  private void startZendesk(LaunchSettings settings, Path world) throws LaunchRefused, IOException {
    String token = UUID.randomUUID().toString();
    SandboxSettings.Builder wanted =
        SandboxSettings.builder()
            .port(settings.sandboxPort())
            .tickets(settings.sandboxTickets())
            .apiToken(token)
            .tagsmithUrl(URI.create(settings.site()))
            .keyFolder(world.resolve("sandbox"))
            .activityPerMinute(settings.sandboxActivity());
    settings.sandboxExport().ifPresent(wanted::exportFile);
    SandboxSettings sandboxSettings = wanted.build();
    SandboxZendesk sandbox;
    try {
      sandbox = SandboxZendesk.start(sandboxSettings);
    } catch (ExportUnreadable e) {
      throw new LaunchRefused(e.getMessage(), e);
    }
    String address = opened("Zendesk", sandbox, sandbox.port(), sandbox.described());
    origins.add(address);
    environment.put("TAGSMITH_ZENDESK_SUBDOMAIN", sandboxSettings.subdomain());
    environment.put("TAGSMITH_ZENDESK_BASE_URL", address);
    environment.put("TAGSMITH_ZENDESK_EMAIL", sandboxSettings.email());
    environment.put("TAGSMITH_ZENDESK_API_TOKEN", token);
    environment.put("TAGSMITH_ZENDESK_APP_PUBLIC_KEY", sandbox.appPublicKeyPem());
    environment.put("TAGSMITH_ZENDESK_APP_ID", Long.toString(sandboxSettings.appId()));
    environment.put("TAGSMITH_SANDBOX_URL", address);
    String webhookSecret = webhookSecret("TAGSMITH_ZENDESK_WEBHOOK_SECRET");
    sandbox
        .webhooks()
        .sendTo(hooks(settings, "zendesk", sandboxSettings.subdomain()), webhookSecret);
  }

  private void startFreshdesk(LaunchSettings settings, Path world, Path home) throws IOException {
    String key = UUID.randomUUID().toString();
    String secret = UUID.randomUUID().toString();
    URI site = URI.create(settings.site());
    var wanted =
        org.tagsmith.sandbox.freshdesk.SandboxSettings.builder()
            .port(settings.sandboxFreshdeskPort())
            .tickets(settings.sandboxFreshdeskTickets())
            // no list shows what Freshdesk has archived: of a long past only a fifth could be read
            .archiveAfterDays(0)
            .apiKey(key)
            .tagsmithUrl(site)
            .app(
                home.resolve(FRESHDESK_APP),
                Map.of("tagsmith_host", site.getAuthority(), "app_secret", secret))
            .keyFolder(world.resolve("sandbox-freshdesk"))
            .activityPerMinute((double) settings.sandboxActivity() / FRESHDESK_SHARE)
            .build();
    SandboxFreshdesk sandbox = SandboxFreshdesk.start(wanted);
    String address = opened("Freshdesk", sandbox, sandbox.port(), sandbox.described());
    origins.add(address);
    // an app's page is of another origin than the ticket's, as at Freshworks
    origins.add("http://127.0.0.1:" + sandbox.port());
    environment.put("TAGSMITH_FRESHDESK_SUBDOMAIN", wanted.subdomain());
    environment.put("TAGSMITH_FRESHDESK_BASE_URL", address);
    environment.put("TAGSMITH_FRESHDESK_API_KEY", key);
    environment.put("TAGSMITH_FRESHDESK_APP_SECRET", secret);
    environment.put("TAGSMITH_SANDBOX_FRESHDESK_URL", address);
    String webhookSecret = webhookSecret("TAGSMITH_FRESHDESK_WEBHOOK_SECRET");
    sandbox.webhooks().sendTo(hooks(settings, "freshdesk", wanted.subdomain()), webhookSecret);
  }

  private String webhookSecret(String name) {
    String own = System.getenv().getOrDefault(name, "");
    String secret = own.isBlank() ? UUID.randomUUID().toString() : own.strip();
    environment.put(name, secret);
    return secret;
  }

  private static URI hooks(LaunchSettings settings, String connector, String subdomain) {
    return URI.create(settings.site() + "/api/hooks/" + connector + "/" + subdomain);
  }

  private String opened(String product, AutoCloseable sandbox, int port, String tickets) {
    running.add(sandbox);
    ports.put(product, port);
    described.add("Sandbox " + product + ": " + tickets);
    return "http://localhost:" + port;
  }

  @Override
  public void close() {
    for (AutoCloseable each : running) {
      try {
        each.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    running.clear();
  }
}
