package org.tagsmith.domain.governance.request;

/**
 * How many contacts of the last days need what is asked for.
 *
 * @param named tickets that people named, without those that {@code labelled} counts
 * @param labelled contacts that carry the wanted name as a label without a meaning
 * @param threshold how many it takes
 */
public record RequestWeight(long named, long labelled, int threshold) {
  /** Each contact once. */
  public long contacts() {
    return named + labelled;
  }

  /** How many are missing; 0 where the threshold is reached. */
  public long missing() {
    return Math.max(0, threshold - contacts());
  }
}
