package org.tagsmith.sandbox.zendesk.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Mishap;

/** What can go wrong with a call to Zendesk. */
public final class Fault {
  /** Name of the parameter by which the export endpoint is told not to move on. */
  static final String STUCK = "sandbox_stuck";

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
    BY_NAME.put("stuck", none -> stuckCursor());
    BY_NAME.put("wrong-json", none -> wrongJson());
    BY_NAME.put("not-json", none -> notJson());
    BY_NAME.put("huge", mib -> hugeAnswer((mib == 0 ? 30 : mib) * 1024 * 1024));
    BY_NAME.put("deep", depth -> deepJson(depth == 0 ? 100_000 : depth));
    BY_NAME.put("wrong-subdomain", none -> wrongSubdomain());
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
    return Mishap.instead(
        "429",
        Answer.error(
                429,
                "APIRateLimitExceeded",
                "Number of allowed incremental export API requests per minute exceeded")
            .with("Retry-After", Integer.toString(retryAfterSeconds)));
  }

  /** Throttled by the edge, without saying how long. */
  public static Mishap tooManyRequestsWithoutTime() {
    return Mishap.instead(
        "429-no-time",
        Answer.text(
            429,
            Answer.JSON,
            "{\"detail\":\"Rate limited by Zendesk edge protection\",\"status\":\"429\","
                + "\"title\":\"Automated response\"}"));
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
        Answer.error(503, "ServiceUnavailable", "Try again later")
            .with("Retry-After", Integer.toString(retryAfterSeconds)));
  }

  /** Broken inside. */
  public static Mishap internalError() {
    return Mishap.instead("500", Answer.error(500, "InternalError", "Something went wrong"));
  }

  /** The export gives up on pages larger than this; others are answered. */
  public static Mishap gatewayTimeoutAbove(int pageSize) {
    return new Mishap(
        "504",
        (request, honest) ->
            request.path().contains("/incremental/") && request.number("per_page", 1000) <= pageSize
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

  /** The export gives half of the former page once more, then moves on. */
  public static Mishap repeatedPage() {
    return Mishap.repeatedPage();
  }

  /** The export answers with the cursor it was asked with and claims that there is more. */
  public static Mishap stuckCursor() {
    return new Mishap("stuck", (request, honest) -> honest.apply(request.marked(STUCK)));
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
    return Mishap.hugeAnswer(bytes, "{\"tickets\":[],\"padding\":\"", "\"}");
  }

  /** JSON nested that deeply. */
  public static Mishap deepJson(int depth) {
    return Mishap.deepJson(depth, "{\"tickets\":", "}");
  }

  /** The answer of an address at which there is no helpdesk. */
  public static Mishap wrongSubdomain() {
    return Mishap.instead("wrong-subdomain", Doorkeeper.noHelpdeskAt("nobody.zendesk.com"));
  }

  /** The answer to a token that was revoked. */
  public static Mishap credentialsRejected() {
    return Mishap.instead("401", Doorkeeper.stranger());
  }

  /** The answer to an agent without the right. */
  public static Mishap forbidden() {
    return Mishap.instead(
        "403", Answer.error(403, "Forbidden", "You do not have access to this page"));
  }
}
