package org.tagsmith.sandbox.freshdesk;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tagsmith.sandbox.desk.Journal;
import org.tagsmith.sandbox.freshdesk.desk.SandboxTicket;
import org.tagsmith.sandbox.freshdesk.desk.TicketDesk;
import org.tagsmith.sandbox.freshdesk.http.FreshdeskEdge;
import org.tagsmith.sandbox.freshdesk.invented.InventedTickets;
import org.tagsmith.sandbox.freshdesk.live.Activity;
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
  private final HelpdeskServer server;
  private final Closeable helpers;

  private SandboxFreshdesk(
      SandboxSettings settings,
      ShiftedClock clock,
      FreshdeskEdge.Counter counter,
      HelpdeskServer server,
      Closeable helpers) {
    this.settings = settings;
    this.clock = clock;
    this.desk = counter.desk();
    this.journal = counter.journal();
    this.faults = counter.faults();
    this.server = server;
    this.helpers = helpers;
  }

  /**
   * Starts a sandbox.
   *
   * @throws IOException if the port is taken or the folder cannot be written
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
    Activity activity =
        new Activity(
            desk, new InventedTickets(settings.seed() + 1, IDEAS, newest), settings.seed() + 2);
    FreshdeskEdge.Counter counter = new FreshdeskEdge.Counter(desk, journal, new Faults(), clock);
    HelpdeskServer server = listen(settings, counter);
    if (settings.activityPerMinute() > 0) {
      activity.start(settings.activityPerMinute());
    }
    return new SandboxFreshdesk(
        settings,
        clock,
        counter,
        server,
        () -> {
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

  private static HelpdeskServer listen(SandboxSettings settings, FreshdeskEdge.Counter counter)
      throws IOException {
    Router pages = new Router();
    FreshdeskEdge.switches(counter).addTo(pages);
    FreshdeskEdge.Access access =
        new FreshdeskEdge.Access(
            settings.subdomain(),
            settings.apiKey(),
            UUID.randomUUID().toString(),
            settings.plan(),
            settings.rateLimits());
    return HelpdeskServer.start(
        new InetSocketAddress(settings.bindAddress(), settings.port()),
        "sandbox-freshdesk",
        FreshdeskEdge.api(access, counter),
        new PageHandler(pages, () -> "default-src 'none'; frame-ancestors 'none'"));
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
