package org.tagsmith.sandbox.zendesk;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.hook.Webhooks;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Faults;
import org.tagsmith.sandbox.http.HelpdeskServer;
import org.tagsmith.sandbox.http.PageHandler;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.kept.KeptSandbox;
import org.tagsmith.sandbox.zendesk.app.AgentPages;
import org.tagsmith.sandbox.zendesk.app.AppKey;
import org.tagsmith.sandbox.zendesk.app.AppToken;
import org.tagsmith.sandbox.zendesk.desk.SandboxTicket;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;
import org.tagsmith.sandbox.zendesk.desk.TicketOrigin;
import org.tagsmith.sandbox.zendesk.export.ExportedTickets;
import org.tagsmith.sandbox.zendesk.hook.ZendeskHooks;
import org.tagsmith.sandbox.zendesk.http.ZendeskEdge;
import org.tagsmith.sandbox.zendesk.invented.InventedTickets;
import org.tagsmith.sandbox.zendesk.live.Activity;

/** A running sandbox helpdesk. Thread-safe; close it to free the port. */
public final class SandboxZendesk implements AutoCloseable {
  private static final long NEWEST_BEFORE_NOW = 120;
  private static final int IDEAS = 10_000;

  private final SandboxSettings settings;
  private final TicketDesk desk;
  private final Journal journal;
  private final Faults faults;
  private final AppKey key;
  private final AtomicReference<URI> tagsmith;
  private final Webhooks webhooks;
  private final HelpdeskServer server;
  private final Closeable helpers;

  private SandboxZendesk(
      SandboxSettings settings,
      TicketDesk desk,
      Journal journal,
      Faults faults,
      AppKey key,
      AtomicReference<URI> tagsmith,
      Webhooks webhooks,
      HelpdeskServer server,
      Closeable helpers) {
    this.settings = settings;
    this.desk = desk;
    this.journal = journal;
    this.faults = faults;
    this.key = key;
    this.tagsmith = tagsmith;
    this.webhooks = webhooks;
    this.server = server;
    this.helpers = helpers;
  }

  /**
   * Starts a sandbox.
   *
   * @throws IOException if the port is taken or the folder cannot be written
   * @throws org.tagsmith.sandbox.zendesk.export.ExportUnreadable if the export file cannot be taken
   */
  public static SandboxZendesk start(SandboxSettings settings) throws IOException {
    long now = settings.clock().instant().getEpochSecond();
    Optional<KeptSandbox<SandboxTicket>> kept =
        settings.keyFolder() == null
            ? Optional.empty()
            : Optional.of(
                KeptSandbox.open(
                    settings.keyFolder(),
                    originName(settings),
                    now - NEWEST_BEFORE_NOW,
                    SandboxTicket.class,
                    SandboxTicket::id));
    long newest = kept.map(KeptSandbox::newest).orElse(now - NEWEST_BEFORE_NOW);
    TicketOrigin origin = origin(settings, newest);
    Journal journal = new Journal();
    TicketDesk desk = new TicketDesk(origin, settings.clock(), journal);
    kept.ifPresent(
        folder -> {
          folder.changes().forEach(desk::restore);
          desk.onChange(folder::keep);
        });
    Webhooks webhooks = new Webhooks(new ZendeskHooks(), settings.clock());
    desk.onChange(ticket -> webhooks.changed(ticket.id()));
    Activity activity =
        new Activity(
            desk, new InventedTickets(settings.seed() + 1, IDEAS, newest), settings.seed() + 2);
    Faults faults = new Faults();
    AppKey key =
        settings.keyFolder() == null ? AppKey.fresh() : AppKey.keptIn(settings.keyFolder());
    AtomicReference<URI> tagsmith = new AtomicReference<>(settings.tagsmithUrl());
    HelpdeskServer server =
        listen(
            settings,
            new ZendeskEdge.Counter(desk, journal, faults, settings.clock()),
            key,
            tagsmith,
            webhooks);
    if (settings.activityPerMinute() > 0) {
      activity.start(settings.activityPerMinute());
    }
    return new SandboxZendesk(
        settings,
        desk,
        journal,
        faults,
        key,
        tagsmith,
        webhooks,
        server,
        () -> {
          webhooks.close();
          activity.close();
          if (kept.isPresent()) {
            kept.get().close();
          }
        });
  }

  private static TicketOrigin origin(SandboxSettings settings, long newest) throws IOException {
    return settings.exportFile() == null
        ? new InventedTickets(settings.seed(), settings.tickets(), newest)
        : ExportedTickets.read(settings.exportFile(), newest);
  }

  private static String originName(SandboxSettings settings) throws IOException {
    if (settings.exportFile() == null) {
      return "seed " + settings.seed() + ", " + settings.tickets() + " tickets";
    }
    // a file that is not there is told with more words when it is read
    Path file = settings.exportFile().toAbsolutePath().normalize();
    return Files.exists(file)
        ? file + ", " + Files.size(file) + " bytes, " + Files.getLastModifiedTime(file)
        : file.toString();
  }

  private static HelpdeskServer listen(
      SandboxSettings settings,
      ZendeskEdge.Counter counter,
      AppKey key,
      AtomicReference<URI> tagsmith,
      Webhooks webhooks)
      throws IOException {
    String session = UUID.randomUUID().toString();
    AppToken token = new AppToken(key, settings.subdomain(), settings.appId(), settings.clock());
    AgentPages pages =
        new AgentPages(token, session, settings.subdomain(), settings.appId(), tagsmith::get);
    Router pageRouter = new Router();
    pages.addTo(pageRouter);
    Router api = new Router();
    // the PEM comes as a JSON string; a recorded answer shows it so
    api.on(
        "GET",
        "/api/v2/apps/{id}/public_key.pem",
        (request, id) -> Answer.json(200, key.publicPem()));
    ZendeskEdge.switches(counter).addTo(pageRouter);
    webhooks.addTo(pageRouter);
    ZendeskEdge.Access access =
        new ZendeskEdge.Access(
            settings.subdomain(),
            settings.email(),
            settings.apiToken(),
            session,
            settings.rateLimits(),
            settings.oldHeaderSpelling());
    return HelpdeskServer.start(
        new InetSocketAddress(settings.bindAddress(), settings.port()),
        "sandbox-zendesk",
        ZendeskEdge.api(access, counter, api),
        new PageHandler(pageRouter, pages::contentSecurityPolicy));
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Where the API and the pages are, without a slash at the end. */
  public URI baseUri() {
    return URI.create("http://" + settings.bindAddress() + ":" + port());
  }

  /** What shall go wrong next. */
  public Faults faults() {
    return faults;
  }

  /** What was called and what it did. */
  public Journal journal() {
    return journal;
  }

  /** The truth about all tickets, to compare with and to change as an agent would. */
  public TicketDesk tickets() {
    return desk;
  }

  /** The public half of the key that signs the tokens of the app, as PEM. */
  public String appPublicKeyPem() {
    return key.publicPem();
  }

  /** Loads the sidebar from there from now on; null for none. */
  public void loadSidebarFrom(URI tagsmithUrl) {
    tagsmith.set(tagsmithUrl);
  }

  /** The webhook that tells of each change; sends nothing until it has a target. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** A token as the ticket page posts it to the sidebar, for tests that play the page. */
  public String appToken(long agentId) {
    return new AppToken(key, settings.subdomain(), settings.appId(), settings.clock())
        .issue(agentId);
  }

  /** Which tickets these are and what was filled in, one line for people. */
  public String described() {
    return desk.described();
  }

  @Override
  public void close() {
    server.close();
    try {
      helpers.close();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
