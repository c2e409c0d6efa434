package org.tagsmith.domain.customer;

import java.util.Objects;

/**
 * A contact with what tells it from others.
 *
 * @param id never null
 * @param name null if the helpdesk gave none
 * @param email as the helpdesk has it, null if none
 * @param phone as the helpdesk has it, null if none
 */
public record ReachedContact(ContactId id, String name, String email, String phone) {
  public ReachedContact {
    Objects.requireNonNull(id, "id");
  }
}
