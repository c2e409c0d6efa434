package org.tagsmith.domain.sync;

/**
 * The name of a helpdesk product that a connector reads, as stored and as shown in addresses.
 *
 * @param value lower-case letters, such as {@code zendesk}
 */
public record ConnectorId(String value) {
  public ConnectorId {
    if (!value.matches("[a-z]{2,32}")) {
      throw new IllegalArgumentException("A connector id is 2 to 32 lower-case letters: " + value);
    }
  }
}
