package org.tagsmith.sandbox.zendesk.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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

  /** What stands behind the counter. */
  public record Counter(TicketDesk desk, Journal journal, Faults faults, Clock clock) {}

  /**
   * What else is served.
   *
   * @param api more endpoints under {@code /api}
   * @param pages everything that is not under {@code /api}; needs no credentials
   * @param contentSecurityPolicy goes with each page
   */
  public record Extras(Router api, Router pages, Supplier<String> contentSecurityPolicy) {}

  private HelpdeskServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException if the address cannot be had
   */
  public static HelpdeskServer start(
      InetSocketAddress address, Access access, Counter counter, Extras extras) throws IOException {
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
    server.createContext("/api/", api(access, counter, extras.api()));
    Router pages = extras.pages();
    new SandboxEndpoints(counter.desk(), counter.journal(), counter.faults()).addTo(pages);
    server.createContext("/", new PageHandler(pages, extras.contentSecurityPolicy()));
    server.start();
    return new HelpdeskServer(server, executor);
  }

  private static ApiHandler api(Access access, Counter counter, Router api) {
    TicketDesk desk = counter.desk();
    TicketJson json = new TicketJson(access.subdomain());
    api.on("GET", "/api/v2/incremental/tickets/cursor.json", new ExportEndpoint(desk, json));
    new TicketEndpoints(desk, json).addTo(api);
    new TagEndpoints(desk).addTo(api);
    new BatchEndpoints(desk, access.subdomain()).addTo(api);
    new DirectoryEndpoints(desk, json).addTo(api);
    Doorkeeper door =
        new Doorkeeper(access.subdomain(), access.email(), access.apiToken(), access.session());
    RateLimits limits =
        new RateLimits(counter.clock(), access.rateLimits(), access.oldHeaderSpelling());
    return new ApiHandler(api, door, limits, counter.faults(), counter.journal(), counter.clock());
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
