package org.tagsmith.domain.sync.plan;

import java.util.Objects;

/**
 * One label that a plan replaces.
 *
 * @param label as it was found on tickets
 * @param by the label of the house tag, in the helpdesk's spelling
 * @param tag the tag's id
 * @param tickets how many carried the label when the plan was made
 */
public record Replacement(String label, String by, int tag, long tickets) {
  public Replacement {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(by, "by");
  }
}
