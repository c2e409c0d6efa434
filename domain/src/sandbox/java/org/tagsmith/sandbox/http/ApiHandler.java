package org.tagsmith.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.tagsmith.sandbox.desk.Journal;

/** Everything that happens around an answer: door, limits, faults, compression, journal. */
public final class ApiHandler implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());
  private static final int WORTH_COMPRESSING = 1024;

  private final Router router;
  private final Edge edge;
  private final Faults faults;
  private final Journal journal;
  private final Clock clock;

  /**
   * What a vendor does with each call, wherever it goes.
   *
   * @param headers go with every answer
   */
  public record Edge(Door door, Limits limits, Wording wording, Map<String, String> headers) {}

  /** Serves an API. */
  public ApiHandler(Router router, Edge edge, Faults faults, Journal journal, Clock clock) {
    this.router = router;
    this.edge = edge;
    this.faults = faults;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.read(exchange);
      Optional<Mishap> fault =
          edge.door().fromPage(request) ? Optional.empty() : faults.take(request);
      Function<Request, Answer> honest = this::honestly;
      Answer answer =
          fault.isPresent() ? fault.get().play().answer(request, honest) : honest.apply(request);
      if (!edge.door().fromPage(request)) {
        note(request, fault, answer);
      }
      send(exchange, request, answer);
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "The sandbox could not answer a call", bug);
      throw bug;
    }
  }

  private void note(Request request, Optional<Mishap> fault, Answer answer) {
    journal.note(
        new Journal.Call(
            clock.instant(),
            request.method(),
            request.path(),
            request.rawQuery(),
            answer.status(),
            fault.map(Mishap::name).orElse(""),
            answer.tickets()));
  }

  private Answer honestly(Request request) {
    Optional<Answer> turnedAway = edge.door().turnAway(request);
    if (turnedAway.isPresent()) {
      return turnedAway.get();
    }
    if (edge.door().fromPage(request)) {
      return routed(request);
    }
    Limits.Verdict verdict = edge.limits().count(request);
    return verdict.refusal().orElseGet(() -> routed(request)).with(verdict.headers());
  }

  private Answer routed(Request request) {
    try {
      return router
          .find(request)
          .map(found -> found.endpoint().answer(request, found.id()))
          .orElseGet(() -> edge.wording().noSuchEndpoint(request));
    } catch (Refusal refusal) {
      return refusal.answer(edge.wording());
    }
  }

  private void send(HttpExchange exchange, Request request, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.getResponseHeaders().set("X-Request-Id", UUID.randomUUID().toString());
    edge.headers().forEach(exchange.getResponseHeaders()::set);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body();
    if (body.length > WORTH_COMPRESSING
        && request.header("Accept-Encoding").filter(v -> v.contains("gzip")).isPresent()) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      body = compressed(body);
    }
    answer.delivery().send(exchange, answer.status(), body);
  }

  private static byte[] compressed(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 6);
    try (GZIPOutputStream zip =
        new GZIPOutputStream(bytes, 8192) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      zip.write(body);
    }
    return bytes.toByteArray();
  }
}
