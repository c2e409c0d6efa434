package org.tagsmith.sandbox.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The listening server with an API and pages on it. */
public final class HelpdeskServer implements AutoCloseable {
  private static final int THREADS = 24;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final HttpServer server;
  private final ExecutorService executor;

  private HelpdeskServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * Starts to listen.
   *
   * @param name begins the names of its threads
   * @param api answers everything under {@code /api}
   * @param pages answers the rest
   * @throws IOException if the address cannot be had
   */
  public static HelpdeskServer start(
      InetSocketAddress address, String name, HttpHandler api, HttpHandler pages)
      throws IOException {
    // without it each answer on a kept connection waits 40 ms for the caller's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(address, 256);
    ExecutorService executor =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, name + "-" + THREAD_NUMBER.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(executor);
    server.createContext("/api/", api);
    server.createContext("/", pages);
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
