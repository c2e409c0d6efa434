package org.tagsmith.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Supplier;

/** Answers what is not under {@code /api}: pages and switches for people. */
public final class PageHandler implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(PageHandler.class.getName());

  private final Router router;
  private final Supplier<String> contentSecurityPolicy;

  /**
   * Serves pages without asking who comes.
   *
   * @param contentSecurityPolicy goes with each page
   */
  public PageHandler(Router router, Supplier<String> contentSecurityPolicy) {
    this.router = router;
    this.contentSecurityPolicy = contentSecurityPolicy;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.read(exchange);
      Answer answer = answer(request);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", answer.contentType());
      headers.set("Cache-Control", "no-cache");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "same-origin");
      headers.set("Content-Security-Policy", contentSecurityPolicy.get());
      answer.headers().forEach(headers::set);
      answer.delivery().send(exchange, answer.status(), answer.body());
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "The sandbox could not answer a page", bug);
      throw bug;
    }
  }

  private Answer answer(Request request) {
    if (!request.method().equals("GET") && !sentByScript(request)) {
      return Answer.error(415, "UnsupportedMediaType", "Send Content-Type: application/json");
    }
    try {
      return router
          .find(request)
          .map(found -> found.endpoint().answer(request, found.id()))
          .orElseGet(() -> Wording.PLAIN.noSuchEndpoint(request));
    } catch (Refusal refusal) {
      return refusal.answer(Wording.PLAIN);
    }
  }

  // a form on another site cannot send this type without asking first
  private static boolean sentByScript(Request request) {
    return request.header("Content-Type").filter(t -> t.startsWith("application/json")).isPresent();
  }
}
