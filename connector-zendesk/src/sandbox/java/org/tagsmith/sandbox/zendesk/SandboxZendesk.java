package org.tagsmith.sandbox.zendesk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.tagsmith.sandbox.zendesk.app.AgentPages;
import org.tagsmith.sandbox.zendesk.app.AppKey;
import org.tagsmith.sandbox.zendesk.app.AppToken;
import org.tagsmith.sandbox.zendesk.desk.Journal;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;
import org.tagsmith.sandbox.zendesk.desk.TicketOrigin;
import org.tagsmith.sandbox.zendesk.http.Answer;
import org.tagsmith.sandbox.zendesk.http.Faults;
import org.tagsmith.sandbox.zendesk.http.HelpdeskServer;
import org.tagsmith.sandbox.zendesk.http.Router;
import org.tagsmith.sandbox.zendesk.invented.InventedTickets;

/** A running sandbox helpdesk. Thread-safe; close it to free the port. */
public final class SandboxZendesk implements AutoCloseable {
  private static final long NEWEST_BEFORE_NOW = 120;

  private final SandboxSettings settings;
  private final TicketDesk desk;
  private final Journal journal;
  private final Faults faults;
  private final AppKey key;
  private final AtomicReference<URI> tagsmith;
  private final HelpdeskServer server;

  private SandboxZendesk(
      SandboxSettings settings,
      TicketDesk desk,
      Journal journal,
      Faults faults,
      AppKey key,
      AtomicReference<URI> tagsmith,
      HelpdeskServer server) {
    this.settings = settings;
    this.desk = desk;
    this.journal = journal;
    this.faults = faults;
    this.key = key;
    this.tagsmith = tagsmith;
    this.server = server;
  }

  /**
   * Starts a sandbox.
   *
   * @throws IOException if the port is taken
   */
  public static SandboxZendesk start(SandboxSettings settings) throws IOException {
    long newest = settings.clock().instant().getEpochSecond() - NEWEST_BEFORE_NOW;
    TicketOrigin origin = new InventedTickets(settings.seed(), settings.tickets(), newest);
    Journal journal = new Journal();
    TicketDesk desk = new TicketDesk(origin, settings.clock(), journal);
    Faults faults = new Faults();
    AppKey key =
        settings.keyFolder() == null ? AppKey.fresh() : AppKey.keptIn(settings.keyFolder());
    AtomicReference<URI> tagsmith = new AtomicReference<>(settings.tagsmithUrl());
    HelpdeskServer server =
        listen(
            settings,
            new HelpdeskServer.Counter(desk, journal, faults, settings.clock()),
            key,
            tagsmith);
    return new SandboxZendesk(settings, desk, journal, faults, key, tagsmith, server);
  }

  private static HelpdeskServer listen(
      SandboxSettings settings,
      HelpdeskServer.Counter counter,
      AppKey key,
      AtomicReference<URI> tagsmith)
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
    return HelpdeskServer.start(
        new InetSocketAddress(settings.bindAddress(), settings.port()),
        new HelpdeskServer.Access(
            settings.subdomain(),
            settings.email(),
            settings.apiToken(),
            session,
            settings.rateLimits(),
            settings.oldHeaderSpelling()),
        counter,
        new HelpdeskServer.Extras(api, pageRouter, pages::contentSecurityPolicy));
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

  /** A token as the ticket page posts it to the sidebar, for tests that play the page. */
  public String appToken(long agentId) {
    return new AppToken(key, settings.subdomain(), settings.appId(), settings.clock())
        .issue(agentId);
  }

  @Override
  public void close() {
    server.close();
  }
}
