package org.tagsmith.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

/** How the bytes of an answer reach the caller; the bad days are here. */
@FunctionalInterface
public interface Delivery {
  /** All of it at once. */
  Delivery WHOLE =
      (exchange, status, body) -> {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      };

  /** Announces the whole length and sends the first half. */
  Delivery CUT_OFF =
      (exchange, status, body) -> {
        exchange.sendResponseHeaders(status, Math.max(2, body.length));
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
      };

  /** Closes the connection without a word. */
  Delivery NONE = (exchange, status, body) -> {};

  /** Sends headers, and the body when told to end the exchange. */
  void send(HttpExchange exchange, int status, byte[] body) throws IOException;

  /** Spreads the body evenly over a time. */
  static Delivery slowly(Duration whole) {
    return (exchange, status, body) -> {
      exchange.sendResponseHeaders(status, 0);
      OutputStream out = exchange.getResponseBody();
      int slices = 20;
      for (int i = 0; i < slices; i++) {
        int from = (int) ((long) body.length * i / slices);
        int until = (int) ((long) body.length * (i + 1) / slices);
        out.write(body, from, until - from);
        out.flush();
        pause(whole.dividedBy(slices));
      }
    };
  }

  private static void pause(Duration time) throws InterruptedIOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
