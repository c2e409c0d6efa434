package org.tagsmith.sandbox.zendesk.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.tagsmith.sandbox.zendesk.desk.Journal;

/** Everything that happens around an answer: door, limits, faults, compression, journal. */
final class ApiHandler implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());
  private static final int WORTH_COMPRESSING = 1024;

  private final Router router;
  private final Doorkeeper door;
  private final RateLimits limits;
  private final Faults faults;
  private final Journal journal;
  private final Clock clock;

  ApiHandler(
      Router router,
      Doorkeeper door,
      RateLimits limits,
      Faults faults,
      Journal journal,
      Clock clock) {
    this.router = router;
    this.door = door;
    this.limits = limits;
    this.faults = faults;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.read(exchange);
      Optional<Fault> fault = door.fromPage(request) ? Optional.empty() : faults.take(request);
      Function<Request, Answer> honest = this::honestly;
      Answer answer =
          fault.isPresent() ? fault.get().play().answer(request, honest) : honest.apply(request);
      if (!door.fromPage(request)) {
        note(request, fault, answer);
      }
      send(exchange, request, answer);
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "The sandbox could not answer a call", bug);
      throw bug;
    }
  }

  private void note(Request request, Optional<Fault> fault, Answer answer) {
    journal.note(
        new Journal.Call(
            clock.instant(),
            request.method(),
            request.path(),
            request.rawQuery(),
            answer.status(),
            fault.map(Fault::name).orElse(""),
            answer.tickets()));
  }

  private Answer honestly(Request request) {
    Optional<Answer> turnedAway = door.turnAway(request);
    if (turnedAway.isPresent()) {
      return turnedAway.get();
    }
    if (door.fromPage(request)) {
      return routed(request);
    }
    RateLimits.Verdict verdict = limits.count(request);
    return verdict.refusal().orElseGet(() -> routed(request)).with(verdict.headers());
  }

  private Answer routed(Request request) {
    try {
      return router
          .find(request)
          .map(found -> found.endpoint().answer(request, found.id()))
          .orElseGet(() -> Answer.error(404, "InvalidEndpoint", "Not found"));
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private static void send(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.getResponseHeaders().set("Cache-Control", "max-age=0, private, must-revalidate");
    exchange.getResponseHeaders().set("X-Request-Id", UUID.randomUUID().toString());
    exchange.getResponseHeaders().set("X-Zendesk-Api-Version", "v2");
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
