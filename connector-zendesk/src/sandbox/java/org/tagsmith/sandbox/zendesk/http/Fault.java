package org.tagsmith.sandbox.zendesk.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

/**
 * One way in which a call goes wrong. Immutable; the same fault may be played many times.
 *
 * @param name a stable word, as used by {@code POST /sandbox/faults}
 * @param play makes the answer of the call; gets the call as it came and whoever would answer it
 *     honestly
 */
public record Fault(String name, Play play) {
  /** Makes the answer of a call that goes wrong. */
  @FunctionalInterface
  public interface Play {
    /** Answers, with or without asking for the honest answer. */
    Answer answer(Request request, Function<Request, Answer> honest);
  }

  /** Name of the parameter by which the export endpoint is told to start earlier. */
  static final String AGAIN = "sandbox_again";

  /** Name of the parameter by which the export endpoint is told not to move on. */
  static final String STUCK = "sandbox_stuck";

  private static Fault instead(String name, Answer answer) {
    return new Fault(name, (request, honest) -> answer);
  }

  /** Throttled, with the seconds to wait. */
  public static Fault tooManyRequests(int retryAfterSeconds) {
    return instead(
        "429",
        Answer.error(
                429,
                "APIRateLimitExceeded",
                "Number of allowed incremental export API requests per minute exceeded")
            .with("Retry-After", Integer.toString(retryAfterSeconds)));
  }

  /** Throttled by the edge, without saying how long. */
  public static Fault tooManyRequestsWithoutTime() {
    return instead(
        "429-no-time",
        Answer.text(
            429,
            Answer.JSON,
            "{\"detail\":\"Rate limited by Zendesk edge protection\",\"status\":\"429\","
                + "\"title\":\"Automated response\"}"));
  }

  /** Throttled, with a page for people instead of JSON. */
  public static Fault tooManyRequestsInHtml() {
    return instead(
        "429-html",
        Answer.text(
            429,
            "text/html; charset=utf-8",
            "<!doctype html><title>429</title><h1>Too many requests</h1>"));
  }

  /** Down for a while. */
  public static Fault unavailable() {
    return instead(
        "503", Answer.text(503, "text/html", "<html><body>503 Service Unavailable</body></html>"));
  }

  /** Down for a while, with the seconds to wait. */
  public static Fault unavailable(int retryAfterSeconds) {
    return instead(
        "503",
        Answer.error(503, "ServiceUnavailable", "Try again later")
            .with("Retry-After", Integer.toString(retryAfterSeconds)));
  }

  /** Broken inside. */
  public static Fault internalError() {
    return instead("500", Answer.error(500, "InternalError", "Something went wrong"));
  }

  /** The export gives up on pages larger than this; others are answered. */
  public static Fault gatewayTimeoutAbove(int pageSize) {
    return new Fault(
        "504",
        (request, honest) ->
            request.path().contains("/incremental/") && request.number("per_page", 1000) <= pageSize
                ? honest.apply(request)
                : Answer.text(504, "text/html", "<html><body>504 Gateway Time-out</body></html>"));
  }

  /** Announces the whole body, sends half, closes. */
  public static Fault truncatedBody() {
    return new Fault(
        "truncated", (request, honest) -> honest.apply(request).delivered(Delivery.CUT_OFF));
  }

  /** Sends the body in twenty slices over this time. */
  public static Fault slowBody(Duration time) {
    return new Fault(
        "slow", (request, honest) -> honest.apply(request).delivered(Delivery.slowly(time)));
  }

  /** Closes the connection without an answer, after the call has taken effect. */
  public static Fault droppedAnswer() {
    return new Fault(
        "dropped", (request, honest) -> honest.apply(request).delivered(Delivery.NONE));
  }

  /** The export gives half of the former page once more, then moves on. */
  public static Fault repeatedPage() {
    return new Fault("repeated", (request, honest) -> honest.apply(marked(request, AGAIN)));
  }

  /** The export answers with the cursor it was asked with and claims that there is more. */
  public static Fault stuckCursor() {
    return new Fault("stuck", (request, honest) -> honest.apply(marked(request, STUCK)));
  }

  /** Well-formed JSON of quite another shape. */
  public static Fault wrongJson() {
    return instead("wrong-json", Answer.text(200, Answer.JSON, "{\"results\":{\"tickets\":7}}"));
  }

  /** Status 200 and no JSON at all. */
  public static Fault notJson() {
    return instead(
        "not-json", Answer.text(200, "text/html", "<!doctype html><title>Sign in</title>"));
  }

  /** A body of that many bytes. */
  public static Fault hugeAnswer(int bytes) {
    return new Fault(
        "huge",
        (request, honest) -> {
          byte[] head = "{\"tickets\":[],\"padding\":\"".getBytes(StandardCharsets.US_ASCII);
          byte[] body = new byte[Math.max(bytes, head.length + 2)];
          Arrays.fill(body, (byte) 'x');
          System.arraycopy(head, 0, body, 0, head.length);
          body[body.length - 2] = '"';
          body[body.length - 1] = '}';
          return Answer.of(200, Answer.JSON, body);
        });
  }

  /** JSON nested that deeply. */
  public static Fault deepJson(int depth) {
    return new Fault(
        "deep",
        (request, honest) ->
            Answer.text(
                200, Answer.JSON, "{\"tickets\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
  }

  /** The answer of an address at which there is no helpdesk. */
  public static Fault wrongSubdomain() {
    return instead("wrong-subdomain", Doorkeeper.noHelpdeskAt("nobody.zendesk.com"));
  }

  /** The answer to a token that was revoked. */
  public static Fault credentialsRejected() {
    return instead("401", Doorkeeper.stranger());
  }

  /** The answer to an agent without the right. */
  public static Fault forbidden() {
    return instead("403", Answer.error(403, "Forbidden", "You do not have access to this page"));
  }

  private static Request marked(Request request, String mark) {
    var query = new java.util.LinkedHashMap<>(request.query());
    query.put(mark, "1");
    return new Request(
        request.method(),
        request.path(),
        query,
        request.rawQuery(),
        request.headers(),
        request.body());
  }
}
