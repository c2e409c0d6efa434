package org.tagsmith.sandbox.zendesk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import org.tagsmith.sandbox.zendesk.desk.Journal;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;
import org.tagsmith.sandbox.zendesk.desk.TicketOrigin;
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
  private final HelpdeskServer server;

  private SandboxZendesk(
      SandboxSettings settings,
      TicketDesk desk,
      Journal journal,
      Faults faults,
      HelpdeskServer server) {
    this.settings = settings;
    this.desk = desk;
    this.journal = journal;
    this.faults = faults;
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
    HelpdeskServer server =
        HelpdeskServer.start(
            new InetSocketAddress(settings.bindAddress(), settings.port()),
            new HelpdeskServer.Access(
                settings.subdomain(),
                settings.email(),
                settings.apiToken(),
                UUID.randomUUID().toString(),
                settings.rateLimits(),
                settings.oldHeaderSpelling()),
            desk,
            faults,
            journal,
            new Router(),
            settings.clock());
    return new SandboxZendesk(settings, desk, journal, faults, server);
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

  @Override
  public void close() {
    server.close();
  }
}
