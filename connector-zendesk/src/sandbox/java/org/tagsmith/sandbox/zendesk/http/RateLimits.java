package org.tagsmith.sandbox.zendesk.http;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tagsmith.sandbox.http.Answer;
import org.tagsmith.sandbox.http.Limits;
import org.tagsmith.sandbox.http.Request;

/**
 * Zendesk's limits for each minute of the sandbox's clock. The numbers are those recorded on an
 * account of 400 calls a minute; headers are sent also when nothing is enforced. Thread-safe.
 */
final class RateLimits implements Limits {
  private static final int ACCOUNT = 400;
  private static final int OPEN = 1_000_000;

  private final Clock clock;
  private final boolean enforced;
  private final boolean oldSpelling;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * Starts with full buckets.
   *
   * @param oldSpelling header names as of 2023 instead of 2024
   */
  RateLimits(Clock clock, boolean enforced, boolean oldSpelling) {
    this.clock = clock;
    this.enforced = enforced;
    this.oldSpelling = oldSpelling;
  }

  private record Bucket(long window, int used) {}

  private record Limit(String name, String bucket, int total, int seconds) {}

  @Override
  public Verdict count(Request request) {
    Limit limit = limitOf(request);
    Map<String, String> headers = new LinkedHashMap<>();
    int left = left(new Limit("", "account", enforced ? ACCOUNT : OPEN, 60));
    int total = enforced ? ACCOUNT : OPEN;
    headers.put("x-rate-limit", Integer.toString(total));
    headers.put("x-rate-limit-remaining", Integer.toString(Math.max(0, left)));
    String prefix = oldSpelling ? "rate-limit" : "ratelimit-limit";
    headers.put(prefix, Integer.toString(total));
    headers.put(
        oldSpelling ? "rate-limit-remaining" : "ratelimit-remaining",
        Integer.toString(Math.max(0, left)));
    headers.put(oldSpelling ? "rate-limit-reset" : "ratelimit-reset", Long.toString(resets(60)));
    boolean exceeded = left < 0;
    long wait = resets(60);
    if (limit != null) {
      int own = left(limit);
      headers.put(
          (oldSpelling ? "zendesk-rate-limit-" : "zendesk-ratelimit-") + limit.name(),
          "total="
              + limit.total()
              + "; remaining="
              + Math.max(0, own)
              + "; resets="
              + resets(limit.seconds()));
      if (own < 0) {
        exceeded = true;
        wait = resets(limit.seconds());
      }
    }
    return new Verdict(
        headers, enforced && exceeded ? Optional.of(tooMany(request, wait)) : Optional.empty());
  }

  private static Answer tooMany(Request request, long seconds) {
    String what =
        request.path().contains("/incremental/")
            ? "Number of allowed incremental export API requests per minute exceeded"
            : "Number of allowed API requests per minute exceeded";
    return Answer.error(429, "APIRateLimitExceeded", what)
        .with("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  private int left(Limit limit) {
    long window = clock.instant().getEpochSecond() / limit.seconds();
    Bucket now =
        buckets.merge(
            limit.bucket(),
            new Bucket(window, 1),
            (old, one) -> old.window() == window ? new Bucket(window, old.used() + 1) : one);
    return limit.total() - now.used();
  }

  private long resets(int seconds) {
    return seconds - Math.floorMod(clock.instant().getEpochSecond(), (long) seconds);
  }

  private Limit limitOf(Request request) {
    String path = request.path().replace(".json", "");
    if (path.equals("/api/v2/incremental/tickets/cursor")) {
      return minute("incremental-exports-cursor", 20);
    }
    if (path.equals("/api/v2/ticket_fields")) {
      return minute("ticket-fields-index", 20);
    }
    if (path.equals("/api/v2/tags")) {
      return minute("tags-index", 100);
    }
    if (path.equals("/api/v2/tickets") && request.method().equals("GET")) {
      return minute("tickets-index", 100);
    }
    if (path.startsWith("/api/v2/tickets/") && !request.method().equals("GET")) {
      return path.endsWith("update_many")
          ? minute("tickets-update", 20)
          : new Limit("per-ticket-updates", path, enforced ? 30 : OPEN, 600);
    }
    return null;
  }

  private Limit minute(String name, int total) {
    return new Limit(name, name, enforced ? total : OPEN, 60);
  }
}
