package org.tagsmith.domain.sync.plan;

/**
 * Where a plan comes from: exactly one of the two.
 *
 * @param version the version of the vocabulary whose changes it writes, null if none
 * @param tag the id of the house tag whose one label it writes, null if none
 */
public record PlanOrigin(Integer version, Integer tag) {
  public PlanOrigin {
    if ((version == null) == (tag == null)) {
      throw new IllegalArgumentException("A plan comes from a version or from a tag");
    }
  }
}
