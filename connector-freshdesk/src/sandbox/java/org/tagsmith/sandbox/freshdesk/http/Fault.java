package org.tagsmith.sandbox.freshdesk.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Mishap;

/** What can go wrong with a call to Freshdesk. */
public final class Fault {
  /** Name of the parameter by which a list is told to link to itself. */
  static final String STUCK = "sandbox_stuck";

  /** Name of the parameter by which the list of tickets is told to turn equal values round. */
  static final String TIES = "sandbox_ties";

  private static final Map<String, IntFunction<Mishap>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("429", seconds -> tooManyRequests(seconds == 0 ? 30 : seconds));
    BY_NAME.put("429-no-time", none -> tooManyRequestsWithoutTime());
    BY_NAME.put("429-html", none -> tooManyRequestsInHtml());
    BY_NAME.put("500", none -> internalError());
    BY_NAME.put("502", none -> Mishap.badGateway());
    BY_NAME.put("503", seconds -> seconds == 0 ? unavailable() : unavailable(seconds));
    BY_NAME.put("504", Fault::gatewayTimeoutAbove);
    BY_NAME.put("truncated", none -> truncatedBody());
    BY_NAME.put("slow", seconds -> slowBody(Duration.ofSeconds(seconds == 0 ? 10 : seconds)));
    BY_NAME.put("dropped", none -> droppedAnswer());
    BY_NAME.put("repeated", none -> repeatedPage());
    BY_NAME.put("stuck", none -> stuckLink());
    BY_NAME.put("ties", none -> turnedTies());
    BY_NAME.put("wrong-json", none -> wrongJson());
    BY_NAME.put("not-json", none -> notJson());
    BY_NAME.put("huge", mib -> hugeAnswer((mib == 0 ? 30 : mib) * 1024 * 1024));
    BY_NAME.put("deep", depth -> deepJson(depth == 0 ? 100_000 : depth));
    BY_NAME.put("wrong-domain", none -> wrongDomain());
    BY_NAME.put("401", none -> credentialsRejected());
    BY_NAME.put("403", none -> forbidden());
  }

  private Fault() {}

  /** Every fault by its stable word; each takes a number, of which 0 means the usual. */
  public static Map<String, IntFunction<Mishap>> byName() {
    return BY_NAME;
  }

  /** Throttled, with the seconds to wait. */
  public static Mishap tooManyRequests(int retryAfterSeconds) {
    return Mishap.instead("429", Errors.tooMany(retryAfterSeconds));
  }

  /** Throttled, without saying how long. */
  public static Mishap tooManyRequestsWithoutTime() {
    return Mishap.instead("429-no-time", Answer.of(429, Answer.JSON, new byte[0]));
  }

  /** Throttled, with a page for people instead of JSON. */
  public static Mishap tooManyRequestsInHtml() {
    return Mishap.tooManyRequestsInHtml();
  }

  /** Down for a while. */
  public static Mishap unavailable() {
    return Mishap.unavailable();
  }

  /** Down for a while, with the seconds to wait. */
  public static Mishap unavailable(int retryAfterSeconds) {
    return Mishap.instead(
        "503",
        Answer.text(503, "text/html", "<html><body>503 Service Unavailable</body></html>")
            .with("Retry-After", Integer.toString(retryAfterSeconds)));
  }

  /** Broken inside; the documentation promises no body. */
  public static Mishap internalError() {
    return Mishap.instead("500", Answer.of(500, Answer.JSON, new byte[0]));
  }

  /** The list of tickets gives up on pages larger than this; others are answered. */
  public static Mishap gatewayTimeoutAbove(int pageSize) {
    return new Mishap(
        "504",
        (request, honest) ->
            request.path().equals(ListEndpoint.PATH) && request.number("per_page", 30) <= pageSize
                ? honest.apply(request)
                : Mishap.gatewayTimeout());
  }

  /** Announces the whole body, sends half, closes. */
  public static Mishap truncatedBody() {
    return Mishap.truncatedBody();
  }

  /** Sends the body in twenty slices over this time. */
  public static Mishap slowBody(Duration time) {
    return Mishap.slowBody(time);
  }

  /** Closes the connection without an answer, after the call has taken effect. */
  public static Mishap droppedAnswer() {
    return Mishap.droppedAnswer();
  }

  /** A list gives half of the former page once more, then moves on. */
  public static Mishap repeatedPage() {
    return Mishap.repeatedPage();
  }

  /** A list links to the page it was asked for as the next one. */
  public static Mishap stuckLink() {
    return new Mishap("stuck", (request, honest) -> honest.apply(request.marked(STUCK)));
  }

  /** The list of tickets turns those round that share the second they are sorted by. */
  public static Mishap turnedTies() {
    return new Mishap("ties", (request, honest) -> honest.apply(request.marked(TIES)));
  }

  /** Well-formed JSON of quite another shape. */
  public static Mishap wrongJson() {
    return Mishap.instead(
        "wrong-json", Answer.text(200, Answer.JSON, "{\"results\":{\"tickets\":7}}"));
  }

  /** Status 200 and no JSON at all. */
  public static Mishap notJson() {
    return Mishap.notJson();
  }

  /** A body of that many bytes. */
  public static Mishap hugeAnswer(int bytes) {
    return Mishap.hugeAnswer(bytes, "[{\"id\":1,\"subject\":\"", "\"}]");
  }

  /** JSON nested that deeply. */
  public static Mishap deepJson(int depth) {
    return Mishap.deepJson(depth, "", "");
  }

  /** The answer of an address at which there is no helpdesk. */
  public static Mishap wrongDomain() {
    return Mishap.instead("wrong-domain", Doorkeeper.noHelpdesk());
  }

  /** The answer to a key that was reset. */
  public static Mishap credentialsRejected() {
    return Mishap.instead("401", Errors.stranger());
  }

  /** The answer to an agent without the right. */
  public static Mishap forbidden() {
    return Mishap.instead("403", Errors.denied());
  }
}
