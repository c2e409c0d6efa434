package org.tagsmith.sandbox.freshdesk;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.freshdesk.app.AgentPages;
import org.tagsmith.sandbox.freshdesk.app.AppPackage;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.freshdesk.hook.FreshdeskHooks;
import org.tagsmith.sandbox.freshdesk.http.FreshdeskEdge;
import org.tagsmith.sandbox.freshdesk.invented.InventedTickets;
import org.tagsmith.sandbox.freshdesk.live.Activity;
import org.tagsmith.sandbox.hook.Webhooks;
import org.tagsmith.sandbox.http.Faults;
import org.tagsmith.sandbox.http.HelpdeskServer;
import org.tagsmith.sandbox.http.PageHandler;
import org.tagsmith.sandbox.http.Router;
import org.tagsmith.sandbox.kept.KeptSandbox;

/** A running sandbox helpdesk. Thread-safe; close it to free the port. */
public final class SandboxFreshdesk implements AutoCloseable {
  private static final long NEWEST_BEFORE_NOW = 120;
  private static final int IDEAS = 10_000;

  private final SandboxSettings settings;
  private final ShiftedClock clock;
  private final TicketDesk desk;
  private final Journal journal;
  private final Faults faults;
  private final AtomicReference<URI> tagsmith;
  private final Webhooks webhooks;
  private final HelpdeskServer server;
  private final Closeable helpers;

  private SandboxFreshdesk(
      SandboxSettings settings,
      ShiftedClock clock,
      FreshdeskEdge.Counter counter,
      AtomicReference<URI> tagsmith,
      Webhooks webhooks,
      HelpdeskServer server,
      Closeable helpers) {
    this.settings = settings;
    this.clock = clock;
    this.desk = counter.desk();
    this.journal = counter.journal();
    this.faults = counter.faults();
    this.tagsmith = tagsmith;
    this.webhooks = webhooks;
    this.server = server;
    this.helpers = helpers;
  }

  /**
   * Starts a sandbox.
   *
   * @throws IOException if the port is taken, a folder cannot be used, or the app is not a package
   */
  public static SandboxFreshdesk start(SandboxSettings settings) throws IOException {
    ShiftedClock clock = new ShiftedClock(settings.clock());
    long now = clock.instant().getEpochSecond();
    Optional<KeptSandbox<SandboxTicket>> kept = kept(settings, now - NEWEST_BEFORE_NOW);
    long newest = kept.map(KeptSandbox::newest).orElse(now - NEWEST_BEFORE_NOW);
    Journal journal = new Journal();
    TicketDesk desk =
        new TicketDesk(
            new InventedTickets(settings.seed(), settings.tickets(), newest),
            clock,
            journal,
            settings.archiveAfterDays());
    kept.ifPresent(
        folder -> {
          folder.changes().forEach(desk::restore);
          desk.onChange(folder::keep);
        });
    Webhooks webhooks = new Webhooks(new FreshdeskHooks(), clock);
    desk.onChange(ticket -> webhooks.changed(ticket.id()));
    Activity activity =
        new Activity(
            desk, new InventedTickets(settings.seed() + 1, IDEAS, newest), settings.seed() + 2);
    FreshdeskEdge.Counter counter = new FreshdeskEdge.Counter(desk, journal, new Faults(), clock);
    AtomicReference<URI> tagsmith = new AtomicReference<>(settings.tagsmithUrl());
    HelpdeskServer server = listen(settings, counter, tagsmith, webhooks);
    if (settings.activityPerMinute() > 0) {
      activity.start(settings.activityPerMinute());
    }
    return new SandboxFreshdesk(
        settings,
        clock,
        counter,
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

  private static Optional<KeptSandbox<SandboxTicket>> kept(SandboxSettings settings, long newest)
      throws IOException {
    return settings.keyFolder() == null
        ? Optional.empty()
        : Optional.of(
            KeptSandbox.open(
                settings.keyFolder(),
                "Freshdesk, seed " + settings.seed() + ", " + settings.tickets() + " tickets",
                newest,
                SandboxTicket.class,
                SandboxTicket::id));
  }

  private static HelpdeskServer listen(
      SandboxSettings settings,
      FreshdeskEdge.Counter counter,
      AtomicReference<URI> tagsmith,
      Webhooks webhooks)
      throws IOException {
    String session = UUID.randomUUID().toString();
    Optional<AppPackage> app =
        settings.appFolder() == null
            ? Optional.empty()
            : Optional.of(
                AppPackage.read(settings.appFolder(), settings.appParameters(), AgentPages.CLIENT));
    AgentPages pages = new AgentPages(session, settings.subdomain(), app, tagsmith::get);
    Router router = new Router();
    pages.addTo(router);
    FreshdeskEdge.switches(counter).addTo(router);
    webhooks.addTo(router);
    FreshdeskEdge.Access access =
        new FreshdeskEdge.Access(
            settings.subdomain(),
            settings.apiKey(),
            session,
            settings.plan(),
            settings.rateLimits());
    return HelpdeskServer.start(
        new InetSocketAddress(settings.bindAddress(), settings.port()),
        "sandbox-freshdesk",
        FreshdeskEdge.api(access, counter),
        new PageHandler(router, pages::contentSecurityPolicy));
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

  /** Lets the helpdesk's clock go wrong by so much from now on; zero puts it right. */
  public void clockOff(Duration by) {
    clock.off(by);
  }

  /** What was called and what it did. */
  public Journal journal() {
    return journal;
  }

  /** The truth about all tickets, to compare with and to change as an agent would. */
  public TicketDesk tickets() {
    return desk;
  }

  /** Lets the sidebar app call that backend from now on; null for none. */
  public void callSidebarAt(URI tagsmithUrl) {
    tagsmith.set(tagsmithUrl);
  }

  /** The rule that tells of each change; sends nothing until it has a target. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Which tickets these are, one line for people. */
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
