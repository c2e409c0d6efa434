package org.tagsmith.domain.shared;

import java.util.Arrays;

/**
 * What a benchmark measured, and the floor measured beside it in the same run.
 *
 * @param unit of both, such as {@code ms} or {@code tickets/s}
 * @param value one number per repetition
 * @param floor one number per repetition
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Figures(String unit, double[] value, double[] floor) {
  /** The number that this share of the samples does not exceed, 0 to 1. */
  public static double quantile(double[] samples, double share) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }

  @Override
  public String toString() {
    return "%s: median %.3f (of %s), floor median %.3f (of %s)"
        .formatted(
            unit,
            quantile(value, 0.5),
            Arrays.toString(value),
            quantile(floor, 0.5),
            Arrays.toString(floor));
  }
}
