package org.tagsmith.domain.access;

import java.util.Objects;

/**
 * A person who signs in to the console.
 *
 * @param name unique, in lower case, 1 to 128 characters
 * @param role what they may do
 */
public record StaffMember(String name, Role role) {
  public StaffMember {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
  }
}
