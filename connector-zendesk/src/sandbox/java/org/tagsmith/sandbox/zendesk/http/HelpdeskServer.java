package org.tagsmith.sandbox.zendesk.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tagsmith.sandbox.zendesk.desk.Journal;
import org.tagsmith.sandbox.zendesk.desk.TicketDesk;

/** The listening server with Zendesk's API on it; pages are added by others. */
public final class HelpdeskServer implements AutoCloseable {
  private static final int THREADS = 24;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final HttpServer server;
  private final ExecutorService executor;

  /**
   * Who may come in and under which conditions.
   *
   * @param session the secret that the sandbox's own pages send as {@code X-CSRF-Token}
   */
  public record Access(
      String subdomain,
      String email,
      String apiToken,
      String session,
      boolean rateLimits,
      boolean oldHeaderSpelling) {}

  private HelpdeskServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * Starts to listen.
   *
   * @param pages answers everything that is not under {@code /api}; needs no credentials
   * @throws IOException if the address cannot be had
   */
  public static HelpdeskServer start(
      InetSocketAddress address,
      Access access,
      TicketDesk desk,
      Faults faults,
      Journal journal,
      Router pages,
      Clock clock)
      throws IOException {
    // without it each answer on a kept connection waits 40 ms for the caller's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(address, 256);
    ExecutorService executor =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread =
                  new Thread(work, "sandbox-zendesk-" + THREAD_NUMBER.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(executor);
    TicketJson json = new TicketJson(access.subdomain());
    Router api = new Router();
    api.on("GET", "/api/v2/incremental/tickets/cursor.json", new ExportEndpoint(desk, json));
    new TicketEndpoints(desk, json).addTo(api);
    new TagEndpoints(desk).addTo(api);
    Doorkeeper door =
        new Doorkeeper(access.subdomain(), access.email(), access.apiToken(), access.session());
    RateLimits limits = new RateLimits(clock, access.rateLimits(), access.oldHeaderSpelling());
    server.createContext("/api/", new ApiHandler(api, door, limits, faults, journal, clock));
    server.start();
    return new HelpdeskServer(server, executor);
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
