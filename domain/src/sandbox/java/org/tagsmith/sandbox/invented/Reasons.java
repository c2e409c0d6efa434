package org.tagsmith.sandbox.invented;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;

/** All reasons, and the weeks in which something went wrong at the bank. Immutable. */
public final class Reasons {
  private static final int INCIDENTS = 8;

  private final List<Reason> reasons;
  private final double[] upTo;
  private final Incident[] incidents = new Incident[INCIDENTS];

  private record Incident(int reason, long from, long until, double weight) {}

  /**
   * Reasons and incidents.
   *
   * @param until no incident begins after this second
   * @param days how many days the incidents are spread over
   */
  public Reasons(long seed, long until, int days) {
    reasons = read();
    upTo = new double[reasons.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += reasons.get(i).weight();
      upTo[i] = sum;
    }
    SplittableRandom random = Chance.of(seed + 3, 0);
    for (int i = 0; i < INCIDENTS; i++) {
      long age = i == 0 ? 6 : 20 + random.nextInt(days - 20);
      long from = until - age * 86_400L;
      incidents[i] =
          new Incident(
              random.nextInt(reasons.size()),
              from,
              from + (2 + random.nextInt(5)) * 86_400L,
              sum * (0.08 + 0.12 * random.nextDouble()));
    }
  }

  private static List<Reason> read() {
    try (InputStream in = Reasons.class.getResourceAsStream("/org/tagsmith/sandbox/reasons.json")) {
      return new ObjectMapper().readValue(in, new TypeReference<List<Reason>>() {});
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Draws a reason as it was likely on that day. */
  public Reason draw(SplittableRandom random, long createdAt) {
    double total = upTo[upTo.length - 1];
    for (Incident incident : incidents) {
      total += incident.from <= createdAt && createdAt < incident.until ? incident.weight : 0;
    }
    double target = random.nextDouble() * total;
    for (int i = 0; i < upTo.length; i++) {
      if (target < upTo[i]) {
        return reasons.get(i);
      }
    }
    target -= upTo[upTo.length - 1];
    for (Incident incident : incidents) {
      if (incident.from <= createdAt && createdAt < incident.until) {
        target -= incident.weight;
        if (target <= 0) {
          return reasons.get(incident.reason);
        }
      }
    }
    return reasons.get(0);
  }
}
