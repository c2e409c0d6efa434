package org.tagsmith.sandbox.freshdesk.http;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tagsmith.sandbox.http.Limits;
import org.tagsmith.sandbox.http.Request;

/**
 * Freshdesk's limits for each minute of the sandbox's clock; refused calls count as well. Headers
 * are decimal texts, as recorded, and are sent also when nothing is enforced. Source:
 * https://developers.freshdesk.com/api/#ratelimit
 */
final class RateLimits implements Limits {
  private static final int OPEN = 1_000_000;
  private static final int SECONDS = 60;

  private final Clock clock;
  private final Plan plan;
  private final boolean enforced;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  RateLimits(Clock clock, Plan plan, boolean enforced) {
    this.clock = clock;
    this.plan = plan;
    this.enforced = enforced;
  }

  private record Bucket(long window, int used) {}

  @Override
  public Verdict count(Request request) {
    int credits = Inclusion.credits(request);
    int total = enforced ? plan.total() : OPEN;
    int left = total - used("account", credits);
    boolean exceeded = left < 0;
    String part = part(request);
    if (!part.isEmpty() && used(part, 1) > plan.limit(part)) {
      exceeded = true;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-RateLimit-Total", decimal(total));
    headers.put("X-RateLimit-Remaining", decimal(Math.max(0, left)));
    headers.put("X-RateLimit-Used-CurrentRequest", decimal(credits));
    long wait = SECONDS - Math.floorMod(clock.instant().getEpochSecond(), (long) SECONDS);
    return new Verdict(
        headers, enforced && exceeded ? Optional.of(Errors.tooMany(wait)) : Optional.empty());
  }

  private static String decimal(int number) {
    return number + ".0";
  }

  private int used(String bucket, int credits) {
    long window = clock.instant().getEpochSecond() / SECONDS;
    return buckets
        .merge(
            bucket,
            new Bucket(window, credits),
            (old, one) ->
                old.window() == window ? new Bucket(window, old.used() + one.used()) : one)
        .used();
  }

  private static String part(Request request) {
    String path = request.path();
    boolean reads = request.method().equals("GET");
    if (path.equals(ListEndpoint.PATH)) {
      return reads ? Plan.LIST_TICKETS : Plan.CREATE_TICKET;
    }
    if (path.equals("/api/v2/contacts") && reads) {
      return Plan.LIST_CONTACTS;
    }
    return path.matches("/api/v2/tickets/\\d+") && request.method().equals("PUT")
        ? Plan.UPDATE_TICKET
        : "";
  }
}
