package org.tagsmith.domain.shared;

/**
 * Identifies one connected helpdesk account inside this installation.
 *
 * @param value positive, assigned by the database, never reused
 */
public record HelpdeskAccountId(int value) {
  public HelpdeskAccountId {
    if (value <= 0) {
      throw new IllegalArgumentException("A helpdesk account id is positive, not " + value);
    }
  }
}
