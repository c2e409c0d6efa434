package org.tagsmith.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

/**
 * One way in which a call goes wrong, whoever the vendor is. Immutable; the same one may be played
 * many times.
 *
 * @param name a stable word, as used by {@code POST /sandbox/faults}
 * @param play makes the answer of the call; gets the call as it came and whoever would answer it
 *     honestly
 */
public record Mishap(String name, Play play) {
  /** Makes the answer of a call that goes wrong. */
  @FunctionalInterface
  public interface Play {
    /** Answers, with or without asking for the honest answer. */
    Answer answer(Request request, Function<Request, Answer> honest);
  }

  /** Name of the parameter by which a list is told to give half of the former page once more. */
  public static final String AGAIN = "sandbox_again";

  /** This answer instead of the honest one. */
  public static Mishap instead(String name, Answer answer) {
    return new Mishap(name, (request, honest) -> answer);
  }

  /** Throttled, with a page for people instead of JSON. */
  public static Mishap tooManyRequestsInHtml() {
    return instead(
        "429-html",
        Answer.text(
            429,
            "text/html; charset=utf-8",
            "<!doctype html><title>429</title><h1>Too many requests</h1>"));
  }

  /** Down for a while. */
  public static Mishap unavailable() {
    return instead(
        "503", Answer.text(503, "text/html", "<html><body>503 Service Unavailable</body></html>"));
  }

  /** The gateway got nonsense. */
  public static Mishap badGateway() {
    return instead(
        "502", Answer.text(502, "text/html", "<html><body>502 Bad Gateway</body></html>"));
  }

  /** The gateway gave up. */
  public static Answer gatewayTimeout() {
    return Answer.text(504, "text/html", "<html><body>504 Gateway Time-out</body></html>");
  }

  /** Announces the whole body, sends half, closes. */
  public static Mishap truncatedBody() {
    return new Mishap(
        "truncated", (request, honest) -> honest.apply(request).delivered(Delivery.CUT_OFF));
  }

  /** Sends the body in twenty slices over this time. */
  public static Mishap slowBody(Duration time) {
    return new Mishap(
        "slow", (request, honest) -> honest.apply(request).delivered(Delivery.slowly(time)));
  }

  /** Closes the connection without an answer, after the call has taken effect. */
  public static Mishap droppedAnswer() {
    return new Mishap(
        "dropped", (request, honest) -> honest.apply(request).delivered(Delivery.NONE));
  }

  /** The list gives half of the former page once more, then moves on. */
  public static Mishap repeatedPage() {
    return new Mishap("repeated", (request, honest) -> honest.apply(request.marked(AGAIN)));
  }

  /** Status 200 and no JSON at all. */
  public static Mishap notJson() {
    return instead(
        "not-json", Answer.text(200, "text/html", "<!doctype html><title>Sign in</title>"));
  }

  /**
   * A body of that many bytes.
   *
   * @param head well-formed so far, and inside a JSON text
   * @param tail ends that text and all that is open
   */
  public static Mishap hugeAnswer(int bytes, String head, String tail) {
    return new Mishap(
        "huge",
        (request, honest) -> {
          byte[] start = head.getBytes(StandardCharsets.US_ASCII);
          byte[] end = tail.getBytes(StandardCharsets.US_ASCII);
          byte[] body = new byte[Math.max(bytes, start.length + end.length)];
          Arrays.fill(body, (byte) 'x');
          System.arraycopy(start, 0, body, 0, start.length);
          System.arraycopy(end, 0, body, body.length - end.length, end.length);
          return Answer.of(200, Answer.JSON, body);
        });
  }

  /**
   * JSON nested that deeply.
   *
   * @param head before the nesting
   * @param tail after it
   */
  public static Mishap deepJson(int depth, String head, String tail) {
    return new Mishap(
        "deep",
        (request, honest) ->
            Answer.text(200, Answer.JSON, head + "[".repeat(depth) + "]".repeat(depth) + tail));
  }
}
