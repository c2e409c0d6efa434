package org.tagsmith.domain.sync.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * A helpdesk's HTTP edge with canned answers, given in order; the last one is given until there are
 * more.
 */
public final class HelpdeskEdge implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Canned> answers = new ArrayDeque<>();
  private boolean lastWasGiven;
  private final List<Call> calls = new ArrayList<>();

  /** A call as it arrived. */
  public record Call(String method, String path, Map<String, String> headers, String body) {}

  /**
   * An answer.
   *
   * @param cutAfter announce the whole body, close after so many bytes; -1 to send all of it
   * @param chunked do not announce the length
   */
  @SuppressWarnings("ArrayRecordComponent") // answers are never compared
  public record Canned(
      int status, Map<String, String> headers, byte[] body, int cutAfter, boolean chunked) {
    public static Canned json(String body) {
      return json(200, body);
    }

    public static Canned json(int status, String body) {
      return new Canned(
          status,
          Map.of("Content-Type", "application/json; charset=utf-8"),
          body.getBytes(StandardCharsets.UTF_8),
          -1,
          false);
    }

    public static Canned html(int status) {
      return new Canned(
          status,
          Map.of("Content-Type", "text/html"),
          "<html><body>Sorry</body></html>".getBytes(StandardCharsets.UTF_8),
          -1,
          false);
    }

    public Canned with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Canned(status, more, body, cutAfter, chunked);
    }

    public Canned cutAfter(int bytes) {
      return new Canned(status, headers, body, bytes, chunked);
    }

    public Canned ofUnknownLength() {
      return new Canned(status, headers, body, cutAfter, true);
    }

    public Canned packed() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(body);
      }
      return new Canned(status, headers, bytes.toByteArray(), cutAfter, chunked)
          .with("Content-Encoding", "gzip");
    }
  }

  /** Starts on a free port of this machine. */
  public HelpdeskEdge() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public HelpdeskEdge answers(Canned... canned) {
    synchronized (calls) {
      if (lastWasGiven) {
        answers.clear();
        lastWasGiven = false;
      }
      answers.addAll(List.of(canned));
    }
    return this;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Method and path of every call, in order. */
  public List<String> lines() {
    return calls().stream().map(call -> call.method() + " " + call.path()).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Canned canned = next(exchange);
      canned.headers().forEach(exchange.getResponseHeaders()::set);
      boolean empty = canned.body().length == 0;
      exchange.sendResponseHeaders(
          canned.status(), canned.chunked() ? 0 : empty ? -1 : canned.body().length);
      if (!empty) {
        OutputStream out = exchange.getResponseBody();
        out.write(
            canned.body(), 0, canned.cutAfter() < 0 ? canned.body().length : canned.cutAfter());
        out.flush();
        if (canned.cutAfter() < 0) {
          out.close();
        }
      }
    }
  }

  private Canned next(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (calls) {
      calls.add(
          new Call(
              exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
      lastWasGiven = answers.size() == 1;
      return lastWasGiven ? answers.element() : answers.remove();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
