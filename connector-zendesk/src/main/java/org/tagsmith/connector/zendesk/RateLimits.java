package org.tagsmith.connector.zendesk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagsmith.domain.sync.http.CallLimits;
import org.tagsmith.domain.sync.http.RetryAfter;

/**
 * What the rate-limit headers of one answer say. Their spelling has changed over the years ({@code
 * rate-limit-remaining}, {@code ratelimit-remaining}, {@code zendesk-rate-limit-…}, {@code
 * Zendesk-RateLimit-…: total=20; remaining=0; resets=41}), so names are compared without case and
 * dashes, and no number is built in.
 *
 * @param exhaustedFor how long until a used-up limit opens again; empty if none is used up
 */
record RateLimits(Optional<Duration> exhaustedFor) {
  static final RateLimits NONE = new RateLimits(Optional.empty());

  private static final String EXPORT = "incrementalexports";
  private static final Pattern PART =
      Pattern.compile("([a-z]+)\\s*=\\s*([0-9]{1,9})(?![0-9])(?:\\.[0-9]+)?");
  private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]{1,9})(?:\\.[0-9]+)?\\s*");

  /**
   * Reads the headers of one answer.
   *
   * @param headers names in any spelling
   */
  static RateLimits read(Map<String, List<String>> headers) {
    long remaining = Long.MAX_VALUE;
    long reset = 0;
    long longest = 0;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey() == null || header.getValue().isEmpty()) {
        continue;
      }
      String name = header.getKey().toLowerCase(Locale.ROOT).replace("-", "");
      String value = header.getValue().get(0);
      if (name.equals("ratelimitremaining")) {
        remaining = number(value, Long.MAX_VALUE);
      } else if (name.equals("ratelimitreset")) {
        reset = number(value, 0);
      } else if (name.startsWith("zendeskratelimit")) {
        longest = Math.max(longest, usedUpFor(value));
      }
    }
    if (remaining == 0) {
      longest = Math.max(longest, reset);
    }
    return longest == 0
        ? NONE
        : new RateLimits(Optional.of(RetryAfter.bounded(Duration.ofSeconds(longest))));
  }

  /**
   * Notes what the headers of one answer say of the limits on which reading lives: the account's
   * and the export's.
   */
  static void note(Map<String, List<String>> headers, CallLimits limits) {
    int remaining = -1;
    Duration opensIn = CallLimits.UNTIL_NEWS;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey() == null || header.getValue().isEmpty()) {
        continue;
      }
      String name = header.getKey().toLowerCase(Locale.ROOT).replace("-", "");
      String value = header.getValue().get(0);
      if (name.equals("ratelimitremaining") || name.equals("xratelimitremaining")) {
        remaining = (int) number(value, remaining);
      } else if (name.equals("ratelimitreset")) {
        opensIn = RetryAfter.bounded(Duration.ofSeconds(number(value, opensIn.toSeconds())));
      } else if (name.startsWith("zendeskratelimit" + EXPORT)) {
        Map<String, Integer> parts = parts(value);
        int total = parts.getOrDefault("total", 0);
        Integer resets = parts.get("resets");
        limits.told(
            name,
            total,
            parts.getOrDefault("remaining", total),
            resets == null
                ? CallLimits.UNTIL_NEWS
                : RetryAfter.bounded(Duration.ofSeconds(resets)));
      }
    }
    OptionalInt total = callsPerMinute(headers);
    if (total.isPresent() && remaining >= 0) {
      limits.told("account", total.getAsInt(), remaining, opensIn);
    }
  }

  /** The account's limit of calls a minute, in any spelling of its header. */
  static OptionalInt callsPerMinute(Map<String, List<String>> headers) {
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey() == null || header.getValue().isEmpty()) {
        continue;
      }
      String name = header.getKey().toLowerCase(Locale.ROOT).replace("-", "");
      if (name.equals("ratelimit") || name.equals("ratelimitlimit") || name.equals("xratelimit")) {
        long limit = number(header.getValue().get(0), 0);
        if (limit > 0) {
          return OptionalInt.of((int) limit);
        }
      }
    }
    return OptionalInt.empty();
  }

  private static long usedUpFor(String value) {
    Map<String, Integer> parts = parts(value);
    return parts.getOrDefault("remaining", 1) == 0 ? parts.getOrDefault("resets", 0) : 0;
  }

  private static Map<String, Integer> parts(String value) {
    Map<String, Integer> parts = new HashMap<>();
    Matcher part = PART.matcher(value.toLowerCase(Locale.ROOT));
    while (part.find()) {
      parts.put(part.group(1), Integer.valueOf(part.group(2)));
    }
    return parts;
  }

  private static long number(String value, long otherwise) {
    Matcher number = NUMBER.matcher(value == null ? "" : value);
    return number.matches() ? Long.parseLong(number.group(1)) : otherwise;
  }
}
